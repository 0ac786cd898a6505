"""What a recorded decision must say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Decision, Gate, Phase, Process
from dugnad.processes.rules.roles import may_record

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person

Result = Decision.Result


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What a body decided, as it is minuted; `disqualified` has one name a line."""

    decided_on: date
    result: str
    case_number: str = ""
    wording: str = ""
    reason: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    votes_blank: int | None = None
    disqualified: str = ""
    is_open: bool = True
    legal_basis: str = ""
    in_retrospect: bool = False

    @property
    def opens_the_gate(self) -> bool:
        """Tell whether the body said yes."""
        return self.result in {Result.ADOPTED, Result.ADOPTED_WITH_CHANGES}


def check_day(facts: DecisionFacts, *, at: datetime) -> Verdict:
    """A decision is recorded when it has been made, in the municipality's own calendar day."""
    if facts.decided_on <= timezone.localdate(at):
        return ALLOWED
    return refuse(_("The day of the decision lies ahead; record it when it has been made."))


def check_basis(facts: DecisionFacts) -> Verdict:
    """What was decided behind closed doors names the law that closed them (kommuneloven § 11-5)."""
    if facts.is_open or facts.legal_basis.strip():
        return ALLOWED
    return refuse(_("A closed meeting needs its legal basis, for example kommuneloven § 11-5."))


def check_reason(facts: DecisionFacts) -> Verdict:
    """A no has its reason: drafting reopens with it (seed 002)."""
    if facts.reason.strip() or facts.result not in {Result.SENT_BACK, Result.REJECTED}:
        return ALLOWED
    return refuse(_("Write the reason: it is what those who go on with the work must know."))


def check_decision(facts: DecisionFacts, *, at: datetime) -> Verdict:
    """A decision has a day that has come, a basis when closed, a reason for a no."""
    return first_refusal((check_day(facts, at=at), check_basis(facts), check_reason(facts)))


def may_record_decision(
    process: Process, gate: Gate, *, by: Person | None, at: datetime, facts: DecisionFacts
) -> Verdict:
    """A gate is decided on in its turn (`may_decide_gate`), and the decision says what it must."""
    return first_refusal((may_decide_gate(process, gate, by=by, at=at), check_decision(facts, at=at)))


def may_decide_gate(process: Process, gate: Gate, *, by: Person | None, at: datetime) -> Verdict:
    """A gate is decided on while its phase is open or after it (in retrospect), and only once with a yes."""
    come = gate.phase.state in {Phase.State.OPEN, Phase.State.DONE}
    running = process.state == Process.State.RUNNING
    return first_refusal(
        (
            may_record(process, by=by, at=at),
            ALLOWED
            if running
            else refuse(_("The process is not running: it is paused, withdrawn or closed.")),
            ALLOWED if gate.state != Gate.State.PASSED else refuse(_("This decision has already been made.")),
            ALLOWED if come else refuse(_("The work has not come to this decision yet.")),
        )
    )
