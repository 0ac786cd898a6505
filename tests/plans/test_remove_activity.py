import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return make.area(make.plan()).activities.get()


def test_it_goes_out_of_the_draft_by_page(activity, client):
    plan = activity.area.plan
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/activities/{activity.pk}/remove/", {"revision": 1})
    activity.refresh_from_db()
    assert (answer.status_code, activity.removed_at is None) == (302, False)


def test_an_outdated_removal_is_refused(activity):
    with pytest.raises(Outdated):
        commands.remove_activity(activity, by=make.leader(activity.area.plan), at=make.AT, revision=9)


def test_advisers_remove_nothing(activity):
    by = make.member(activity.area.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.remove_activity(activity, by=by, at=make.AT, revision=1)
