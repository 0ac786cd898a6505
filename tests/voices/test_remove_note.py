"""A note is removed by its author alone, after asking once."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.voices.commands import add_note, remove_note
from dugnad.voices.models import Note
from tests import make
from tests.voices.noting import advised, browser

pytestmark = pytest.mark.django_db


def test_the_author_is_asked_and_then_it_is_gone():
    process, county, _norge = advised()
    note = add_note(process, text="Tvil", by=county, at=make.AT)
    address = f"/processes/{process.pk}/notes/{note.pk}/remove/"
    assert "Remove the note?" in browser(county).get(address).content.decode()
    assert Note.objects.count() == 1
    assert browser(county).post(address).status_code == 302
    assert Note.objects.count() == 0


def test_nobody_else_removes_it():
    process, county, norge = advised()
    note = add_note(process, text="Delt", is_shared=True, by=county, at=make.AT)
    with pytest.raises(Refused, match="Only its author changes a note"):
        remove_note(note, by=norge, at=make.AT)
    assert (
        browser(make.leader(process)).post(f"/processes/{process.pk}/notes/{note.pk}/remove/").status_code
        == 403
    )
    assert Note.objects.count() == 1
