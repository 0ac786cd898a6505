"""The plan's way through its bodies: submitted, approved, adopted, published, revised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import Verdict, enforce, first_refusal
from dugnad.plans.commands.versions import freeze_version
from dugnad.plans.commands.writing import log
from dugnad.plans.models import Plan, Version
from dugnad.plans.queries import latest_version, plan_outline
from dugnad.plans.rules import check_plan
from dugnad.plans.rules.acts import may_adopt, may_approve, may_publish_plan, may_revise, may_submit
from dugnad.plans.rules.course import check_result, version_content, with_decision, words_digest
from dugnad.processes.commands import decision_content, pass_gate, write_decision
from dugnad.processes.commands.steps import reopen_phase
from dugnad.processes.models import Decision, Gate, Phase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Meeting
    from dugnad.processes.rules import DecisionFacts


@dataclass(frozen=True, slots=True)
class _Gate:
    """One of the plan's two gates: its key, what a yes makes of the plan, and the rule that guards it.

    `spares` are the rules that only a later gate asks for.
    """

    key: str
    kind: str
    yes: str
    rule: Callable[..., Verdict]
    spares: frozenset[str] = frozenset()


_APPROVAL = _Gate(
    "steering_group_approval", "approval", Plan.State.APPROVED, may_approve, frozenset({"A-09"})
)
_ADOPTION = _Gate("council_adoption", "adoption", Plan.State.ADOPTED, may_adopt)


@transaction.atomic
def submit_plan(plan: Plan, *, by: Person, at: datetime) -> Version:
    """Lay the draft before the steering group: its text is frozen as a version.

    Raises:
        Refused: when it is no draft, its phase is not open, or there is no steering group.
    """
    enforce(may_submit(plan, by=by, at=at))
    version = freeze_version(plan, by=by, at=at, label="submitted")
    _set_state(plan, Plan.State.SUBMITTED)
    log(plan, "plan.submitted", by=by, at=at, is_public=True, version=version.number, digest=version.digest)
    return version


@transaction.atomic
def approve_plan(
    plan: Plan, *, by: Person, at: datetime, facts: DecisionFacts, meeting: Meeting | None = None
) -> Decision:
    """Record what the steering group decided about the draft.

    Raises:
        Refused: when the plan does not lie before it, findings stand in the way of a yes, the result does not
            fit the text, or the decision cannot be recorded here and now.
    """
    return _decide(plan, _APPROVAL, by=by, at=at, facts=facts, meeting=meeting, verb="plan.approved")


@transaction.atomic
def adopt_plan(
    plan: Plan, *, by: Person, at: datetime, facts: DecisionFacts, meeting: Meeting | None = None
) -> Decision:
    """Record what the council decided; with its changes, the new text is the adopted one.

    Raises:
        Refused: when the steering group has not approved the plan, findings stand in the way of a yes, the
            result does not fit the text, or the decision cannot be recorded here and now.
    """
    return _decide(plan, _ADOPTION, by=by, at=at, facts=facts, meeting=meeting, verb="plan.adopted")


def _decide(
    plan: Plan,
    door: _Gate,
    *,
    by: Person,
    at: datetime,
    facts: DecisionFacts,
    meeting: Meeting | None,
    verb: str,
) -> Decision:
    gate = Gate.objects.select_related("phase", "process").get(process=plan.process_id, key=door.key)
    outline = plan_outline(plan)
    laid = latest_version(plan)
    is_changed = laid is None or words_digest(version_content(outline)) != words_digest(laid.content)
    findings = []
    if facts.opens_the_gate:
        checked = check_plan(with_decision(outline, door.kind, gate.body_kind, facts))
        findings = [finding for finding in checked if finding.rule not in door.spares]
    verdict = door.rule(plan, by=by, at=at, findings=findings)
    enforce(first_refusal((verdict, check_result(facts.result, is_changed=is_changed))))
    version = freeze_version(plan, by=by, at=at, label=facts.result) if laid is None or is_changed else laid
    decision = write_decision(
        gate, by=by, at=at, facts=facts, meeting=meeting,
        subject=f"plan/{plan.pk}/version/{version.number}", subject_digest=version.digest,
    )  # fmt: skip
    if facts.opens_the_gate:
        _say_yes(plan, door, gate, version, verdict=verdict, decision=decision, at=at)
    else:
        _say_no(plan, gate, facts, at=at)
    said = verb if facts.opens_the_gate else f"plan.{facts.result}"
    log(plan, said, by=by, at=at, is_public=decision.is_open, **decision_content(decision))
    return decision


def _say_yes(
    plan: Plan,
    door: _Gate,
    gate: Gate,
    version: Version,
    *,
    verdict: Verdict,
    decision: Decision,
    at: datetime,
) -> None:
    pass_gate(gate, verdict=verdict, decision=decision, at=at)
    _set_state(plan, door.yes)
    if door is _ADOPTION:
        version.is_adopted = True
        version.save(update_fields=["is_adopted"])
        plan.action_plans.filter(decision=None).update(decision=decision)


def _say_no(plan: Plan, gate: Gate, facts: DecisionFacts, *, at: datetime) -> None:
    """Sent back, drafting opens again with the reason; rejected, the gate stays shut."""
    if facts.result == Decision.Result.REJECTED:
        Gate.objects.filter(pk=gate.pk).update(state=Gate.State.REJECTED)
        _set_state(plan, Plan.State.REJECTED, facts.reason)
        return
    reopen_phase(Phase.objects.get(process=plan.process_id, key="drafting"), at=at)
    _set_state(plan, Plan.State.DRAFT, facts.reason)


def _set_state(plan: Plan, state: str, reason: str = "") -> None:
    plan.state, plan.state_reason = state, reason
    plan.save(update_fields=["state", "state_reason"])


@transaction.atomic
def publish_plan(plan: Plan, *, by: Person, at: datetime) -> Version:
    """Let anyone read the adopted version; an earlier one stays as history.

    Raises:
        Refused: when nothing is adopted, the version is published already, or the process is not.
    """
    version = plan.versions.filter(is_adopted=True).order_by("-number").first()
    enforce(may_publish_plan(plan, version, by=by, at=at))
    plan.versions.filter(pk=version.pk).update(is_public=True)  # type: ignore[union-attr]
    plan.published_at = at
    plan.save(update_fields=["published_at"])
    log(plan, "plan.published", by=by, at=at, is_public=True, version=version.number)  # type: ignore[union-attr]
    return version  # type: ignore[return-value]


@transaction.atomic
def revise_plan(plan: Plan, *, by: Person, at: datetime, reason: str) -> None:
    """Open an adopted plan for a new version; the adopted one holds until the council has decided again.

    Raises:
        Refused: when nothing is adopted, no open phase allows it, or the reason is missing.
    """
    enforce(may_revise(plan, by=by, at=at, reason=reason))
    reopen_phase(Phase.objects.get(process=plan.process_id, key="drafting"), at=at)
    _set_state(plan, Plan.State.DRAFT, reason)
    log(plan, "plan.revised", by=by, at=at, is_public=True, reason=reason)
