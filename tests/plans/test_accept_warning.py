import pytest

from dugnad.kit.findings import open_findings
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import findings_of
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make.finished_plan(areas=2)


def accept(plan, by=None, **fields):
    values = {"rule": "A-04", "where": "areas", "reason": "To områder er nok her.", **fields}
    return commands.accept_warning(plan, by=by or make.leader(plan), at=make.AT, **values)


def test_a_written_reason_lets_the_work_go_on(plan):
    assert [f.rule for f in open_findings(findings_of(plan))] == ["A-04"]
    accept(plan)
    assert open_findings(findings_of(plan)) == []


def test_a_reason_is_needed(plan):
    with pytest.raises(Refused):
        accept(plan, reason="  ")


def test_only_a_warning_that_stands_is_accepted(plan):
    with pytest.raises(Refused):
        accept(plan, where="areas.A")


def test_those_who_lead_accept_and_the_consultant_does_not(plan):
    accept(plan, by=make.member(plan, RoleKind.PROJECT_OWNER))
    with pytest.raises(Refused):
        accept(plan, by=make.member(plan, RoleKind.CONSULTANT))


def test_the_page_asks_for_the_reason_and_shows_it_after(client, plan):
    client.force_login(make.leader(plan))
    asked = {"rule": "A-04", "where": "areas"}
    answer = client.post(f"/plans/{plan.pk}/check/accept/", asked)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    client.post(f"/plans/{plan.pk}/check/accept/", {**asked, "reason": "To er nok."})
    page = client.get(f"/plans/{plan.pk}/check/")
    assert ([f.accepted for f in page.context["groups"]["accepted"]], page.context["tally"].is_clean) == (
        ["To er nok."], True,
    )  # fmt: skip
