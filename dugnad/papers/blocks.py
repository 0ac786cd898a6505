"""A paper as plain data: what it says and in which order, not how it looks in PDF or Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from dugnad.kit.wording import Change

Language = Literal["nb", "nn", "da", "en"]
Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; a skipped level is closed, since screen readers stumble over it."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote in a text field, in the light markup of the kit's rich text."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of plain lines, numbered or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value in pairs, such as project owner and name."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one or more header rows, every row as long as the first header row.

    `align` and `widths` (relative) go by column; left out, the columns are left-aligned and share
    the width evenly. `total` is a last row that stands out.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...] = ()
    widths: tuple[float, ...] = ()
    caption: str = ""
    total: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture as SVG (from `papers.charts`) with the text that replaces it and the figures in it."""

    svg: str
    alt: str
    caption: str = ""
    data: Table | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in a box, in the light markup; `title` replaces the tone's own word."""

    markdown: str
    tone: Literal["info", "warning"] = "info"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Two wordings compared word by word (kit.wording): taken out struck through, put in underlined."""

    changes: tuple[Change, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on: the role and, where known, the name below it."""

    role: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, with a line for place and date above them."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made from the headings down to `depth`."""

    depth: int = 2


Block = Heading | Text | Bullets | Facts | Table | Chart | Note | Changes | Signatures | PageBreak | Contents


@dataclass(frozen=True, slots=True)
class Paper:
    """A document for a council, a wall or an archive.

    `colour` is the municipality's own as `#rrggbb`; `reference` its case number («Sak 42/26»);
    `status` what it is worth («Utkast»); `digest` the hash of the content it was made from.
    """

    title: str
    owner: str
    dated: date
    blocks: tuple[Block, ...]
    subtitle: str = ""
    kind: str = ""
    language: Language = "nb"
    colour: str = "#0b5d66"
    reference: str = ""
    status: str = ""
    digest: str = ""
