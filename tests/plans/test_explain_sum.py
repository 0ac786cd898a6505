import pytest

from dugnad.kit.findings import open_findings
from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import findings_of
from tests import make

pytestmark = pytest.mark.django_db


def test_an_explanation_silences_the_warning_about_sums():
    plan = make.finished_plan()
    goal = plan.goals.get(area=None)
    commands.edit_goal(goal, by=make.leader(plan), at=make.AT, revision=1, facts=make.goal_facts(99))
    assert "A-18" in [finding.rule for finding in open_findings(findings_of(plan))]
    plan = make.reread(plan)
    commands.explain_sum(
        plan, by=make.leader(plan), at=make.AT, revision=plan.revision, explanation="Ringvirkninger."
    )
    assert "A-18" not in [finding.rule for finding in open_findings(findings_of(make.reread(plan)))]


def test_two_at_once_lose_nothing():
    plan = make.plan()
    by = {"by": make.leader(plan), "at": make.AT, "revision": 1}
    commands.explain_sum(plan, explanation="Den ene", **by)
    with pytest.raises(Outdated):
        commands.explain_sum(plan, explanation="Den andre", **by)


def test_advisers_do_not_explain():
    plan = make.plan()
    by = make.member(plan, RoleKind.IN_ADVISER)
    with pytest.raises(Refused):
        commands.explain_sum(plan, by=by, at=make.AT, revision=1, explanation="x")
