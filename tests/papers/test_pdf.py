import io
from dataclasses import replace

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dugnad.papers.blocks import Bullets, Contents, Facts, Heading, Note, Table, Text
from dugnad.papers.pdf import NoFontError, font_folder, to_pdf
from tests.papers import samples


def breaches(content):
    """Give what two standards have against a PDF."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "pdfa2a")
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


def words(content):
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def filled_with(text):
    """Give a paper with the text in every place that takes one."""
    blocks = [
        Contents(), Heading(text, 1, text), Text(text), Bullets((text,)), Facts(((text, text),)),
        Table(((text, text),), ((text,),), caption=text, total=(text,)), Note(text, title=text),
    ]  # fmt: skip
    return samples.paper(blocks=blocks, title=text, subtitle=text, kind=text, owner=text, reference=text,
                         status=text, digest=text)  # fmt: skip


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_a_paper_with_every_block_keeps_both_standards(language):
    assert breaches(to_pdf(samples.paper(language=language))) == []


@pytest.mark.parametrize("text", samples.HOSTILE.values(), ids=samples.HOSTILE.keys())
def test_whatever_was_typed_everywhere_keeps_both_standards(text):
    assert breaches(to_pdf(filled_with(text))) == []


@pytest.mark.parametrize("name", ["typst", "script", "sami"])
def test_markup_and_sami_letters_stand_as_they_were_typed(name):
    text = samples.HOSTILE[name]
    content = to_pdf(samples.paper(blocks=[Facts((("Tekst", text),))], digest=""))
    said = words(content).replace("- ", "").replace(" ", "")
    assert text.replace("- ", "").replace(" ", "") in said


def test_a_sign_that_no_font_has_becomes_a_box_that_can_be_seen():
    said = words(to_pdf(samples.paper(blocks=[Text("Før 漢 etter\x07.")])))
    assert "Før □ etter□." in said


@pytest.mark.parametrize(
    ("language", "footer", "contents"),
    [("nb", "Side 1 av 3", "Innhold"), ("nn", "Side 1 av 3", "Innhald"),
     ("da", "Side 1 af 3", "Indhold"), ("en", "Page 1 of 3", "Contents")],
)  # fmt: skip
def test_the_paper_speaks_its_own_language(language, footer, contents):
    said = words(to_pdf(samples.paper(language=language)))
    assert (footer in said, contents in said) == (True, True)


def test_title_language_author_and_bookmarks_are_set():
    reader = PdfReader(io.BytesIO(to_pdf(samples.paper(language="nn"))))
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    about = (reader.metadata.title, reader.metadata.author, reader.root_object["/Lang"])
    assert about == ("Omstillingsplan for Fjordvik 2026–2031", "Fjordvik kommune", "nn-NO")
    assert titles == ["1\u2002Bakgrunn", "2\u2002Innsatsområder"]


def test_the_same_paper_gives_the_same_bytes():
    assert to_pdf(samples.paper()) == to_pdf(samples.paper())


def test_a_long_table_repeats_its_head_on_every_page():
    rows = tuple((f"Mål {number}", "1", "2", "3") for number in range(120))
    reader = PdfReader(io.BytesIO(to_pdf(samples.paper(blocks=[replace(samples.GOALS, rows=rows)]))))
    assert all("Indikator" in one.extract_text() for one in reader.pages)


def test_missing_fonts_are_told_in_one_sentence(monkeypatch):
    monkeypatch.setenv("FONT_FOLDER", "/ingen/steder")
    with pytest.raises(NoFontError, match=r"No fonts in /ingen/steder\. Run `make setup`"):
        font_folder()


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_no_text_whatever_breaks_a_paper(text):
    assert to_pdf(filled_with(text)).startswith(b"%PDF")
