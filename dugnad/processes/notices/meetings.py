"""Mail to those who are called to a meeting, with the meeting for their calendar; nothing closed is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from dugnad.papers.calendar import Event, to_calendar
from dugnad.processes.models import Attendance, Meeting
from dugnad.processes.notices.letters import absolute, language_for, write_letter
from dugnad.processes.queries.meetings import meeting_sheet, meetings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.mail import EmailMultiAlternatives

    from dugnad.journal.models import Entry
    from dugnad.processes.models import Process
    from dugnad.processes.queries.meetings import MeetingSheet


def letters_of_meeting(entry: Entry, process: Process) -> Iterator[EmailMultiAlternatives]:
    """Call, move or cancel: tell everybody on the meeting's list, whatever mail they otherwise want."""
    meeting = meetings().filter(pk=entry.subject.removeprefix("meeting/")).first()
    if meeting is None or (entry.verb == "meeting.moved" and meeting.state == Meeting.State.PLANNED):
        return
    page = absolute(reverse("processes:show_meeting", args=[process.pk, meeting.pk]))
    papers = {
        name: absolute(reverse("processes:show_paper", args=[process.pk, meeting.pk, name, "pdf"]))
        for name in ("calling", "agenda")
    }
    for row in meeting.attendances.select_related("person"):
        if address := _address(row):
            language = language_for(row.person, process)
            with override(language):
                sheet = meeting_sheet(meeting, in_full=False)
            mail = write_letter(
                "meeting", to=address, language=language, meeting=sheet, process=process, page=page,
                papers=papers, verb=entry.verb.partition(".")[2], name=row.name,
            )  # fmt: skip
            mail.attach("meeting.ics", _calendar(sheet, entry, language, page), "text/calendar")
            yield mail


def _address(row: Attendance) -> str:
    if row.person is None:
        return row.email
    return "" if row.person.erased_at else row.person.email


def _calendar(sheet: MeetingSheet, entry: Entry, language: str, page: str) -> bytes:
    name = f"{sheet.body.name}: {sheet.process.title}"
    event = Event(
        uid=f"meeting-{sheet.pk}@{urlsplit(settings.PUBLIC_URL).hostname}",
        summary=name, start=sheet.starts_at, end=sheet.ends_at, location=sheet.venue, url=page,
        sequence=sheet.sequence, cancelled=sheet.state == Meeting.State.CANCELLED,
    )  # fmt: skip
    return to_calendar(name, [event], language=language, stamp=entry.at)
