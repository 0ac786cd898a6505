"""When a process is over and its day has passed, personal text goes and what documents decisions stays."""

from datetime import date, timedelta

import pytest
from django.test import Client

from dugnad.hall.retention import tidy_processes
from dugnad.journal.models import Entry, Payload
from dugnad.journal.queries import verify_chains
from dugnad.people.models import RoleKind
from dugnad.plans import commands as planning
from dugnad.plans.models import CommunicationActivity, Reader
from dugnad.processes.commands import change_state, set_retention
from dugnad.processes.models import Attendance, Body, Decision, Follower, Meeting, Process
from dugnad.site import clock, tidy_commands
from dugnad.voices.commands import add_comment, add_note, settle_comment
from dugnad.voices.models import Comment, Note
from tests import make

pytestmark = pytest.mark.django_db
AFTER = make.AT + timedelta(days=400)


def _full(*, name="Hemmelig Hansen"):
    """Make a process that holds personal text in every room, all of it with this name."""
    plan = make.plan()
    process, by = plan.process, {"by": make.leader(plan), "at": make.AT}
    member = make.member(process, RoleKind.COUNTY_ADVISER, name=name)
    comment = add_comment(process, by=member, at=make.AT, topic=f"plan/{plan.pk}", where="vision", text=name)
    settle_comment(comment, answer=f"Takk, {name}", **by)
    add_note(process, by=member, at=make.AT, text=name, is_shared=True)
    version = planning.save_version(plan, label="Utkast", **by)
    reading = plan.reading_rounds.create(
        version=version, opens_on=make.AT.date(), closes_on=make.AT.date(), opened_at=make.AT
    )
    Reader.objects.create(
        round=reading, milieu="founders", name=name, email="h@x.example", token="t", answer="Ja"
    )
    Follower.objects.create(process=process, email="h@x.example", token="f", asked_at=make.AT)
    body = Body.objects.filter(process=process).first()
    meeting = Meeting.objects.create(body=body, process=process, starts_at=make.AT)
    Attendance.objects.create(meeting=meeting, name=name, email="h@x.example")
    Attendance.objects.create(meeting=meeting, name="Siri Styre", person=member)
    CommunicationActivity.objects.create(
        process=process,
        title="Avis",
        audience="Alle",
        channel="Avis",
        planned_on=make.AT.date(),
        owner_name=name,
    )
    return process


def _close(process, *, until=date(2027, 3, 1)):
    by = {"by": make.leader(process), "at": make.AT}
    change_state(process, state="closed", reason="Ferdig", **by)
    set_retention(process, until=until, **by)


def _texts(process):
    """Give all that rooms and journal hold of the process, for looking a name up in it."""
    rows = [
        *Comment.objects.filter(process=process).values(), *Note.objects.filter(process=process).values(),
        *Reader.objects.values(), *Follower.objects.values(), *Attendance.objects.values(),
        *CommunicationActivity.objects.values(), *Payload.objects.values("content"),
    ]  # fmt: skip
    return repr([row for row in rows if "enrolled" not in repr(row)])


def test_after_the_day_no_room_and_no_journal_text_holds_the_name_and_decisions_stay():
    process = _full()
    _close(process)
    assert "Hemmelig" in _texts(process)
    kept = {"decisions": Decision.objects.count(), "answer": "Ja", "roles": process.roles.count()}

    assert tidy_processes(at=AFTER) == 1

    assert "Hemmelig" not in _texts(process)
    assert "h@x.example" not in _texts(process)
    reader = Reader.objects.get()
    assert kept == {
        "decisions": Decision.objects.count(),
        "answer": reader.answer,
        "roles": process.roles.count(),
    }
    assert reader.token != "t"
    assert Attendance.objects.filter(name="Siri Styre").count() == 1
    assert process.plan.versions.count() == 1
    entry = Entry.objects.select_related("payload").get(verb="process.tidied")
    assert (entry.by, entry.chain_id, entry.payload.content["comments"]) == (None, f"process/{process.pk}", 1)
    assert {fault.kind for fault in verify_chains()} == {"erased"}


def test_a_second_round_finds_nothing_and_leaves_no_trace():
    process = _full()
    _close(process)
    tidy_processes(at=AFTER)
    length = Entry.objects.count()
    assert (tidy_processes(at=AFTER), Entry.objects.count()) == (0, length)


def test_what_comes_later_goes_with_the_next_round():
    process = _full()
    _close(process)
    tidy_processes(at=AFTER)
    add_comment(process, by=make.leader(process), at=AFTER, topic="plan/1", where="vision", text="Etterpå")
    assert tidy_processes(at=AFTER + timedelta(hours=1)) == 1
    assert Comment.objects.count() == 0


@pytest.mark.parametrize("why", ["no day", "day not over", "still running"])
def test_nothing_goes_before_its_time(why):
    process = _full()
    if why != "still running":
        _close(process, until=AFTER.date() if why == "day not over" else date(2027, 3, 1))
    days = {"no day": None, "still running": date(2027, 3, 1)}
    if why in days:
        Process.objects.filter(pk=process.pk).update(keep_personal_until=days[why])
    assert tidy_processes(at=AFTER) == 0
    assert (Comment.objects.count(), Reader.objects.get().name) == (1, "Hemmelig Hansen")


def test_other_processes_keep_theirs():
    process, other = _full(), make.process()
    note = make.member(other, RoleKind.IN_ADVISER, name="Naboen")
    add_comment(other, by=note, at=make.AT, topic="plan/9", where="vision", text="Naboens")
    _close(process)
    tidy_processes(at=AFTER)
    assert list(Comment.objects.values_list("text", flat=True)) == ["Naboens"]
    assert (
        Payload.objects.filter(entry__chain=f"process/{other.pk}", erased_at=None)
        .exclude(person_ids=[])
        .count()
        > 0
    )


def test_the_command_tidies_and_says_in_how_many(capsys, monkeypatch):
    process = _full()
    _close(process)
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    assert tidy_commands.keep_tidy(None) == 0
    assert capsys.readouterr().out == "personal text of 1 processes erased\n"


def test_the_page_of_what_happened_still_reads():
    process = _full()
    Process.objects.filter(pk=process.pk).update(published_at=make.AT)
    _close(process)
    tidy_processes(at=AFTER)
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(make.leader(process))
    page = browser.get(f"/processes/{process.pk}/activity/").content.decode()
    assert "Personal text of the process was erased, as planned" in page
    assert "Hemmelig" not in page
