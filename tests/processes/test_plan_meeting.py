"""Planning, moving and cancelling a meeting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from dugnad.hall.notices import tell_everybody
from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import change_state
from dugnad.processes.commands.meetings import MeetingFacts, cancel_meeting, edit_meeting, plan_meeting
from dugnad.processes.models import Meeting
from tests import make
from tests.processes import meeting_story as story


def test_a_planned_meeting_is_told_to_nobody_outside(db):
    meeting = story.planned()
    entry = entries_of(meeting.process_id).first()
    assert (meeting.state, entry.verb, entry.payload.is_public) == ("planned", "meeting.planned", False)


@pytest.mark.parametrize(
    "facts",
    [
        {"ends_at": story.STARTS - timedelta(hours=1)},
        {"is_open": False},
        {"is_open": False, "legal_basis": "  "},
    ],
)
def test_a_meeting_that_cannot_be_is_refused(db, facts):
    with pytest.raises(Refused):
        story.planned(**facts)
    assert not Meeting.objects.exists()


def test_a_body_of_another_place_does_not_meet_here(db):
    process, other = make.process(), make.process()
    with pytest.raises(Refused):
        plan_meeting(
            process, by=story.editor_of(process), at=make.AT, body=story.body_of(other),
            facts=MeetingFacts(starts_at=story.STARTS),
        )  # fmt: skip


def test_nothing_is_planned_in_a_process_that_is_over(db):
    process = make.process()
    change_state(process, by=story.editor_of(process), at=make.AT, state="closed", reason="Ferdig")
    with pytest.raises(Refused):
        story.planned(process)


def test_those_called_are_told_of_a_new_time(db):
    meeting = story.called()
    tell_everybody(at=make.AT)
    facts = MeetingFacts(starts_at=story.STARTS + timedelta(days=7), venue="Kinoen")
    edit_meeting(meeting, by=story.editor_of(meeting.process), at=make.AT, facts=facts)
    tell_everybody(at=make.AT)
    assert [one.subject for one in mail.outbox] == [
        "Endra møte i Styringsgruppen: 25. mars 2027 kl. 18.00",
        "Endret møte i Styringsgruppen: 25. mars 2027 kl. 18.00",
    ]
    assert "SEQUENCE:1" in mail.outbox[0].attachments[0][1]


def test_a_meeting_that_was_never_called_moves_in_silence(db):
    meeting = story.planned()
    tell_everybody(at=make.AT)
    facts = MeetingFacts(starts_at=story.STARTS + timedelta(days=7))
    edit_meeting(meeting, by=story.editor_of(meeting.process), at=make.AT, facts=facts)
    tell_everybody(at=make.AT)
    assert mail.outbox == []


def test_a_held_meeting_stays_as_it_was(db):
    meeting = story.held()
    by = story.editor_of(meeting.process)
    with pytest.raises(Refused):
        edit_meeting(meeting, by=by, at=story.AFTER, facts=MeetingFacts(starts_at=story.AFTER))
    with pytest.raises(Refused):
        cancel_meeting(meeting, by=by, at=story.AFTER, reason="For sent")


def test_a_cancelled_meeting_tells_those_called_why(db):
    meeting = story.called()
    tell_everybody(at=make.AT)
    by = story.editor_of(meeting.process)
    with pytest.raises(Refused):
        cancel_meeting(meeting, by=by, at=make.AT, reason=" ")
    cancel_meeting(meeting, by=by, at=make.AT, reason="Snøstorm")
    tell_everybody(at=make.AT)
    letter = mail.outbox[1]
    assert letter.subject == "Avlyst: møte i Styringsgruppen, 18. mars 2027 kl. 18.00"
    assert "Snøstorm" in letter.body
    assert "STATUS:CANCELLED" in letter.attachments[0][1]
