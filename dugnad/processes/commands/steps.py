"""Moving along the path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.processes.models import Gate, Phase, Process
from dugnad.processes.rules import may_change_state, may_end_phase, may_lead, may_skip_phase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dugnad.people.models import Person

_VERBS = {
    Process.State.PAUSED: "process.paused",
    Process.State.RUNNING: "process.resumed",
    Process.State.WITHDRAWN: "process.withdrawn",
    Process.State.CLOSED: "process.closed",
}


def open_next(phase: Phase, *, at: datetime) -> Phase | None:
    """Open the phase that follows this one, unless it is open or over already; give the one opened.

    A step inside a command; writes no entry of its own.
    """
    later = Phase.objects.filter(process=phase.process_id, number__gt=phase.number)
    following = later.exclude(state=Phase.State.SKIPPED).order_by("number").first()
    if following is None or following.state != Phase.State.AHEAD:
        return None
    following.state, following.opened_at = Phase.State.OPEN, at
    following.save(update_fields=["state", "opened_at"])
    return following


def finish_phase(phase: Phase, *, at: datetime, state: str = Phase.State.DONE, reason: str = "") -> None:
    """Put a phase behind us, done or skipped, and its deadlines with it: nobody is reminded of what is over.

    A step inside a command; writes no entry of its own.
    """
    phase.state, phase.ended_at, phase.reason = state, at, reason
    phase.save(update_fields=["state", "ended_at", "reason"])
    phase.deadlines.filter(done_at=None).update(done_at=at, is_lapsed=True)


def reopen_phase(phase: Phase, *, at: datetime) -> None:
    """Open a phase anew, with its own and all later gates undecided: what is changed is decided on again.

    Later phases that end in a decision lie ahead once more; one that only runs, such as the implementation of
    what was adopted, goes on. Earlier decisions stay as they were recorded. A step inside a command.
    """
    gates = Gate.objects.filter(process=phase.process_id, phase__number__gte=phase.number)
    later = [gate.phase_id for gate in gates if gate.phase_id != phase.pk]
    gates.update(state=Gate.State.CLOSED, passed_at=None)
    Phase.objects.filter(pk__in=later).update(state=Phase.State.AHEAD, opened_at=None, ended_at=None)
    phase.state, phase.opened_at, phase.ended_at = Phase.State.OPEN, at, None
    phase.save(update_fields=["state", "opened_at", "ended_at"])


@transaction.atomic
def end_phase(phase: Phase, *, by: Person, at: datetime) -> None:
    """End an open phase that no decision closes, and open the next.

    Raises:
        Refused: when the person does not lead, or the phase waits for its decision.
    """
    enforce(may_end_phase(phase, by=by, at=at))
    finish_phase(phase, at=at)
    open_next(phase, at=at)
    _log(phase.process, "phase.ended", by=by, at=at, content={"phase": phase.key, "title": phase.title})


@transaction.atomic
def skip_phase(phase: Phase, *, by: Person, at: datetime, reason: str) -> None:
    """Leave out a recommended phase, with a written reason (decision 0023).

    Raises:
        Refused: when the phase is not recommended only, is over, or the reason is missing.
    """
    enforce(may_skip_phase(phase, by=by, at=at, reason=reason))
    was_open = phase.state == Phase.State.OPEN
    finish_phase(phase, at=at, state=Phase.State.SKIPPED, reason=reason)
    if was_open:
        open_next(phase, at=at)
    content = {"phase": phase.key, "title": phase.title, "reason": reason}
    _log(phase.process, "phase.skipped", by=by, at=at, content=content)


@transaction.atomic
def rename_phase(phase: Phase, *, by: Person, at: datetime, title: str) -> None:
    """Call a phase what the municipality calls it, in this process alone.

    Raises:
        Refused: when the person does not lead.
    """
    enforce(may_lead(phase.process, by=by, at=at))
    before, phase.title = phase.title, title
    phase.save(update_fields=["title"])
    _log(phase.process, "phase.renamed", by=by, at=at, content={"before": before, "after": title})


@transaction.atomic
def change_state(process: Process, *, by: Person, at: datetime, state: str, reason: str = "") -> None:
    """Pause, resume, withdraw or close a process.

    Raises:
        Refused: when the person does not lead, the step is not possible from here, or the reason is missing.
    """
    enforce(may_change_state(process, state, by=by, at=at, reason=reason))
    process.state, process.state_reason = state, reason
    process.save(update_fields=["state", "state_reason"])
    _log(
        process,
        _VERBS[Process.State(state)],
        by=by,
        at=at,
        content={"reason": reason, "title": process.title},
    )


def _log(process: Process, verb: str, *, by: Person, at: datetime, content: Mapping[str, object]) -> None:
    record(
        verb,
        subject=f"process/{process.pk}",
        process_id=process.pk,
        by=by,
        at=at,
        content=content,
        is_public=True,
    )
