"""Calling a meeting: who gets the mail, what is in it, and what never is."""

from __future__ import annotations

import pytest
from django.core import mail
from django.utils.translation import override

from dugnad.hall.notices import tell_everybody
from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands.meetings import Invitee, call_meeting
from dugnad.processes.models import Meeting, ProcessRole
from dugnad.processes.queries.meetings import people_to_call
from tests import make
from tests.processes import meeting_story as story

SUBJECTS = {
    "nb": "Du er innkalt til møte i Styringsgruppen: 18. mars 2027 kl. 18.00",
    "nn": "Du er kalla inn til møte i Styringsgruppen: 18. mars 2027 kl. 18.00",
    "da": "Du er indkaldt til møde i Styringsgruppen: 18. marts 2027 kl. 18.00",
    "en": "You are called to a meeting of Styringsgruppen: 18 March 2027, 18:00",
}


def test_members_by_their_part_are_proposed_once_each(db):
    meeting = story.planned()
    member = make.person(name="Mona Medlem")
    for kind in (RoleKind.STEERING_GROUP, RoleKind.PROJECT_OWNER):
        ProcessRole.objects.create(process=meeting.process, person=member, kind=kind)
    proposed = [(str(person), part) for person, part in people_to_call(meeting, on=make.AT.date())]
    assert [name for name, _part in proposed] == ["Mona Medlem", "Per Prosjektleder"]


def test_those_called_get_the_agenda_and_the_meeting_for_their_calendar(db):
    process = make.process()
    tell_everybody(at=make.AT)
    story.called(process)
    tell_everybody(at=make.AT)
    assert [one.to for one in mail.outbox] == [["mona@fjordvik.example"], ["ola@fjordvik.example"]]
    letter = mail.outbox[1]
    assert letter.subject == SUBJECTS["nb"]
    assert "Visjon og hovedmål" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    name, calendar, kind = letter.attachments[0]
    assert (name, kind) == ("meeting.ics", "text/calendar")
    text = calendar if isinstance(calendar, str) else calendar.decode()
    assert "DTSTART:20270318T170000Z" in text
    assert "LOCATION;LANGUAGE=nb:Formannskapssalen" in text


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_the_calling_speaks_the_readers_language_and_tells_nothing_closed(db, language):
    process = make.process()
    tell_everybody(at=make.AT)
    meeting = story.with_agenda(process)
    reader = make.person(email="leser@fjordvik.example", language=language)
    invitees = [Invitee(name="Leser", person=reader)]
    call_meeting(meeting, by=story.editor_of(process), at=make.AT, invitees=invitees)
    tell_everybody(at=make.AT)
    letter = mail.outbox[0]
    assert letter.subject == SUBJECTS[language]
    everything = letter.subject + letter.body + letter.alternatives[0][0] + str(letter.attachments)
    assert story.SECRET not in everything
    assert story.SECRET_TEXT not in everything
    assert story.BASIS in letter.body


def test_nothing_is_sent_twice_however_often_the_round_is_made(db):
    process = make.process()
    tell_everybody(at=make.AT)
    story.called(process)
    told = [tell_everybody(at=make.AT)["news"] for _round in range(3)]
    assert told == [4, 0, 0]
    assert len(mail.outbox) == 2


def test_a_new_installation_does_not_tell_what_happened_before(db):
    story.called()
    tell_everybody(at=make.AT)
    tell_everybody(at=make.AT)
    assert mail.outbox == []


def test_the_journal_tells_that_it_is_called_but_no_item(db):
    meeting = story.called()
    entry = entries_of(meeting.process_id).first()
    assert (entry.verb, entry.payload.is_public) == ("meeting.called", True)
    assert story.SECRET not in str(entry.payload.content)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("no agenda", "Put at least one item on the agenda first."),
        ("past", "The time of the meeting has passed; move it first."),
        ("nobody", "Choose at least one person to call."),
        ("called", "Only a planned meeting can be called."),
        (
            "outsider",
            "Only the project manager, the project owner or the council secretary looks after meetings.",
        ),
    ],
)
def test_a_call_is_refused_with_its_reason(db, change, reason):
    meeting = story.called() if change == "called" else story.with_agenda()
    if change == "no agenda":
        meeting = story.planned()
    by = make.person() if change == "outsider" else story.editor_of(meeting.process)
    at = story.AFTER if change == "past" else make.AT
    invitees = [] if change == "nobody" else [Invitee(name="Ola")]
    with pytest.raises(Refused) as refused:
        call_meeting(meeting, by=by, at=at, invitees=invitees)
    with override("en"):
        assert str(refused.value) == reason
    assert Meeting.objects.get(pk=meeting.pk).state != Meeting.State.CALLED or change == "called"
