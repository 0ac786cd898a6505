"""A note is changed and shared by its author alone."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.voices.commands import add_note, edit_note
from tests import make
from tests.voices.noting import advised, browser

pytestmark = pytest.mark.django_db


def test_the_author_shares_a_note_and_takes_it_back():
    process, county, norge = advised()
    note = add_note(process, text="Tvil", by=county, at=make.AT)
    page = f"/processes/{process.pk}/notes/"
    typed = {"text": "Tro", "is_shared": "on"}
    assert browser(county).post(f"{page}{note.pk}/edit/", typed)["Location"] == page
    assert "Tro" in browser(norge).get(page).content.decode()
    edit_note(note, text="Tro", is_shared=False, by=county, at=make.AT)
    assert "Tro" not in browser(norge).get(page).content.decode()


def test_nobody_else_changes_it_not_even_those_who_lead():
    process, county, norge = advised()
    note = add_note(process, text="Delt", is_shared=True, by=county, at=make.AT)
    for someone in (norge, make.leader(process), make.person()):
        with pytest.raises(Refused, match="Only its author changes a note"):
            edit_note(note, text="Annet", is_shared=True, by=someone, at=make.AT)
    answer = browser(norge).post(f"/processes/{process.pk}/notes/{note.pk}/edit/", {"text": "Annet"})
    assert answer.status_code == 403
    note.refresh_from_db()
    assert note.text == "Delt"


def test_a_note_is_not_found_under_another_process():
    process, county, _norge = advised()
    note = add_note(process, text="Delt", by=county, at=make.AT)
    other = make.process()
    make.give_role(other, by=make.leader(other), at=make.AT, person=county, kind="county_adviser")
    assert browser(county).get(f"/processes/{other.pk}/notes/{note.pk}/edit/").status_code == 404
