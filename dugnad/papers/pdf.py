"""A paper as PDF/A-2a and PDF/UA-1 in one file, laid out by Typst from data alone."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from dugnad.kit.colours import AA_TEXT, contrast, is_colour, with_lightness
from dugnad.kit.dates import format_date
from dugnad.papers.blocks import Heading
from dugnad.papers.flow import (
    MISSING,
    Box,
    Paragraph,
    Piece,
    Subheading,
    breakable,
    flow,
    grouped,
    is_blank,
    printable,
)

if TYPE_CHECKING:
    from dugnad.papers.blocks import Paper

_ROOT = Path(__file__).resolve().parents[2]
_LAYOUT = Path(__file__).with_name("typst") / "paper.typ"
_NAMES = {Heading: "heading", Subheading: "subheading", Paragraph: "paragraph", Box: "box"}
_UNPRINTABLE = re.compile(r'the text `"(.+?)"` could not|codepoint `"(.+?)"`', re.DOTALL)
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_ATTEMPTS = 6


class NoFontError(RuntimeError):
    """The fonts for paper are not there; the message says where they were looked for."""


def font_folder() -> Path:
    """Give the folder with Inter's full TTF files: `FONT_FOLDER`, else what npm installed here.

    Raises:
        NoFontError: when there is no such folder; the front-end files are then not installed.
    """
    given = os.environ.get("FONT_FOLDER")
    folder = Path(given) if given else _ROOT / "node_modules" / "@expo-google-fonts" / "inter"
    if not folder.is_dir():
        message = (
            f"No fonts in {folder}. Run `make setup`, or set FONT_FOLDER to a folder with Inter's TTF files."
        )
        raise NoFontError(message)
    return folder


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """Read the fonts once for each process: Inter, and Noto for emoji and other scripts if it lies beside."""
    beside = sorted(folder.parent.glob("noto-*"))
    paths = [folder / "400Regular", folder / "400Regular_Italic", folder / "500Medium"]
    paths += [folder / "600SemiBold", folder / "700Bold", folder / "700Bold_Italic"]
    paths += [weight for other in beside for weight in (other / "400Regular", other / "700Bold")]
    existing = [path for path in paths if path.is_dir()] or [folder]
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(path) for path in existing]
    )


def to_pdf(paper: Paper) -> bytes:
    """Give the paper as PDF/A-2a and PDF/UA-1; the same paper gives the same bytes.

    A sign that no font has is printed as an empty box, so that the reader sees that something was there.

    Raises:
        NoFontError: when Inter is not installed.
        typst.TypstError: when the layout itself is broken, or a chart is no SVG.
    """
    with translation.override(paper.language):
        content = _content(paper)
    fonts = _fonts(font_folder())
    missing: set[str] = set()
    for _attempt in range(_ATTEMPTS):
        try:
            return _compile(paper, _printed(content, missing), fonts)
        except typst.TypstError as error:
            found = _unprintable(error)
            if not found - missing:
                raise
            missing |= found
    return _compile(paper, _printed(content, _beyond_latin(content)), fonts)


def _compile(paper: Paper, content: dict[str, Any], fonts: typst.Fonts) -> bytes:
    return typst.compile(
        str(_LAYOUT),
        root=str(_LAYOUT.parent),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"paper": json.dumps(content, ensure_ascii=False)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(paper.dated, time(), UTC),
    )


def _content(paper: Paper) -> dict[str, Any]:
    colour = paper.colour if is_colour(paper.colour) else "#0b5d66"
    dated = format_date(paper.dated, paper.language)
    return {
        "title": "–" if is_blank(paper.title) else paper.title,
        "short-title": _short(paper.title),
        "subtitle": paper.subtitle,
        "owner": paper.owner,
        "kind": paper.kind,
        "status": paper.status,
        "language": paper.language,
        "region": {"da": "DK", "en": "GB"}.get(paper.language, "NO"),
        "dated": {"year": paper.dated.year, "month": paper.dated.month, "day": paper.dated.day},
        "margin-words": "\n".join(filter(None, (paper.reference, dated))),
        "mark": " · ".join(filter(None, (paper.reference, _digest_words(paper.digest)))),
        "accent": colour,
        "ink": _readable(colour),
        "words": {
            "page": _("Page {page} of {pages}"),
            "contents": _("Contents"),
            "removed": _("Struck through: taken out"),
            "added": _("Underlined: put in"),
            "place-and-date": _("Place and date"),
        },
        "pieces": [_piece(group) for group in grouped(flow(paper.blocks))],
    }


def _short(title: str) -> str:
    return title if len(title) <= 70 else title[:69].rstrip() + "…"


def _digest_words(digest: str) -> str:
    return _("Fingerprint %(digest)s") % {"digest": digest[:16]} if digest else ""


def _readable(colour: str) -> str:
    lightness = 50.0
    while contrast(colour, "#ffffff") < AA_TEXT + 0.5 and lightness > 0:
        colour = with_lightness(colour, lightness)
        lightness -= 5
    return colour


def _piece(group: list[Piece]) -> dict[str, Any]:
    first = group[0]
    if isinstance(first, Paragraph) and first.kind == "item":
        return {"type": "list", "items": [asdict(item) for item in group]}
    return {"type": _NAMES.get(type(first), type(first).__name__.lower()), **asdict(first)}


def _printed(content: Any, missing: set[str]) -> Any:
    """Give the content with every text made printable; SVG keeps its words whole."""
    if isinstance(content, dict):
        return {
            key: _plain(value, missing) if key in {"svg", "href"} else _printed(value, missing)
            for key, value in content.items()
        }
    if isinstance(content, list | tuple):
        return [_printed(value, missing) for value in content]
    return breakable(_plain(content, missing)) if isinstance(content, str) else content


def _plain(text: str, missing: set[str]) -> str:
    text = printable(text)
    for sign in sorted(missing, key=len, reverse=True):
        text = text.replace(sign, MISSING)
    return text


def _unprintable(error: typst.TypstError) -> set[str]:
    found = {one or other for one, other in _UNPRINTABLE.findall(error.diagnostic)}
    return {sign for sign in map(_unescape, found) if sign.strip()} - {MISSING}


def _unescape(sign: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else match[2], sign)


def _beyond_latin(content: dict[str, Any]) -> set[str]:
    text = json.dumps(content, ensure_ascii=False)
    return {sign for sign in text if ord(sign) > 0x24F and not 0x2010 <= ord(sign) <= 0x2122} - {MISSING}
