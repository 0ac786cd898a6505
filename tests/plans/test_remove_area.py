import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import plan_outline
from tests import make

pytestmark = pytest.mark.django_db


def test_a_removed_area_is_out_of_the_draft_and_can_be_put_back_by_page(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    asked = client.get(f"/plans/{plan.pk}/areas/B/remove/")
    revision = asked.context["form"]["revision"].value()
    client.post(f"/plans/{plan.pk}/areas/B/remove/", {"revision": revision})
    assert [area.code for area in plan_outline(make.reread(plan)).areas] == ["A", "C"]
    assert "Område B" in client.get(f"/plans/{plan.pk}/").content.decode()
    client.post(f"/plans/{plan.pk}/areas/B/restore/")
    assert [area.code for area in plan_outline(make.reread(plan)).areas] == ["A", "B", "C"]


def test_an_area_that_changed_meanwhile_is_looked_at_once_more(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/areas/B/remove/", {"revision": 1})
    area = plan.areas.get(code="B")
    assert (answer.status_code, area.removed_at) == (422, None)
    assert answer.context["form"]["revision"].value() == area.revision


def test_an_outdated_removal_is_refused():
    area = make.area(make.plan())
    with pytest.raises(Outdated):
        commands.remove_area(area, by=make.leader(area.plan), at=make.AT, revision=area.revision - 1)


def test_advisers_remove_nothing():
    area = make.area(make.plan())
    by = make.member(area.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.remove_area(area, by=by, at=make.AT, revision=area.revision)
