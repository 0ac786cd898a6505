"""A meeting's papers: in the language of the process, and nothing closed on the public ones."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from docx import Document as Word
from pypdf import PdfReader

from dugnad.processes.commands import publish_process
from dugnad.processes.commands.minutes import approve_minutes, write_minutes
from dugnad.processes.documents import agenda_paper, calling_paper, minutes_paper
from tests import make
from tests.processes import meeting_story as story

TITLES = {
    "nb": ["Møteinnkalling", "Sakliste", "Møteprotokoll"],
    "nn": ["Møteinnkalling", "Sakliste", "Møteprotokoll"],
    "da": ["Mødeindkaldelse", "Dagsorden", "Referat"],
    "en": ["Calling of a meeting", "Agenda", "Minutes"],
}


def minuted():
    """A meeting with approved minutes, its process published."""
    meeting = story.held()
    by = story.editor_of(meeting.process)
    opened, closed = meeting.items.order_by("number")
    minutes = {opened.pk: "Enstemmig godkjent.", closed.pk: "Kjøpet ble godkjent."}
    write_minutes(meeting, by=by, at=story.AFTER, minutes=minutes, revision=1)
    meeting.refresh_from_db()
    approve_minutes(meeting, by=by, at=story.AFTER)
    publish_process(meeting.process, by=by, at=story.AFTER)
    return meeting


def words_of(content: bytes, ending: str) -> str:
    if ending == "pdf":
        return " ".join(
            " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split()
        )
    return " ".join(
        paragraph.text for paragraph in Word(io.BytesIO(content)).element.body.iter() if paragraph.text
    )


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_the_papers_speak_the_language_of_the_process(db, language):
    meeting = story.called(make.process(language=language))
    made = [
        make_paper(meeting, in_full=False, dated=make.AT.date())
        for make_paper in (calling_paper, agenda_paper, minutes_paper)
    ]
    assert [paper.kind for paper in made] == TITLES[language]
    assert {paper.language for paper in made} == {language}


@pytest.mark.parametrize("ending", ["pdf", "docx"])
@pytest.mark.parametrize("paper", ["calling", "agenda", "minutes"])
def test_no_paper_tells_the_public_what_is_closed(client, db, paper, ending):
    meeting = minuted()
    address = reverse("processes:show_paper", args=[meeting.process_id, meeting.pk, paper, ending])
    words = words_of(client.get(address).content, ending)
    assert "Visjon og hovedmål" in words
    assert "kommuneloven § 11-5" in words
    secrets = [story.SECRET, "tre millioner", "Kjøpet ble godkjent"]
    assert [secret for secret in secrets if secret in words] == []


def test_those_with_a_part_get_the_whole_marked_as_exempt(client, db):
    meeting = minuted()
    address = reverse("processes:show_paper", args=[meeting.process_id, meeting.pk, "minutes", "pdf"])
    with story.visit(client, story.editor_of(meeting.process), at=story.AFTER):
        words = words_of(client.get(address).content, "pdf")
    told = [story.SECRET, "Kjøpet ble godkjent", "Unntatt offentlighet", "Mona Medlem", "Enstemmig godkjent"]
    assert [secret for secret in told if secret not in words] == []


def test_a_meeting_behind_closed_doors_withholds_every_item(client, db):
    meeting = story.called(is_open=False, legal_basis=story.BASIS)
    publish_process(meeting.process, by=story.editor_of(meeting.process), at=make.AT)
    address = reverse("processes:show_paper", args=[meeting.process_id, meeting.pk, "calling", "pdf"])
    words = words_of(client.get(address).content, "pdf")
    assert "Visjon og hovedmål" not in words
    assert words.count("Ikke offentlig") == 2


def test_an_unknown_paper_is_not_there(client, db):
    meeting = minuted()
    for paper, ending in (("secrets", "pdf"), ("agenda", "exe")):
        address = reverse("processes:show_paper", args=[meeting.process_id, meeting.pk, paper, ending])
        assert client.get(address).status_code == 404
