"""Meetings for the tests of this room: a steering group that meets, with one closed item."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import time_machine

from dugnad.people.models import Person, RoleKind
from dugnad.processes.commands.agenda import ItemFacts, add_item
from dugnad.processes.commands.meetings import Invitee, MeetingFacts, call_meeting, plan_meeting
from dugnad.processes.commands.minutes import record_attendance
from dugnad.processes.models import Attendance, Body, Meeting, Process, ProcessRole
from tests import make

STARTS = datetime(2027, 3, 18, 17, 0, tzinfo=UTC)  # 18.00 in Oslo
AFTER = STARTS + timedelta(days=1)
SECRET = "Oppkjøp av Hansen Mek"  # a closed item's title; nobody outside may meet it
SECRET_TEXT = "Tilbudet er på tre millioner."
BASIS = "kommuneloven § 11-5, offl. § 23"


def editor_of(process: Process) -> Person:
    """Who looks after the process."""
    return ProcessRole.objects.get(process=process, kind=RoleKind.EDITOR).person


def body_of(process: Process, kind: str = Body.Kind.STEERING_GROUP) -> Body:
    """A body of the process."""
    return Body.objects.get(process=process, kind=kind)


def planned(process: Process | None = None, **facts: object) -> Meeting:
    """A planned meeting of the steering group, its agenda empty."""
    process = process or make.process()
    values = {"starts_at": STARTS, "venue": "Formannskapssalen", **facts}
    return plan_meeting(
        process, by=editor_of(process), at=make.AT, body=body_of(process), facts=MeetingFacts(**values)
    )


def with_agenda(process: Process | None = None, **facts: object) -> Meeting:
    """A planned meeting with one open and one closed item."""
    meeting = planned(process, **facts)
    by = editor_of(meeting.process)
    add_item(meeting, by=by, at=make.AT, facts=ItemFacts(title="Visjon og hovedmål", proposal="Godkjennes."))
    closed = ItemFacts(title=SECRET, text=SECRET_TEXT, proposal=SECRET_TEXT, is_open=False, legal_basis=BASIS)
    add_item(meeting, by=by, at=make.AT, facts=closed)
    return meeting


def called(process: Process | None = None, **facts: object) -> Meeting:
    """A meeting that is called: one member, one typed in."""
    meeting = with_agenda(process, **facts)
    member = make.person(name="Mona Medlem", email="mona@fjordvik.example", language="nn")
    ProcessRole.objects.create(process=meeting.process, person=member, kind=RoleKind.STEERING_GROUP)
    invitees = [
        Invitee(name="Mona Medlem", part="Medlem", person=member),
        Invitee(name="Ola Vara", email="ola@fjordvik.example", part="Vara"),
    ]
    call_meeting(meeting, by=editor_of(meeting.process), at=make.AT, invitees=invitees)
    return meeting


def held(process: Process | None = None, **facts: object) -> Meeting:
    """A meeting that has been held: Mona came, Ola sent apologies."""
    meeting = called(process, **facts)
    mona, ola = meeting.attendances.order_by("name")
    states = {mona.pk: Attendance.State.PRESENT, ola.pk: Attendance.State.EXCUSED}
    record_attendance(meeting, by=editor_of(meeting.process), at=AFTER, states=states)
    return meeting


@contextmanager
def visit(client, person: Person | None = None, *, at: datetime = make.AT):
    """A browser at a moment; with a person, signed in."""
    with time_machine.travel(at, tick=False):
        if person:
            client.force_login(person)
        yield client
