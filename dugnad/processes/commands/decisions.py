"""Recording what bodies decided, and opening the gates that a yes opens."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import Verdict, enforce
from dugnad.processes.commands.start import find_or_make_body
from dugnad.processes.commands.steps import finish_phase, open_next
from dugnad.processes.models import Decision, Gate, Phase
from dugnad.processes.rules import DecisionFacts, may_decide_start, may_record_decision

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Meeting


def write_decision(
    gate: Gate,
    *,
    by: Person,
    at: datetime,
    facts: DecisionFacts,
    subject: str = "",
    subject_digest: str = "",
    meeting: Meeting | None = None,
) -> Decision:
    """Write down what the gate's body decided about exactly which text. A step: the calling command logs it.

    Raises:
        Refused: when the decision cannot be recorded here and now.
    """
    process = gate.process
    enforce(may_record_decision(process, gate, by=by, at=at, facts=facts))
    return Decision.objects.create(
        process=process,
        gate=gate,
        body=find_or_make_body(process, gate.body_kind),
        meeting=meeting,
        subject=subject,
        subject_digest=subject_digest,
        recorded_at=at,
        recorded_by=by,
        **asdict(facts),
    )


def pass_gate(gate: Gate, *, verdict: Verdict, decision: Decision, at: datetime) -> None:
    """Open a gate after a yes: its phase is done, the next opens. A step: the calling command logs it.

    The verdict is the room's own rule, asked by the room's own command (decision 0002): gates never
    resolve upward.

    Raises:
        Refused: when the verdict is a no.
        ValueError: when the decision is another gate's.
    """
    enforce(verdict)
    if decision.gate_id != gate.pk:
        message = f"decision {decision.pk} is not about gate {gate.key}"
        raise ValueError(message)
    gate.state, gate.passed_at = Gate.State.PASSED, at
    gate.save(update_fields=["state", "passed_at"])
    phase = gate.phase
    if phase.state == Phase.State.OPEN:
        finish_phase(phase, at=at)
        open_next(phase, at=at)


def decision_content(decision: Decision) -> dict[str, Any]:
    """Say a decision as a journal entry does; what was decided behind closed doors is not told in it."""
    facts = {
        "body": decision.body.name,
        "result": decision.result,
        "decided_on": decision.decided_on,
        "case_number": decision.case_number,
        "subject": decision.subject,
        "subject_digest": decision.subject_digest,
    }
    return (
        facts if not decision.is_open else {**facts, "wording": decision.wording, "reason": decision.reason}
    )


@transaction.atomic
def decide_start(
    gate: Gate, *, by: Person, at: datetime, facts: DecisionFacts, meeting: Meeting | None = None
) -> Decision:
    """Record the municipality's start decision; a yes opens the work.

    Raises:
        Refused: when mandate, project owner, steering group or project manager is missing, or the decision
            cannot be recorded here and now.
    """
    verdict = may_decide_start(gate.process, by=by, at=at, on=facts.decided_on)
    if facts.opens_the_gate:
        enforce(verdict)
    decision = write_decision(gate, by=by, at=at, facts=facts, meeting=meeting)
    if facts.opens_the_gate:
        pass_gate(gate, verdict=verdict, decision=decision, at=at)
    _log(decision, "start.decided", by=by, at=at)
    return decision


def _log(decision: Decision, verb: str, *, by: Person, at: datetime) -> None:
    record(
        verb, subject=f"decision/{decision.pk}", process_id=decision.process_id, by=by, at=at,
        content=decision_content(decision), is_public=decision.is_open,
    )  # fmt: skip
