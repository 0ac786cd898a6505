"""Deadlines: those of a process, and where they would fall if its dates were others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.dates import shift
from dugnad.papers.charts.timeline import Point, timeline
from dugnad.processes.models import Deadline, Period
from dugnad.processes.rules.blueprints import Span, blueprints, plan_phases, planned_anchors

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from django.db.models import QuerySet

    from dugnad.papers.charts.picture import Picture
    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True)
class Move:
    """A deadline that another plan puts on another day."""

    deadline: Deadline
    after: date


def deadlines_of(process: Process) -> QuerySet[Deadline]:
    """Give a process's deadlines by day, with owner and phase, and the history of their moves."""
    rows = Deadline.objects.filter(process=process).select_related("owner", "phase")
    return rows.prefetch_related("moves__by")


def deadlines_with_process() -> QuerySet[Deadline]:
    """Give deadlines with their process and place, for acting on one of them."""
    return Deadline.objects.select_related("process__place", "owner", "phase")


def open_deadlines(process: Process) -> list[Deadline]:
    """Give what is still to be met, soonest first."""
    return list(Deadline.objects.filter(process=process, done_at=None).select_related("owner"))


def current_period(process: Process) -> Period | None:
    """Give the period that holds now, or none."""
    return Period.objects.filter(process=process, replaced_at=None).first()


def last_day_of_work(process: Process) -> date | None:
    """Give the last day the work is planned for: its period's, else the day of adoption, or none."""
    held = current_period(process)
    return held.ends_on if held else process.adopt_by


def periods_of(process: Process) -> QuerySet[Period]:
    """Give every period the process has had, the newest first."""
    return Period.objects.filter(process=process).order_by("-decided_at", "-id")


def planned_days(
    process: Process, *, starts_on: date, adopt_by: date | None, period: tuple[date, date] | None
) -> dict[str, date]:
    """Say on which day each of the blueprint's deadlines falls with these dates, by its key."""
    plan = blueprints()[process.blueprint]
    spans = plan_phases(plan, starts_on=starts_on, adopt_by=adopt_by)
    anchors = planned_anchors(spans, starts_on=starts_on, period=Span(*period) if period else None)
    return {
        row.key: max(shift(anchors[row.anchor], row.offset), starts_on)
        for row in plan.deadlines
        if row.anchor in anchors
    }


def planned_moves(
    process: Process, *, starts_on: date, adopt_by: date | None, period: tuple[date, date] | None
) -> list[Move]:
    """Say which deadlines these dates would move, and where to; what is done or fixed by hand stays."""
    days = planned_days(process, starts_on=starts_on, adopt_by=adopt_by, period=period)
    known = Deadline.objects.filter(process=process, is_fixed=False, done_at=None)
    return [Move(row, days[row.key]) for row in known if row.key in days and days[row.key] != row.due_on]


def is_late(deadline: Deadline, *, at: datetime) -> bool:
    """Tell whether the day has passed and nobody has ticked the deadline off."""
    return deadline.done_at is None and deadline.due_on < timezone.localdate(at)


def present_dates(process: Process) -> dict[str, Any]:
    """Give the dates that hold now, as the form for changing them begins."""
    period = current_period(process)
    held = (
        {
            "period_first": period.starts_on,
            "period_last": period.ends_on,
            "county_exception": period.county_exception,
        }
        if period
        else {}
    )
    return {"starts_on": process.starts_on, "adopt_by": process.adopt_by, **held}


def picture_of(process: Process, deadlines: Iterable[Deadline], *, at: datetime) -> Picture:
    """Draw the deadlines on a line through time, in the reader's language."""
    points = [
        Point(row.due_on, row.title, done=row.done_at is not None, detail=owner_of(row)) for row in deadlines
    ]
    language = get_language() or process.language
    return timeline(_("Deadlines"), points, today=timezone.localdate(at), language=language)


def owner_of(deadline: Deadline) -> str:
    """Say who answers for a deadline: a person, else a part."""
    if deadline.owner:
        return str(deadline.owner)
    return str(deadline.get_owner_kind_display()) if deadline.owner_kind else ""
