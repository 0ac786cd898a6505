"""A paper as Word: real styles, languages and repeated table heads, so that others can work on in it."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dugnad.kit.dates import format_date
from dugnad.kit.richtext import Run
from dugnad.papers.blocks import (
    Changes,
    Chart,
    Contents,
    Facts,
    Heading,
    PageBreak,
    Paper,
    Signatures,
    Table,
)
from dugnad.papers.flow import Box, Paragraph, Subheading, flow, printable
from dugnad.papers.wordstyles import add_field, prepare, shade, tag

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph as Line

_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
_GREEN, _RED = RGBColor(0x0B, 0x5A, 0x2A), RGBColor(0x9C, 0x1C, 0x1C)


def to_word(paper: Paper) -> bytes:
    """Give the paper as a Word file (.docx) with the same words as its PDF.

    Charts stand as their caption, their text and their figures in a table.
    """
    document = Document()
    with translation.override(paper.language):
        prepare(document, paper)
        _properties(document, paper)
        _front(document, paper)
        for piece in flow(paper.blocks):
            write(piece, document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _properties(document: Docx, paper: Paper) -> None:
    properties = document.core_properties
    properties.title = printable(paper.title)[:255]
    properties.author = properties.last_modified_by = printable(paper.owner)[:255]
    properties.subject = printable(paper.subtitle)[:255]
    properties.category = printable(paper.kind)[:255]
    properties.language = {"en": "en-GB", "da": "da-DK"}.get(paper.language, f"{paper.language}-NO")
    properties.identifier = printable(paper.digest)[:255]
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(paper.dated, time(), UTC)


def _front(document: Docx, paper: Paper) -> None:
    facts = (paper.owner, paper.kind, paper.reference, format_date(paper.dated, paper.language), paper.status)
    _line(document, " · ".join(filter(None, facts)), "Subtitle")
    _line(document, paper.title, "Title")
    if paper.subtitle:
        _line(document, paper.subtitle, "Subtitle")


def _line(document: Docx, text: str, style: str | None = None) -> Line:
    line = document.add_paragraph(style=style)
    line.add_run(printable(text))
    return line


@singledispatch
def write(piece: object, document: Docx) -> None:  # noqa: ARG001 - singledispatch chooses by the first
    """Add one piece of a paper to the end of the document."""
    message = f"no way to write {type(piece).__name__}"
    raise TypeError(message)


@write.register(Heading)
def _heading(piece: Heading, document: Docx) -> None:
    text = f"{piece.number}\u2002{piece.text}" if piece.number else piece.text
    _line(document, text, f"Heading {piece.level}")


@write.register(Subheading)
def _subheading(piece: Subheading, document: Docx) -> None:
    _line(document, piece.text, f"Heading {piece.level}")


@write.register(Paragraph)
def _paragraph(piece: Paragraph, document: Docx) -> None:
    kind = "List Number" if piece.number else "List Bullet"
    depth = "" if piece.level < 2 else f" {min(piece.level, 3)}"
    style = {"quote": "Quote", "item": kind + depth}.get(piece.kind)
    line = document.add_paragraph(style=style)
    if piece.number == 1:
        _start_again(line)
    _add_runs(line, piece.runs)


def _start_again(line: Line) -> None:
    """Let the numbering begin at 1 here: a list of its own with the style's own look."""
    part: Any = line.part
    numbering = part.numbering_part.element
    style_number = line.style.element.pPr.numPr.numId.val  # type: ignore[union-attr]
    abstract = numbering.num_having_numId(style_number).abstractNumId.val
    number = numbering.add_num(abstract)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    properties: Any = line._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = number.numId


def _add_runs(line: Line, runs: tuple[Run, ...]) -> None:
    for run in runs:
        added = line.add_run(printable(run.text))
        added.bold, added.italic = run.bold or None, run.italic or None
        if run.href:
            _make_link(line, added, run.href)


def _make_link(line: Line, added: Any, href: str) -> None:
    added.underline = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(printable(href), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(added._r)
    line._p.append(link)


@write.register(Box)
def _box(piece: Box, document: Docx) -> None:
    colour = "FFF4E0" if piece.tone == "warning" else "EAF2F3"
    heading = _line(document, "")
    heading.add_run(printable(piece.title)).bold = True
    shade(heading, colour)
    heading.paragraph_format.keep_with_next = True
    for paragraph in piece.paragraphs:
        before = len(document.paragraphs)
        write(replace(paragraph, number=0), document)
        for line in document.paragraphs[before:]:
            shade(line, colour)


@write.register(Facts)
def _facts(piece: Facts, document: Docx) -> None:
    for label, value in piece.pairs:
        line = _line(document, "")
        line.paragraph_format.tab_stops.add_tab_stop(Mm(55))
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Mm(55), -Mm(55)
        line.add_run(f"{printable(label)}:\t")
        line.add_run(printable(value)).bold = True


@write.register(Table)
def _table(piece: Table, document: Docx) -> None:
    if piece.caption:
        _line(document, piece.caption, "Caption").paragraph_format.keep_with_next = True
    rows = [*piece.header, *piece.rows, *([piece.total] if piece.total else [])]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    tag(table, piece.caption)
    for index, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        is_head = index < len(piece.header)
        _fill_row(row, cells, piece, bold=is_head or (bool(piece.total) and index == len(rows) - 1))
        if is_head:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _line(document, "")


def _fill_row(row: Any, cells: tuple[str, ...], piece: Table, *, bold: bool) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    whole = sum(piece.widths)
    for place, text, align, width in zip(row.cells, cells, piece.align, piece.widths, strict=True):
        place.width = Mm(int(160 * width / whole))
        line = place.paragraphs[0]
        line.alignment = _ALIGN[align]
        line.paragraph_format.space_after = Pt(2)
        run = line.add_run(printable(text))
        run.bold = bold or None
        run.font.size = Pt(9)


@write.register(Chart)
def _chart(piece: Chart, document: Docx) -> None:
    _line(document, piece.caption, "Caption").paragraph_format.keep_with_next = True
    if piece.alt not in piece.caption:
        _line(document, piece.alt)
    if piece.data:
        write(piece.data, document)


@write.register(Changes)
def _changes(piece: Changes, document: Docx) -> None:
    if piece.title:
        _line(document, "").add_run(printable(piece.title)).bold = True
    legend = _line(document, "")
    _changed(legend, "removed", _("Struck through: taken out"))
    legend.add_run(" · ")
    _changed(legend, "added", _("Underlined: put in"))
    line = _line(document, "")
    for change in piece.changes:
        _changed(line, change.kind, change.text)


def _changed(line: Line, kind: str, text: str) -> None:
    run = line.add_run(printable(text))
    if kind == "removed":
        run.font.strike, run.font.color.rgb = True, _RED
    elif kind == "added":
        run.font.underline, run.font.bold, run.font.color.rgb = True, True, _GREEN


@write.register(Signatures)
def _signatures(piece: Signatures, document: Docx) -> None:
    for text in (_("Place and date"), *(", ".join(filter(None, (it.name, it.role))) for it in piece.lines)):
        line = _line(document, "_" * 40)
        line.paragraph_format.space_before = Pt(30)
        line.paragraph_format.keep_with_next = True
        _line(document, text)


@write.register(PageBreak)
def _page_break(piece: PageBreak, document: Docx) -> None:  # noqa: ARG001 - singledispatch chooses by it
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@write.register(Contents)
def _contents(piece: Contents, document: Docx) -> None:
    heading = _line(document, _("Contents"), "TOC Heading")
    heading.paragraph_format.keep_with_next = True
    hint = _("Right-click here and choose Update field to fill in the contents.")
    add_field(_line(document, ""), f'TOC \\o "1-{piece.depth}" \\h \\z \\u', hint)
