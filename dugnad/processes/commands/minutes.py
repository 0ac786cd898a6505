"""What came of a meeting: who was there, and the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import enforce
from dugnad.processes.commands.meetings import log_meeting
from dugnad.processes.models import Attendance, Meeting
from dugnad.processes.rules.meetings import may_approve_minutes, may_record_attendance, may_write_minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.commands.meetings import Invitee


@transaction.atomic
def record_attendance(
    meeting: Meeting, *, by: Person, at: datetime, states: Mapping[int, str], others: Sequence[Invitee] = ()
) -> None:
    """Record who came, sent apologies or stayed away; the meeting has then been held.

    `states` has an `Attendance.State` by the attendance's id; `others` came without being called.

    Raises:
        Refused: when the meeting has not begun, is cancelled, or its minutes are approved.
    """
    enforce(may_record_attendance(meeting, by=by, at=at))
    rows = [row for row in meeting.attendances.all() if row.pk in states]
    for row in rows:
        row.state = states[row.pk]
    Attendance.objects.bulk_update(rows, ["state"])
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting, person=one.person, name=one.name, email=one.email, part=one.part,
            state=Attendance.State.PRESENT,
        )
        for one in others
    )  # fmt: skip
    meeting.state = Meeting.State.HELD
    meeting.save(update_fields=["state"])
    present = meeting.attendances.filter(state=Attendance.State.PRESENT).count()
    log_meeting(meeting, "attendance.recorded", by=by, at=at, is_public=False, present=present)


@transaction.atomic
def write_minutes(
    meeting: Meeting, *, by: Person, at: datetime, minutes: Mapping[int, str], revision: int
) -> None:
    """Write what came of each item, by the item's id; `revision` is the one the writer had read.

    Raises:
        Refused: when nobody's attendance is recorded yet, the minutes are approved, or somebody else has
            saved them since they were read.
    """
    locked = Meeting.objects.select_for_update().select_related("body", "process").get(pk=meeting.pk)
    enforce(may_write_minutes(locked, by=by, at=at, revision=revision))
    changed = [item for item in locked.items.all() if minutes.get(item.pk, item.minutes) != item.minutes]
    for item in changed:
        item.minutes = minutes[item.pk]
        item.save(update_fields=["minutes"])
    locked.revision += 1
    locked.save(update_fields=["revision"])
    numbers = [item.number for item in changed]
    log_meeting(locked, "minutes.written", by=by, at=at, is_public=False, items=numbers)


@transaction.atomic
def approve_minutes(meeting: Meeting, *, by: Person, at: datetime) -> None:
    """Approve the minutes: they stay as they are, and what is open in them becomes public.

    Raises:
        Refused: when an item does not say what came of it, or they are approved already.
    """
    enforce(may_approve_minutes(meeting, by=by, at=at))
    meeting.state, meeting.minutes_at = Meeting.State.MINUTED, at
    meeting.save(update_fields=["state", "minutes_at"])
    log_meeting(meeting, "minutes.approved", by=by, at=at, is_public=True)
