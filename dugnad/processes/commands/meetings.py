"""Meetings of bodies: planned, changed, called, cancelled."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.processes.models import Attendance, Meeting
from dugnad.processes.rules.meetings import (
    check_closing,
    check_span,
    may_call_meeting,
    may_cancel_meeting,
    may_edit_meeting,
    may_plan_meeting,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.kit.verdicts import Verdict
    from dugnad.people.models import Person
    from dugnad.processes.models import Body, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """When and where a body meets, and whether the doors are closed (then with the basis in law)."""

    starts_at: datetime
    ends_at: datetime | None = None
    venue: str = ""
    is_open: bool = True
    legal_basis: str = ""
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitee:
    """Somebody to call to a meeting: a person here, or a name with an address."""

    name: str
    email: str = ""
    part: str = ""
    person: Person | None = None


@transaction.atomic
def plan_meeting(process: Process, *, by: Person, at: datetime, body: Body, facts: MeetingFacts) -> Meeting:
    """Plan a meeting of a body; nobody is told before it is called.

    Raises:
        Refused: when the person does not look after meetings, or the facts cannot be.
    """
    enforce(first_refusal((may_plan_meeting(process, by=by, at=at, body=body), _judge(facts))))
    meeting = Meeting.objects.create(process=process, body=body, **asdict(facts))
    log_meeting(meeting, "meeting.planned", by=by, at=at, is_public=False)
    return meeting


@transaction.atomic
def edit_meeting(meeting: Meeting, *, by: Person, at: datetime, facts: MeetingFacts) -> None:
    """Move a meeting in time or place, open or close its doors; those already called are told.

    Raises:
        Refused: when it has been held or cancelled, or the facts cannot be.
    """
    enforce(first_refusal((may_edit_meeting(meeting, by=by, at=at), _judge(facts))))
    before = meeting.starts_at
    for field, value in asdict(facts).items():
        setattr(meeting, field, value)
    meeting.sequence += 1
    meeting.save()
    is_called = meeting.state == Meeting.State.CALLED
    log_meeting(meeting, "meeting.moved", by=by, at=at, is_public=is_called, before=before.isoformat())


@transaction.atomic
def call_meeting(meeting: Meeting, *, by: Person, at: datetime, invitees: Sequence[Invitee]) -> None:
    """Call the meeting: from now on it is public with its open items, and those called get it by mail.

    Raises:
        Refused: when it has no agenda, nobody is called, its time has passed, or it has been called.
    """
    enforce(may_call_meeting(meeting, by=by, at=at, called=len(invitees)))
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, person=one.person, name=one.name, email=one.email, part=one.part)
        for one in invitees
    )
    meeting.state, meeting.called_at = Meeting.State.CALLED, at
    meeting.save(update_fields=["state", "called_at"])
    people = tuple(one.person.pk for one in invitees if one.person)
    log_meeting(
        meeting, "meeting.called", by=by, at=at, is_public=True, person_ids=people, called=len(invitees)
    )


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: Person, at: datetime, reason: str) -> None:
    """Cancel a meeting that has not been held; those who were called are told why.

    Raises:
        Refused: when it has been held or cancelled, or the reason is missing.
    """
    enforce(may_cancel_meeting(meeting, by=by, at=at, reason=reason))
    was_called = meeting.state == Meeting.State.CALLED
    meeting.state, meeting.reason = Meeting.State.CANCELLED, reason
    meeting.sequence += 1
    meeting.save(update_fields=["state", "reason", "sequence"])
    log_meeting(meeting, "meeting.cancelled", by=by, at=at, is_public=was_called, reason=reason)


def log_meeting(
    meeting: Meeting,
    verb: str,
    *,
    by: Person | None,
    at: datetime,
    is_public: bool,
    person_ids: tuple[int, ...] = (),
    **content: Any,
) -> None:
    """Tell the journal about a meeting: body, time and place, never what its items say."""
    facts = {"body": meeting.body.name, "starts_at": meeting.starts_at.isoformat(), "venue": meeting.venue}
    record(
        verb, subject=f"meeting/{meeting.pk}", process_id=meeting.process_id, by=by, at=at,
        content={**facts, **content}, is_public=is_public, person_ids=person_ids,
    )  # fmt: skip


def _judge(facts: MeetingFacts) -> Verdict:
    return first_refusal(
        (
            check_span(facts.starts_at, facts.ends_at),
            check_closing(is_open=facts.is_open, legal_basis=facts.legal_basis),
        )
    )
