"""Dates that can be, and those that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dugnad.kit.dates import format_date
from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Process
from dugnad.processes.rules.roles import LEADERS, has_role, may_lead

if TYPE_CHECKING:
    from datetime import date, datetime

    from django_stubs_ext import StrOrPromise

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


def may_set_retention(
    process: Process,
    *,
    by: Person | None,
    at: datetime,
    until: date | None = None,
    needed_until: date | None = None,
) -> Verdict:
    """Those who lead say until when personal text is kept: a day ahead, and not while the work needs it.

    `needed_until` is the last day of the work as planned; once the process is over it binds nobody
    (GDPR art. 5 (1) (e): no longer than necessary).
    """
    is_over = process.state in {Process.State.WITHDRAWN, Process.State.CLOSED}
    too_early = not is_over and until is not None and needed_until is not None and until < needed_until
    past = until is not None and until <= timezone.localdate(at)
    sentence = _("The work needs the text until {day}: choose a later day.")
    return first_refusal(
        (
            may_lead(process, by=by, at=at),
            refuse(_("Choose a day that lies ahead.")) if past else ALLOWED,
            refuse(format_lazy(sentence, day=_said(needed_until))) if too_early else ALLOWED,
        )
    )


def _said(day: date | None) -> StrOrPromise:
    """Write a day in the language of whoever reads it."""
    return lazy(lambda: format_date(day, get_language() or "nb") if day else "", str)()


def may_plan_times(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Those who lead plan the dates of a process that is not over."""
    over = process.state in {Process.State.WITHDRAWN, Process.State.CLOSED}
    return first_refusal(
        (may_lead(process, by=by, at=at), refuse(_("The process is over.")) if over else ALLOWED)
    )
