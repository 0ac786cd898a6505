"""What a recorded decision must say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Decision, Gate, Phase
from dugnad.processes.rules.roles import may_record

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process

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


def check_decision(facts: DecisionFacts, *, at: datetime) -> Verdict:
    """A decision has a day that has come, a basis when closed (kommuneloven § 11-5), a reason for a no."""
    needs_reason = facts.result in {Result.SENT_BACK, Result.REJECTED}
    return first_refusal(
        (
            ALLOWED
            if facts.decided_on <= at.date()
            else refuse(_("The day of the decision lies ahead; record it when it has been made.")),
            ALLOWED
            if facts.is_open or facts.legal_basis.strip()
            else refuse(_("A closed meeting needs its legal basis, for example kommuneloven § 11-5.")),
            ALLOWED
            if facts.reason.strip() or not needs_reason
            else refuse(_("Write the reason: it is what those who go on with the work must know.")),
        )
    )


def may_record_decision(
    process: Process, gate: Gate, *, by: Person | None, at: datetime, facts: DecisionFacts
) -> Verdict:
    """A gate is decided on while its phase is open, by a body that exists, and only once with a yes."""
    return first_refusal(
        (
            may_record(process, by=by, at=at),
            ALLOWED if gate.state != Gate.State.PASSED else refuse(_("This decision has already been made.")),
            ALLOWED
            if gate.phase.state == Phase.State.OPEN or facts.in_retrospect
            else refuse(_("The work has not come to this decision yet.")),
            check_decision(facts, at=at),
        )
    )
