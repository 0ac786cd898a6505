"""Periods and deadlines: planned from anchors, recomputed when a date changes, never without history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.processes.models import Deadline, DeadlineMove, Period, Phase, Process
from dugnad.processes.queries.deadlines import current_period, last_day_of_work, planned_days, planned_moves
from dugnad.processes.rules.blueprints import blueprints, plan_phases
from dugnad.processes.rules.times import (
    check_dates,
    may_finish_deadline,
    may_move_deadline,
    may_plan_times,
    may_set_retention,
)

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person


def write_period(
    process: Process, days: tuple[date, date], *, at: datetime, reason: str = "", county_exception: str = ""
) -> Period:
    """Write the period that holds from now on, unless it holds already; the one before stays as history."""
    known = current_period(process)
    if known and (known.starts_on, known.ends_on, known.county_exception) == (*days, county_exception):
        return known
    Period.objects.filter(process=process, replaced_at=None).update(replaced_at=at)
    return Period.objects.create(
        process=process, starts_on=days[0], ends_on=days[1], reason=reason,
        county_exception=county_exception, decided_at=at,
    )  # fmt: skip


def replan(process: Process, *, by: Person | None, at: datetime, reason: str = "") -> int:
    """Plan phases and deadlines anew from the process's dates; tell how many deadlines moved.

    What is done or fixed by hand stays. Writes no entry: the calling command does.
    """
    plan = blueprints()[process.blueprint]
    spans = plan_phases(plan, starts_on=process.starts_on, adopt_by=process.adopt_by)
    for phase in process.phases.all():
        span = spans.get(phase.key)
        if span and phase.state in {Phase.State.AHEAD, Phase.State.OPEN}:
            Phase.objects.filter(pk=phase.pk).update(planned_start=span.starts_on, planned_end=span.ends_on)
    held = current_period(process)
    dates: dict[str, Any] = {
        "starts_on": process.starts_on,
        "adopt_by": process.adopt_by,
        "period": (held.starts_on, held.ends_on) if held else None,
    }
    _add_missing(process, planned_days(process, **dates))
    moves = planned_moves(process, **dates)
    for move in moves:
        _move(move.deadline, move.after, by=by, at=at, reason=reason)
    return len(moves)


def _add_missing(process: Process, days: dict[str, date]) -> None:
    known = set(process.deadlines.values_list("key", flat=True))
    phases = {phase.key: phase for phase in process.phases.all()}
    Deadline.objects.bulk_create(
        Deadline(
            process=process, phase=phases.get(row.phase), key=row.key, title=row.title[process.language],
            anchor=row.anchor, offset=row.offset, due_on=days[row.key], owner_kind=row.owner,
        )
        for row in blueprints()[process.blueprint].deadlines
        if row.key in days and row.key not in known
    )  # fmt: skip


def _move(deadline: Deadline, to: date, *, by: Person | None, at: datetime, reason: str) -> None:
    DeadlineMove.objects.create(
        deadline=deadline, at=at, by=by, before=deadline.due_on, after=to, reason=reason[:200]
    )
    deadline.due_on, deadline.sequence, deadline.reminded_at = to, deadline.sequence + 1, None
    deadline.save(update_fields=["due_on", "sequence", "reminded_at", "is_fixed"])


@transaction.atomic
def set_period(  # one act: the period and the day of adoption are planned together
    process: Process,
    *,
    by: Person,
    at: datetime,
    starts_on: date,
    adopt_by: date | None,
    period: tuple[date, date] | None,
    reason: str = "",
    county_exception: str = "",
) -> int:
    """Change the dates all is planned from; tell how many deadlines moved. History is kept (B-14, X-4).

    Raises:
        Refused: when the person does not lead, the process is over, or the dates cannot be.
    """
    enforce(first_refusal((may_plan_times(process, by=by, at=at), check_dates(starts_on, adopt_by, period))))
    process.starts_on, process.adopt_by = starts_on, adopt_by
    process.save(update_fields=["starts_on", "adopt_by"])
    if period:
        write_period(process, period, at=at, reason=reason, county_exception=county_exception)
    moved = replan(process, by=by, at=at, reason=reason)
    content = {"starts_on": starts_on, "adopt_by": adopt_by, "period": list(period or ()), "reason": reason}
    _log(
        process,
        "period.set",
        subject=f"process/{process.pk}",
        by=by,
        at=at,
        content={**content, "moved": moved},
    )
    return moved


@transaction.atomic
def set_retention(process: Process, *, by: Person, at: datetime, until: date) -> None:
    """Say until when personal text of the process is kept; after that day, and once it is over, it goes.

    Raises:
        Refused: when the person does not lead, or the day is past, or the work still needs the text then.
    """
    enforce(may_set_retention(process, by=by, at=at, until=until, needed_until=last_day_of_work(process)))
    before, process.keep_personal_until = process.keep_personal_until, until
    process.save(update_fields=["keep_personal_until"])
    content: dict[str, object] = {"before": before, "until": until}
    _log(process, "retention.set", subject=f"process/{process.pk}", by=by, at=at, content=content)


@transaction.atomic
def add_deadline(
    process: Process,
    *,
    by: Person,
    at: datetime,
    title: str,
    due_on: date,
    owner: Person | None = None,
    phase: Phase | None = None,
) -> Deadline:
    """Add a deadline of one's own; it stays where it was put.

    Raises:
        Refused: when the person does not lead the process, or it is over.
    """
    enforce(may_plan_times(process, by=by, at=at))
    deadline = Deadline.objects.create(
        process=process, phase=phase, title=title, due_on=due_on, owner=owner, is_fixed=True
    )
    _log(process, "deadline.added", subject=f"deadline/{deadline.pk}", by=by, at=at,
         content={"title": title, "due_on": due_on})  # fmt: skip
    return deadline


@transaction.atomic
def move_deadline(deadline: Deadline, *, by: Person, at: datetime, due_on: date, reason: str) -> None:
    """Move one deadline by hand; from now on it stays where it was put.

    Raises:
        Refused: when the person neither owns it nor leads, it is done, or the reason is missing.
    """
    enforce(may_move_deadline(deadline, by=by, at=at, reason=reason))
    before, deadline.is_fixed = deadline.due_on, True
    _move(deadline, due_on, by=by, at=at, reason=reason)
    _log(deadline.process, "deadline.moved", subject=f"deadline/{deadline.pk}", by=by, at=at,
         content={"title": deadline.title, "before": before, "after": due_on, "reason": reason})  # fmt: skip


@transaction.atomic
def finish_deadline(deadline: Deadline, *, by: Person, at: datetime) -> None:
    """Tick a deadline off.

    Raises:
        Refused: when it is not theirs to tick off, or already is.
    """
    enforce(may_finish_deadline(deadline, by=by, at=at))
    deadline.done_at = at
    deadline.save(update_fields=["done_at"])
    _log(deadline.process, "deadline.finished", subject=f"deadline/{deadline.pk}", by=by, at=at,
         content={"title": deadline.title})  # fmt: skip


def _log(
    process: Process, verb: str, *, subject: str, by: Person, at: datetime, content: dict[str, object]
) -> None:
    record(verb, subject=subject, process_id=process.pk, by=by, at=at, content=content, is_public=True)
