"""Moving along the path: ending and skipping phases, pausing and closing the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Gate, Phase, Process
from dugnad.processes.rules.roles import may_lead

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person

_FROM = {
    Process.State.PAUSED: {Process.State.RUNNING},
    Process.State.RUNNING: {Process.State.PAUSED},
    Process.State.WITHDRAWN: {Process.State.RUNNING, Process.State.PAUSED},
    Process.State.CLOSED: {Process.State.RUNNING, Process.State.PAUSED},
}


def may_end_phase(phase: Phase, *, by: Person | None, at: datetime) -> Verdict:
    """An open phase without an undecided gate may be ended by those who lead."""
    return first_refusal(
        (
            may_lead(phase.process, by=by, at=at),
            _is_running(phase.process),
            ALLOWED if phase.state == Phase.State.OPEN else refuse(_("Only an open phase can be ended.")),
            _no_gate_waits(phase),
        )
    )


def may_skip_phase(phase: Phase, *, by: Person | None, at: datetime, reason: str) -> Verdict:
    """A recommended phase may be skipped with a written reason; only decisions are strict (decision 0023)."""
    reachable = phase.state in {Phase.State.AHEAD, Phase.State.OPEN}
    return first_refusal(
        (
            may_lead(phase.process, by=by, at=at),
            _is_running(phase.process),
            ALLOWED
            if phase.is_recommended
            else refuse(_("This phase ends in a decision and cannot be skipped.")),
            ALLOWED if reachable else refuse(_("This phase is already over.")),
            ALLOWED if reason.strip() else refuse(_("Write why the phase is skipped.")),
        )
    )


def may_change_state(
    process: Process, state: str, *, by: Person | None, at: datetime, reason: str
) -> Verdict:
    """Pause, resume, withdraw or close, with a written reason (a resumption needs none)."""
    fits = process.state in _FROM[Process.State(state)]
    needs_reason = state != Process.State.RUNNING
    return first_refusal(
        (
            may_lead(process, by=by, at=at),
            ALLOWED if fits else refuse(_("The process is not in a state where this can be done.")),
            ALLOWED
            if reason.strip() or not needs_reason
            else refuse(_("Write the reason; it is kept and shown.")),
        )
    )


def _is_running(process: Process) -> Verdict:
    if process.state == Process.State.RUNNING:
        return ALLOWED
    return refuse(_("The process is not running: it is paused, withdrawn or closed."))


def _no_gate_waits(phase: Phase) -> Verdict:
    if all(gate.state == Gate.State.PASSED for gate in phase.gates.all()):
        return ALLOWED
    return refuse(_("This phase ends when its decision has been recorded."))
