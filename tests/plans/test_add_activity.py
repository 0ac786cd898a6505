import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_activities_are_numbered_and_serve_goals():
    area = make.area(make.plan())
    made = commands.add_activity(
        area, by=make.leader(area.plan), at=make.AT, title="Nettverk", goals=area.goals.all()
    )
    assert (made.number, made.goals.count()) == (2, 1)


def test_advisers_add_nothing():
    area = make.area(make.plan())
    by = make.member(area.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.add_activity(area, by=by, at=make.AT, title="x")


def test_the_page_adds_it(client):
    area = make.area(make.plan())
    client.force_login(make.leader(area.plan))
    goal = area.goals.get()
    typed = {"title": "Nettverk", "text": "", "goals": [goal.pk], "revision": 1}
    answer = client.post(f"/plans/{area.plan_id}/areas/A/activities/add/", typed)
    assert answer["Location"] == f"/plans/{area.plan_id}/#at-areas-A"
    assert [row.title for row in area.activities.all()] == ["Forstudie", "Nettverk"]
