import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal():
    return make.area(make.plan()).goals.get()


def test_it_goes_out_of_the_draft_by_page(goal, client):
    client.force_login(make.leader(goal.plan))
    assert client.get(f"/plans/{goal.plan_id}/goals/{goal.pk}/remove/").status_code == 200
    assert client.post(f"/plans/{goal.plan_id}/goals/{goal.pk}/remove/", {"revision": 1}).status_code == 302
    goal.refresh_from_db()
    assert goal.removed_at is not None


def test_an_outdated_removal_is_refused(goal):
    with pytest.raises(Outdated):
        commands.remove_goal(goal, by=make.leader(goal.plan), at=make.AT, revision=9)


def test_advisers_remove_nothing(goal):
    by = make.member(goal.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.remove_goal(goal, by=by, at=make.AT, revision=1)
