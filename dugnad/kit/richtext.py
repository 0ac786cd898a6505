"""The light markup people write in text fields (CommonMark), as safe HTML or as blocks for paper."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from markdown_it.token import Token

_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "h5", "blockquote", "code", "hr"}
_MONTHS = (
    "januar|februar|mars|marts|april|mai|maj|juni|juli|august|september|oktober|november|desember|december"
    "|january|february|march|may|june|july|october"
)
_DATE = re.compile(rf"^(\s*\d{{1,2}})\.(?=\s+(?:{_MONTHS})\b)", re.MULTILINE | re.IGNORECASE)
_parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
    ["image", "html_block", "html_inline"]
)


def _parsed(text: str) -> list[Token]:
    """Parse, with a line that begins with a date («12. mars …») read as a date, not as item 12 of a list."""
    return _parser.parse(_DATE.sub(r"\1\.", text))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; `href` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quote or list item, as runs; `level` is a heading's or list's depth."""

    kind: str
    runs: tuple[Run, ...] = ()
    level: int = 0
    number: int = 0


@dataclass(slots=True)
class _Reader:
    blocks: list[Block] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)
    kind: str = "paragraph"
    level: int = 0

    def read(self, token: Token) -> None:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            self.lists.append(0 if token.type == "bullet_list_open" else 1)
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self.lists.pop()
        elif token.type == "heading_open":
            self.kind, self.level = "heading", int(token.tag[1])
        elif token.type == "blockquote_open":
            self.kind = "quote"
        elif token.type in {"heading_close", "blockquote_close"}:
            self.kind, self.level = "paragraph", 0
        elif token.type in {"fence", "code_block"}:
            self.blocks.append(Block("paragraph", (Run(token.content.rstrip("\n")),)))
        elif token.type == "inline":
            self.add(tuple(_runs(token.children or [])))

    def add(self, runs: tuple[Run, ...]) -> None:
        if self.lists and self.kind == "paragraph":
            number = self.lists[-1]
            self.lists[-1] += 1 if number else 0
            self.blocks.append(Block("item", runs, len(self.lists), number))
        else:
            self.blocks.append(Block(self.kind, runs, self.level))


def _runs(tokens: list[Token]) -> list[Run]:
    runs: list[Run] = []
    bold = italic = False
    href = ""
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            bold = token.type == "strong_open"
        elif token.type in {"em_open", "em_close"}:
            italic = token.type == "em_open"
        elif token.type in {"link_open", "link_close"}:
            href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
        elif token.type in {"softbreak", "hardbreak"}:
            runs.append(Run("\n", bold, italic, href))
        elif token.content:
            runs.append(Run(token.content, bold, italic, href))
    return runs


def to_html(text: str) -> SafeString:
    """Give safe HTML: headings start at h3, and whatever else was typed is shown as text."""
    html = _parser.renderer.render(_parsed(text), _parser.options, {})
    for level in (3, 2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    clean = nh3.clean(
        html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"}
    )
    return mark_safe(clean)


def to_blocks(text: str) -> list[Block]:
    """Give the text as blocks of styled runs, for paper."""
    reader = _Reader()
    for token in _parsed(text):
        reader.read(token)
    return reader.blocks
