import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def measure():
    return make.finished_plan().action_plans.get().measures.get()


def test_it_goes_out_of_the_year_by_page(measure, client):
    plan = measure.action_plan.plan
    client.force_login(make.leader(plan))
    assert client.post(f"/plans/{plan.pk}/measures/{measure.pk}/remove/", {"revision": 1}).status_code == 302
    measure.refresh_from_db()
    assert measure.removed_at is not None


def test_an_outdated_removal_is_refused(measure):
    with pytest.raises(Outdated):
        commands.remove_measure(measure, by=make.leader(measure.action_plan.plan), at=make.AT, revision=9)


def test_advisers_remove_nothing(measure):
    by = make.member(measure.action_plan.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.remove_measure(measure, by=by, at=make.AT, revision=1)
