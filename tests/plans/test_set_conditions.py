import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def put(plan, by=None, revision=1, **fields):
    values = {
        "county_ceiling": 75, "grant_committed_on": None, "conditions_accepted_on": None,
        "implementation_starts_on": make.AT.date(), **fields,
    }  # fmt: skip
    commands.set_conditions(plan, by=by or make.leader(plan), at=make.AT, revision=revision, **values)


def test_ceiling_and_days_are_written():
    plan = make.plan()
    put(plan)
    assert (plan.county_ceiling, plan.implementation_starts_on) == (75, make.AT.date())


def test_two_at_once_lose_nothing():
    plan = make.plan()
    put(plan)
    with pytest.raises(Outdated):
        put(plan)


def test_advisers_set_no_conditions():
    plan = make.plan()
    with pytest.raises(Refused):
        put(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER))


@pytest.mark.parametrize(
    ("field", "value"),
    [("county_ceiling", "101"), ("county_ceiling", "-1"), ("grant_committed_on", "2027-02-30")],
)
def test_what_cannot_be_is_said_at_its_field(client, field, value):
    plan = make.plan()
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/conditions/", {"revision": 1, field: value})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
