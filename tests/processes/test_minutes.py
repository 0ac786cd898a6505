"""Attendance and minutes: recorded, written by two, approved once."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.translation import override

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands.meetings import Invitee
from dugnad.processes.commands.minutes import approve_minutes, record_attendance, write_minutes
from dugnad.processes.models import Attendance, Meeting
from tests import make
from tests.processes import meeting_story as story


def test_a_meeting_has_been_held_when_it_is_known_who_came(db):
    meeting = story.called()
    by = story.editor_of(meeting.process)
    with pytest.raises(Refused):
        record_attendance(meeting, by=by, at=make.AT, states={})
    row = meeting.attendances.first()
    guests = [Invitee(name="Gro Gjest")]
    record_attendance(meeting, by=by, at=story.AFTER, states={row.pk: "absent"}, others=guests)
    found = list(meeting.attendances.order_by("name").values_list("name", "state"))
    assert found == [
        ("Gro Gjest", Attendance.State.PRESENT),
        ("Mona Medlem", Attendance.State.ABSENT),
        ("Ola Vara", Attendance.State.CALLED),
    ]
    assert Meeting.objects.get().state == Meeting.State.HELD


def test_minutes_come_after_the_attendance(db):
    meeting = story.called()
    with pytest.raises(Refused) as refused:
        write_minutes(meeting, by=story.editor_of(meeting.process), at=story.AFTER, minutes={}, revision=1)
    with override("en"):
        assert str(refused.value) == "Record who came to the meeting first."


def test_two_who_write_at_once_lose_nothing(client, db):
    meeting = story.held()
    by = story.editor_of(meeting.process)
    first, second = meeting.items.order_by("number")
    write_minutes(meeting, by=by, at=story.AFTER, minutes={first.pk: "Kari skrev dette."}, revision=1)
    address = reverse("processes:write_minutes", args=[meeting.process_id, meeting.pk])
    typed = {"revision": 1, f"minutes_{first.pk}": "", f"minutes_{second.pk}": "Ola skrev dette."}
    with story.visit(client, by, at=story.AFTER):
        page = client.post(address, typed)
    assert page.status_code == 422
    assert "Ola skrev dette." in page.content.decode()
    first.refresh_from_db()
    assert first.minutes == "Kari skrev dette."


def test_minutes_are_approved_when_every_item_is_answered_and_then_stay(db):
    meeting = story.held()
    by = story.editor_of(meeting.process)
    first, second = meeting.items.order_by("number")
    write_minutes(meeting, by=by, at=story.AFTER, minutes={first.pk: "Godkjent."}, revision=1)
    meeting.refresh_from_db()
    with pytest.raises(Refused):
        approve_minutes(meeting, by=by, at=story.AFTER)
    write_minutes(meeting, by=by, at=story.AFTER, minutes={second.pk: "Utsatt."}, revision=2)
    meeting = Meeting.objects.get()
    approve_minutes(meeting, by=by, at=story.AFTER)
    with pytest.raises(Refused):
        write_minutes(meeting, by=by, at=story.AFTER, minutes={}, revision=3)
    assert Meeting.objects.get().minutes_at == story.AFTER
