import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from dugnad.papers.blocks import Bullets, Changes, Heading, Text
from dugnad.papers.word import to_word
from tests.papers import samples
from tests.papers.test_pdf import filled_with


def opened(paper):
    return Document(io.BytesIO(to_word(paper)))


def test_headings_lists_and_captions_have_real_styles():
    said = [(line.style.name, line.text) for line in opened(samples.paper()).paragraphs]
    wanted = [
        ("Title", "Omstillingsplan for Fjordvik 2026–2031"),
        ("Heading 1", "1\u2002Bakgrunn"),
        ("List Bullet", "Unge flytter"),
        ("List Bullet 2", "særlig kvinner"),
        ("Quote", "Vi vil bo her."),
        ("Heading 2", "Hopper over et nivå"),
        ("List Number", "Vedta"),
        ("Caption", "Tabell 1. Mål i innsatsområdet"),
    ]
    assert [line for line in said if line in wanted] == wanted


def test_the_table_says_what_was_put_in_and_marks_its_head():
    table = opened(samples.paper(blocks=[samples.GOALS])).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == list(samples.GOALS.rows[0])
    assert [cell.text for cell in table.rows[-1].cells] == list(samples.GOALS.total)
    marked = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
    assert marked == [True] + [False] * 9


def test_a_chart_stands_as_its_text_and_its_figures():
    document = opened(samples.paper())
    assert [cell.text for row in document.tables[1].rows for cell in row.cells] == [
        "År", "Årsverk", "2019", "480", "2025", "360",
    ]  # fmt: skip
    assert [line.text for line in document.paragraphs if "480" in line.text] == [
        "Årsverk går fra 480 til 360."
    ]


def test_changes_are_struck_through_and_underlined():
    changes = next(block for block in samples.every_block() if isinstance(block, Changes))
    runs = opened(samples.paper(blocks=[changes])).paragraphs[-1].runs
    assert [run.text for run in runs if run.font.strike] == ["50", "2030"]
    assert [run.text for run in runs if run.font.underline] == ["60", "2031"]


@pytest.mark.parametrize(
    ("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("da", "da-DK"), ("en", "en-GB")]
)
def test_properties_and_language_are_set(language, tag):
    document = opened(samples.paper(language=language))
    about = document.core_properties
    spoken = document.styles["Normal"].element.xpath("./w:rPr/w:lang/@w:val")
    assert (about.title, about.author, about.language, spoken) == (
        "Omstillingsplan for Fjordvik 2026–2031", "Fjordvik kommune", tag, [tag],
    )  # fmt: skip


def test_a_new_numbered_list_begins_at_one():
    document = opened(samples.paper(blocks=[
        Bullets(("a", "b"), numbered=True), Heading("Så"), Text("1. c\n2. d"),
    ]))  # fmt: skip
    numbers = [line._p.xpath("./w:pPr/w:numPr/w:numId/@w:val") for line in document.paragraphs
               if line.style.name == "List Number"]  # fmt: skip
    assert (numbers[0] != numbers[2], len(numbers)) == (True, 4)


@pytest.mark.parametrize("text", samples.HOSTILE.values(), ids=samples.HOSTILE.keys())
def test_hostile_texts_open_again(text):
    assert opened(filled_with(text)).paragraphs[0].style.name == "Subtitle"


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_no_text_whatever_breaks_a_word_file(text):
    assert opened(filled_with(text)).tables
