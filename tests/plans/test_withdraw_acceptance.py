import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def accepted():
    plan = make.finished_plan(areas=2)
    return commands.accept_warning(
        plan, by=make.leader(plan), at=make.AT, rule="A-04", where="areas", reason="To er nok."
    )


def test_the_warning_stands_again_by_page(client, accepted):
    plan = accepted.plan
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/check/withdraw/", {"rule": "A-04", "where": "areas"})
    assert (answer.status_code, plan.accepted_warnings.count()) == (302, 0)
    again = client.post(f"/plans/{plan.pk}/check/withdraw/", {"rule": "A-04", "where": "areas"})
    assert again.status_code == 404


def test_advisers_withdraw_nothing(accepted):
    by = make.member(accepted.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.withdraw_acceptance(accepted, by=by, at=make.AT)
