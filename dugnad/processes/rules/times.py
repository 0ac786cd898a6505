"""Dates that can be, and those that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Process
from dugnad.processes.rules.roles import LEADERS, has_role, may_lead

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Deadline


def check_dates(starts_on: date, adopt_by: date | None, period: tuple[date, date] | None) -> Verdict:
    """Nothing ends before it begins, and a plan is adopted after the work on it has started."""
    return first_refusal((check_adoption(starts_on, adopt_by), check_period(period)))


def check_adoption(starts_on: date, adopt_by: date | None) -> Verdict:
    """A plan is adopted after the work on it has started."""
    if adopt_by and adopt_by <= starts_on:
        return refuse(_("The plan cannot be adopted before the process starts."))
    return ALLOWED


def check_period(period: tuple[date, date] | None) -> Verdict:
    """A period ends after it begins."""
    if period and period[1] <= period[0]:
        return refuse(_("The period ends before it begins."))
    return ALLOWED


def may_move_deadline(deadline: Deadline, *, by: Person | None, at: datetime, reason: str) -> Verdict:
    """Those who lead, and whoever owns the deadline, move it, with a reason, while it is not done."""
    owns = by is not None and deadline.owner_id == by.pk
    leads = has_role(deadline.process, *LEADERS, by=by, at=at)
    return first_refusal(
        (
            ALLOWED
            if owns or leads
            else refuse(_("Only its owner or those who lead the process move a deadline.")),
            refuse(_("The deadline has been met; it stays as it was.")) if deadline.done_at else ALLOWED,
            ALLOWED if reason.strip() else refuse(_("Write why the deadline is moved.")),
        )
    )


def may_finish_deadline(deadline: Deadline, *, by: Person | None, at: datetime) -> Verdict:
    """Those who lead, whoever owns it, and anyone with the part it is meant for, tick off a deadline."""
    owns = by is not None and deadline.owner_id == by.pk
    plays = has_role(deadline.process, *LEADERS, *filter(None, [deadline.owner_kind]), by=by, at=at)
    return first_refusal(
        (
            ALLOWED
            if owns or plays
            else refuse(_("Only its owner or those who lead the process tick it off.")),
            refuse(_("The deadline is already ticked off.")) if deadline.done_at else ALLOWED,
        )
    )


def may_plan_times(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Those who lead plan the dates of a process that is not over."""
    over = process.state in {Process.State.WITHDRAWN, Process.State.CLOSED}
    return first_refusal(
        (may_lead(process, by=by, at=at), refuse(_("The process is over.")) if over else ALLOWED)
    )
