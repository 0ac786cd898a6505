"""From a paper's blocks to the pieces that PDF and Word both lay out, in reading order.

Here markup becomes paragraphs, heading levels are closed, captions numbered and texts made printable,
so that both kinds of file say the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dugnad.kit.richtext import Run, to_blocks
from dugnad.papers.blocks import (
    Bullets,
    Changes,
    Chart,
    Contents,
    Facts,
    Heading,
    Note,
    PageBreak,
    Signatures,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dugnad.papers.blocks import Align, Block

MISSING = "\u25a1"
DEEPEST = 4
_LEFT: tuple[Align, ...] = ("left",)
_LONG_WORD = re.compile(r"\S{40,}")
_SAFE_LINK = re.compile(r"^(https?://|mailto:|tel:)\S+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Styled runs: `kind` is paragraph, quote or item; `level` an item's depth, `number` its number."""

    kind: str
    runs: tuple[Run, ...]
    level: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading that somebody wrote inside a text: real, but not in the contents."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Box:
    """A note, opened up: its word, its tone and its paragraphs."""

    title: str
    tone: str
    paragraphs: tuple[Paragraph, ...]


Piece = (
    Heading
    | Subheading
    | Paragraph
    | Box
    | Facts
    | Table
    | Chart
    | Changes
    | Signatures
    | PageBreak
    | Contents
)


def printable(text: str) -> str:
    """Give the text without what no paper can hold: control characters become a visible box."""
    kept = "".join(
        character
        if character in "\n\t"
        or (unicodedata.category(character) not in {"Cc", "Cs", "Co"} and not _is_noncharacter(character))
        else MISSING
        for character in text.replace("\r\n", "\n").replace("\r", "\n")
    )
    return kept.replace("\t", " ")


def _is_noncharacter(character: str) -> bool:
    return ord(character) & 0xFFFE == 0xFFFE


def is_blank(text: str) -> bool:
    """Tell whether a text shows nothing on paper: no signs, or only spaces and invisible ones."""
    return all(
        unicodedata.category(sign) in {"Cf", "Zs", "Zl", "Zp", "Mn"} for sign in printable(text).strip()
    )


def breakable(text: str) -> str:
    """Let a word longer than a line (an address, say) break: an invisible chance after each 20 characters."""
    return _LONG_WORD.sub(lambda word: re.sub(r"(.{20})", "\\1\u200b", word[0]), text)


def flow(blocks: Iterable[Block]) -> Iterator[Piece]:
    """Give the pieces of a paper in the language that is active now."""
    level = 0
    tables = figures = 0
    for block in blocks:
        if isinstance(block, Heading):
            level = max(1, min(block.level, level + 1, DEEPEST))
            yield replace(block, text="–" if is_blank(block.text) else block.text, level=level)
        elif isinstance(block, Table):
            tables += bool(block.caption)
            yield _numbered_table(block, tables)
        elif isinstance(block, Chart):
            figures += 1
            yield _numbered_chart(block, figures)
        else:
            yield from _opened(block, level)


def _opened(block: Block, level: int) -> Iterator[Piece]:
    if isinstance(block, Text):
        yield from _paragraphs_under(block.markdown, level)
    elif isinstance(block, Bullets):
        for number, item in enumerate(block.items, 1):
            yield Paragraph("item", (Run(item),), number=number if block.numbered else 0)
    elif isinstance(block, Note):
        yield _box(block)
    else:
        yield block


def _paragraphs_under(markdown: str, above: int) -> Iterator[Piece]:
    level = above
    for block in to_blocks(markdown):
        runs = tuple(_safe(run) for run in block.runs)
        if block.kind == "heading":
            text = "".join(run.text for run in runs).replace("\n", " ")
            level = max(1, min(above + block.level, level + 1, DEEPEST))
            yield Subheading("–" if is_blank(text) else text, level)
        else:
            yield Paragraph(block.kind, runs, max(block.level, 1), block.number)


def _safe(run: Run) -> Run:
    return run if not run.href or _SAFE_LINK.match(run.href) else replace(run, href="")


def _numbered_table(table: Table, number: int) -> Table:
    width = max(len(row) for row in (*table.header, *table.rows, table.total))
    filled = replace(
        table,
        header=tuple(_filled(row, width) for row in table.header),
        rows=tuple(_filled(row, width) for row in table.rows),
        total=_filled(table.total, width) if table.total else (),
        align=(*table.align, *_LEFT * width)[:width],
        widths=(*table.widths, *(1.0 for _column in range(width)))[:width],
    )
    if not table.caption:
        return filled
    caption = _("Table %(number)s. %(caption)s") % {"number": number, "caption": table.caption}
    return replace(filled, caption=caption)


def _filled(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    return (*row, *("" for _column in range(width - len(row))))


def _numbered_chart(chart: Chart, number: int) -> Chart:
    caption = _("Figure %(number)s. %(caption)s") % {"number": number, "caption": chart.caption or chart.alt}
    return replace(chart, caption=caption, data=_numbered_table(chart.data, 0) if chart.data else None)


def _box(note: Note) -> Box:
    words = {"info": _("Note"), "warning": _("Warning")}
    paragraphs = tuple(
        Paragraph("paragraph" if block.kind == "heading" else block.kind, tuple(map(_safe, block.runs)),
                  max(block.level, 1), block.number)
        for block in to_blocks(note.markdown)
    )  # fmt: skip
    return Box(note.title or words[note.tone], note.tone, paragraphs)


def grouped(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Give pieces one by one, but consecutive list items together, so that a list is one list."""
    group: list[Piece] = []
    for piece, after in pairwise((*pieces, PageBreak())):
        group.append(piece)
        if not _goes_on(group[0], after):
            yield group
            group = []


def _goes_on(first: Piece, after: Piece) -> bool:
    if not (
        isinstance(first, Paragraph) and isinstance(after, Paragraph) and first.kind == after.kind == "item"
    ):
        return False
    return after.level > first.level or (after.number != 1 and bool(after.number) == bool(first.number))
