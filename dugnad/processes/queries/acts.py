"""What the reader may do with a process, each with the rule's own answer, for the buttons of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dugnad.processes.models import Process
from dugnad.processes.queries.deadlines import deadlines_of, is_late
from dugnad.processes.queries.path import phases_of
from dugnad.processes.rules import (
    may_change_state,
    may_end_phase,
    may_enter_midway,
    may_lead,
    may_publish,
    may_skip_phase,
    may_start,
)
from dugnad.processes.rules.times import may_finish_deadline, may_move_deadline

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.kit.verdicts import Verdict
    from dugnad.people.models import Person
    from dugnad.processes.models import Deadline, Phase

COMING = "…"  # stands for the reason that the next page asks for


@dataclass(frozen=True, slots=True)
class PhaseActs:
    """What may be done with one phase."""

    phase: Phase
    end: Verdict
    skip: Verdict


@dataclass(frozen=True, slots=True)
class DeadlineActs:
    """A deadline with what may be done with it."""

    deadline: Deadline
    is_late: bool
    finish: Verdict
    move: Verdict


def phase_acts(process: Process, *, by: Person | None, at: datetime) -> dict[int, PhaseActs]:
    """Answer for each phase, by its id."""
    return {
        phase.pk: PhaseActs(
            phase,
            may_end_phase(phase, by=by, at=at),
            may_skip_phase(phase, by=by, at=at, reason=COMING),
        )
        for phase in phases_of(process)
    }


def process_acts(process: Process, *, by: Person | None, at: datetime) -> dict[str, Verdict]:
    """Answer for the process as a whole."""
    states = {
        state.name.lower(): may_change_state(process, state, by=by, at=at, reason=COMING)
        for state in Process.State
    }
    return {
        **states,
        "edit": may_lead(process, by=by, at=at),
        "publish": may_publish(process, by=by, at=at),
        "enter_midway": may_enter_midway(process, by=by, at=at, reason=COMING),
        "copy": may_start(process.place, by=by, at=at),
    }


def deadline_acts(process: Process, *, by: Person | None, at: datetime) -> list[DeadlineActs]:
    """Give the deadlines by day, each with what may be done with it."""
    found = []
    for deadline in deadlines_of(process):
        deadline.process = process
        finish = may_finish_deadline(deadline, by=by, at=at)
        move = may_move_deadline(deadline, by=by, at=at, reason=COMING)
        found.append(DeadlineActs(deadline, is_late(deadline, at=at), finish, move))
    return found
