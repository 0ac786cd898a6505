"""Meetings of bodies: planned, called, held, minuted, in that order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.models import Decision, Meeting, Process
from dugnad.processes.rules.roles import RECORDERS, has_role, may_see, may_see_drafts

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.people.models import Person
    from dugnad.processes.models import AgendaItem, Body

State = Meeting.State
_AHEAD = {State.PLANNED, State.CALLED}


def may_keep_meetings(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Project manager, project owner, council secretary and administrator look after meetings."""
    if has_role(process, *RECORDERS, by=by, at=at):
        return ALLOWED
    return refuse(
        _("Only the project manager, the project owner or the council secretary looks after meetings.")
    )


def may_plan_meeting(
    process: Process, *, by: Person | None, at: datetime, body: Body | None = None
) -> Verdict:
    """A body of the process or of its place meets while the process is not over."""
    over = process.state in {Process.State.WITHDRAWN, Process.State.CLOSED}
    strange = body is not None and (
        body.place_id != process.place_id or body.process_id not in {None, process.pk}
    )
    return first_refusal(
        (
            may_keep_meetings(process, by=by, at=at),
            refuse(_("The process is over.")) if over else ALLOWED,
            refuse(_("This body has no part in the process.")) if strange else ALLOWED,
        )
    )


def may_edit_meeting(meeting: Meeting, *, by: Person | None, at: datetime) -> Verdict:
    """Time, place and agenda change until the meeting has been held."""
    fits = meeting.state in _AHEAD
    late = refuse(_("The meeting has been held or cancelled; its time and agenda stay as they were."))
    return first_refusal((may_keep_meetings(meeting.process, by=by, at=at), ALLOWED if fits else late))


def check_closing(*, is_open: bool, legal_basis: str) -> Verdict:
    """A meeting or item is closed only with its basis in law (kommuneloven § 11-5; styrelsesloven § 10)."""
    if is_open or legal_basis.strip():
        return ALLOWED
    return refuse(_("A closed meeting or item needs its legal basis, for example kommuneloven § 11-5."))


def check_span(starts_at: datetime, ends_at: datetime | None) -> Verdict:
    """Nothing ends before it begins."""
    if ends_at is not None and ends_at <= starts_at:
        return refuse(_("The meeting ends before it begins."))
    return ALLOWED


def may_call_meeting(meeting: Meeting, *, by: Person | None, at: datetime, called: int = 1) -> Verdict:
    """A planned meeting ahead is called when it has an agenda and somebody to call; `called` counts them."""
    return first_refusal(
        (
            may_keep_meetings(meeting.process, by=by, at=at),
            ALLOWED if meeting.state == State.PLANNED else refuse(_("Only a planned meeting can be called.")),
            ALLOWED
            if meeting.starts_at > at
            else refuse(_("The time of the meeting has passed; move it first.")),
            ALLOWED if meeting.items.all() else refuse(_("Put at least one item on the agenda first.")),
            ALLOWED if called else refuse(_("Choose at least one person to call.")),
        )
    )


def may_cancel_meeting(
    meeting: Meeting, *, by: Person | None, at: datetime, reason: str | None = None
) -> Verdict:
    """A meeting that has not been held is cancelled with a reason; without `reason` the rest is judged."""
    silent = reason is not None and not reason.strip()
    return first_refusal(
        (
            may_edit_meeting(meeting, by=by, at=at),
            refuse(_("Write why the meeting is cancelled; those who were called will read it."))
            if silent
            else ALLOWED,
        )
    )


def may_record_attendance(meeting: Meeting, *, by: Person | None, at: datetime) -> Verdict:
    """Who came is recorded once the meeting has begun, until its minutes are approved."""
    return first_refusal(
        (
            may_keep_meetings(meeting.process, by=by, at=at),
            _not_over(meeting),
            ALLOWED if meeting.starts_at <= at else refuse(_("The meeting has not begun yet.")),
        )
    )


def may_write_minutes(
    meeting: Meeting, *, by: Person | None, at: datetime, revision: int | None = None
) -> Verdict:
    """Minutes are written after the attendance, until they are approved; `revision` is what was read."""
    outdated = revision is not None and revision != meeting.revision
    return first_refusal(
        (
            may_record_attendance(meeting, by=by, at=at),
            ALLOWED if meeting.state == State.HELD else refuse(_("Record who came to the meeting first.")),
            refuse(
                _(
                    "Somebody else has saved the minutes while you wrote. What you wrote is still below; "
                    "compare it with what stands on the meeting's page, and save again."
                )
            )
            if outdated
            else ALLOWED,
        )
    )


def may_approve_minutes(meeting: Meeting, *, by: Person | None, at: datetime) -> Verdict:
    """Minutes are approved when every item says what came of it, in minutes or in a decision."""
    return first_refusal((may_write_minutes(meeting, by=by, at=at), _everything_minuted(meeting)))


def may_see_meeting(meeting: Meeting, *, by: Person | None, at: datetime) -> Verdict:
    """Anyone sees a published process's meetings once they are called; plans are for those with a part."""
    if meeting.state == State.PLANNED:
        return may_see_drafts(meeting.process, by=by, at=at)
    return may_see(meeting.process, by=by, at=at)


def may_see_closed_items(meeting: Meeting, *, by: Person | None, at: datetime) -> Verdict:
    """What was closed, and minutes that are not approved, are for those who have a part in the process."""
    return may_see_drafts(meeting.process, by=by, at=at)


def is_withheld(item: AgendaItem, meeting: Meeting) -> bool:
    """Tell whether the public may know no more of the item than its legal basis."""
    return not (item.is_open and meeting.is_open)


def _not_over(meeting: Meeting) -> Verdict:
    if meeting.state == State.MINUTED:
        return refuse(_("The minutes have been approved; they stay as they are."))
    if meeting.state == State.CANCELLED:
        return refuse(_("The meeting was cancelled."))
    return ALLOWED


def decisions_at(meeting: Meeting) -> QuerySet[Decision]:
    """Give what was decided in the meeting: recorded with it, or for its body on its day."""
    day = timezone.localdate(meeting.starts_at)
    here = Q(meeting=meeting) | Q(meeting=None, body=meeting.body_id, decided_on=day)
    return Decision.objects.filter(here, process=meeting.process_id)


def _everything_minuted(meeting: Meeting) -> Verdict:
    silent = {item.gate_id for item in meeting.items.all() if not (item.minutes.strip() or item.decision_id)}
    if silent and None not in silent:
        silent -= set(decisions_at(meeting).values_list("gate_id", flat=True))
    return refuse(_("Write what came of every item first.")) if silent else ALLOWED


def may_read_paper(meeting: Meeting, paper: str, *, by: Person | None, at: datetime) -> Verdict:
    """Minutes are everybody's when approved; calling and agenda with the meeting itself."""
    if paper == "minutes" and meeting.state != State.MINUTED:
        return may_see_drafts(meeting.process, by=by, at=at)
    return may_see_meeting(meeting, by=by, at=at)
