"""Advisers note what they think; a note is theirs alone until they share it."""

import pytest

from dugnad.hall.erasure import erase_everywhere, everything_about
from dugnad.journal.models import Payload
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.voices.commands import add_note
from dugnad.voices.models import Note
from dugnad.voices.rules import may_add_note
from tests import make
from tests.voices.noting import advised, browser

pytestmark = pytest.mark.django_db
LEADERS = {RoleKind.EDITOR, RoleKind.PROJECT_OWNER, RoleKind.ADMINISTRATOR}
ADVISERS = {RoleKind.COUNTY_ADVISER, RoleKind.IN_ADVISER}


def test_an_adviser_notes_for_themself_and_shares_another_with_those_who_lead():
    process, county, norge = advised()
    add_note(process, text="Tynn analyse.", by=county, at=make.AT)
    add_note(process, text="Husk årsverk.", is_shared=True, by=county, at=make.AT)
    address = f"/processes/{process.pk}/notes/"
    seen = {}
    for who in (county, norge, make.leader(process)):
        page = browser(who).get(address).content.decode()
        seen[who.pk] = ("Tynn analyse." in page, "Husk årsverk." in page)
    assert list(seen.values()) == [(True, True), (False, True), (False, True)]


@pytest.mark.parametrize("kind", list(RoleKind))
def test_only_advisers_write_notes_and_only_they_and_those_who_lead_see_them(kind):
    process = make.process()
    someone = make.member(process, kind)
    verdict = may_add_note(process, by=someone, at=make.AT)
    refusal = "" if kind in ADVISERS else "Only advisers of the county and of Innovasjon Norge write notes."
    page = browser(someone).get(f"/processes/{process.pk}/notes/")
    assert (str(verdict.reason or ""), page.status_code) == (
        refusal, 200 if kind in ADVISERS | LEADERS else 404,
    )  # fmt: skip


def test_the_command_asks_the_rule():
    process = make.process()
    with pytest.raises(Refused, match="Only advisers of the county and of Innovasjon Norge write notes"):
        add_note(process, text="Notat", by=make.leader(process), at=make.AT)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("  ", "Write your note."), ("x" * 5_001, "A note has at most 5,000 letters.")],
)
def test_a_note_says_something_and_not_everything(text, sentence):
    process, county, _norge = advised()
    with pytest.raises(Refused) as refused:
        add_note(process, text=text, by=county, at=make.AT)
    assert str(refused.value) == sentence


def test_no_door_leaks_a_private_note_or_that_it_was_written():
    process, county, norge = advised()
    type(process).objects.filter(pk=process.pk).update(published_at=make.AT)
    note = add_note(process, text="Hemmelig tvil", by=county, at=make.AT)
    leader, home = make.leader(process), f"/processes/{process.pk}"
    doors = (
        "/",
        "/notes/",
        f"/notes/{note.pk}/edit/",
        f"/notes/{note.pk}/remove/",
        "/activity/",
        "/feed.atom",
    )
    for who in (None, norge, leader):
        for door in doors:
            page = browser(who).get(home + door)
            assert (door, "Hemmelig" in page.content.decode()) == (door, False)
            assert "wrote a note" not in page.content.decode()
    assert browser(norge).get(f"{home}/notes/{note.pk}/edit/").status_code == 404
    assert browser().get(f"{home}/notes/").status_code == 404
    assert "Hemmelig" not in repr(list(Payload.objects.values_list("content", flat=True)))


def test_the_tab_is_shown_to_those_who_may_open_it():
    process, county, _norge = advised()
    member = make.member(process, RoleKind.STEERING_GROUP)
    address = f"/processes/{process.pk}/notes/"
    shown = [
        address in browser(who).get(f"/processes/{process.pk}/people/").content.decode()
        for who in (county, make.leader(process), member)
    ]
    assert shown == [True, True, False]


def test_the_page_writes_and_keeps_what_was_typed():
    process, county, _norge = advised()
    address = f"/processes/{process.pk}/notes/add/"
    bad = browser(county).post(address, {"text": "x" * 5_001, "is_shared": "on"})
    assert (bad.status_code, bad.context["form"]["is_shared"].value()) == (422, True)
    assert len(bad.context["form"]["text"].value()) == 5_001
    hostile = "<script>alert(1)</script> **Čáhci** 🐟"
    assert browser(county).post(address, {"text": hostile}).status_code == 302
    page = browser(county).get(f"/processes/{process.pk}/notes/").content.decode()
    assert ("<script>alert" in page, "<strong>Čáhci</strong>" in page) == (False, True)
    assert browser(make.leader(process)).get(address).status_code == 403


def test_an_adviser_gets_their_notes_as_a_file_and_erasure_keeps_only_the_shared_ones():
    process, county, _norge = advised()
    add_note(process, text="Mitt", by=county, at=make.AT)
    add_note(process, text="Vårt", is_shared=True, by=county, at=make.AT)
    told = everything_about(county, by=county, at=make.AT)["notes"]
    assert [row["text"] for row in told] == ["Mitt", "Vårt"]
    erase_everywhere(county, by=county, at=make.AT)
    note = Note.objects.select_related("by").get()
    assert (note.text, str(note.by)) == ("Vårt", "Erased person")


def test_the_list_asks_little_of_the_database(django_assert_max_num_queries):
    process, county, _norge = advised()
    counts, reader = [], browser(county)
    for _number in range(3):
        add_note(process, text="Notat", by=county, at=make.AT)
        with django_assert_max_num_queries(10) as asked:
            reader.get(f"/processes/{process.pk}/notes/")
        counts.append(len(asked))
    assert counts[0] == counts[2]
