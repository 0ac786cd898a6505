"""Reminders of deadlines, and the week in one mail."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from dugnad.hall.notices import tell_everybody
from dugnad.people.models import RoleKind
from dugnad.processes.commands import (
    add_deadline,
    change_state,
    finish_deadline,
    move_deadline,
    publish_process,
)
from dugnad.processes.models import Deadline, ProcessRole
from tests import make
from tests.processes import meeting_story as story

DUE = date(2027, 6, 30)
SUBJECTS = {
    "nb": "Frist: Sende søknad",
    "nn": "Frist: Sende søknad",
    "da": "Frist: Sende søknad",
    "en": "Deadline: Sende søknad",
}


def on(day: date, hour: int = 8) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def deadline(process=None, **fields):
    process = process or make.process()
    Deadline.objects.filter(process=process).delete()
    return add_deadline(
        process, by=story.editor_of(process), at=make.AT, title="Sende søknad", due_on=DUE, **fields
    )


def days_with_mail(first: date, days: int) -> list[int]:
    """Make a round twice a day; give the days, counted from the due day, on which mail came."""
    found = []
    for n in range(days):
        day = first + timedelta(days=n)
        before = len(mail.outbox)
        for hour in (6, 18):
            tell_everybody(at=on(day, hour))
        found += [(day - DUE).days] * (len(mail.outbox) - before)
    return found


def test_the_owner_is_reminded_two_weeks_and_three_days_before_and_when_overdue_once_each(db):
    deadline(owner=make.person(email="eier@x.example"))
    assert days_with_mail(DUE - timedelta(days=20), 40) == [-14, -3, 1]
    assert {one.to[0] for one in mail.outbox} == {"eier@x.example"}


def test_a_moved_deadline_begins_anew(db):
    made = deadline(owner=make.person())
    tell_everybody(at=on(DUE - timedelta(days=14)))
    move_deadline(
        made, by=story.editor_of(made.process), at=make.AT, due_on=DUE + timedelta(days=30), reason="Ferie"
    )
    later = [tell_everybody(at=on(DUE + timedelta(days=n)))["reminders"] for n in (0, 15, 16, 17)]
    assert later == [0, 0, 1, 0]


def test_everybody_with_the_part_is_reminded_else_those_who_lead(db):
    process = make.process()
    made = deadline(process)
    made.owner_kind = RoleKind.STEERING_GROUP
    made.save()
    tell_everybody(at=on(DUE - timedelta(days=14)))
    assert [one.to[0] for one in mail.outbox] == [story.editor_of(process).email]
    for name in ("a", "b"):
        member = make.person(email=f"{name}@x.example")
        ProcessRole.objects.create(process=process, person=member, kind=RoleKind.STEERING_GROUP)
    tell_everybody(at=on(DUE - timedelta(days=3)))
    assert [one.to[0] for one in mail.outbox[1:]] == ["a@x.example", "b@x.example"]


def test_nobody_is_reminded_of_what_is_done_paused_or_unwanted(db):
    done = deadline(owner=make.person())
    finish_deadline(done, by=story.editor_of(done.process), at=make.AT)
    paused = deadline(owner=make.person())
    change_state(
        paused.process, by=story.editor_of(paused.process), at=make.AT, state="paused", reason="Valg"
    )
    deadline(owner=make.person(wants_mail=False))
    tell_everybody(at=on(DUE))
    assert mail.outbox == []


def test_many_deadlines_come_in_one_mail(db):
    process = make.process()
    owner = make.person()
    deadline(process, owner=owner)
    add_deadline(
        process, by=story.editor_of(process), at=make.AT, title="Åpent møte", due_on=DUE, owner=owner
    )
    tell_everybody(at=on(DUE))
    assert [one.subject for one in mail.outbox] == ["2 frister gjelder deg"]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_reminder_speaks_the_readers_language_and_can_be_ended(db, language):
    deadline(owner=make.person(language=language))
    tell_everybody(at=on(DUE))
    letter = mail.outbox[0]
    assert letter.subject == SUBJECTS[language]
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.extra_headers["List-Unsubscribe"].strip("<>") in letter.body
    assert f'<html lang="{language}">' in letter.alternatives[0][0]


def test_the_week_comes_on_monday_in_one_mail_to_those_who_want_it(db):
    process = make.process()
    reader = make.person(email="uke@x.example", wants_digest=True)
    ProcessRole.objects.create(process=process, person=reader, kind=RoleKind.STEERING_GROUP)
    tell_everybody(at=make.AT)  # a Monday; nothing is told of the time before
    publish_process(process, by=story.editor_of(process), at=make.AT + timedelta(days=2))
    for days in range(1, 9):
        tell_everybody(at=make.AT + timedelta(days=days))
    told = [one for one in mail.outbox if one.to == ["uke@x.example"]]
    assert [one.subject for one in told] == ["Uken i prosessene dine"]
    assert "13. januar 2027: Prosessen er publisert" in told[0].body


def test_a_quiet_week_sends_nothing(db):
    reader = make.person(wants_digest=True)
    process = make.process()
    ProcessRole.objects.create(process=process, person=reader, kind=RoleKind.STEERING_GROUP)
    for days in (0, 14, 15):
        tell_everybody(at=make.AT + timedelta(days=days))
    assert [one for one in mail.outbox if one.to == [reader.email]] == []
