"""The thread: from challenges to areas to activities, with what hangs loose standing out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import NARROW, STRONG, Drawing, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Node:
    """Something on the thread; `key` is unique in the whole picture, `is_loose` marks where it breaks."""

    key: str
    label: str
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Nodes of one kind, such as challenges."""

    title: str
    nodes: tuple[Node, ...]


Links = frozenset[tuple[str, str]]


def thread(
    title: str, columns: Sequence[Column], links: Sequence[tuple[str, str]], *, language: str
) -> Picture:
    """Draw columns of nodes with links (left key, right key); a node without any link hangs loose too."""
    known = {node.key for column in columns for node in column.nodes}
    pairs = frozenset((a, b) for a, b in links if a in known and b in known)
    with translation.override(language):
        loose = _("hangs loose")
        rows = tuple(_row(column, node, columns, pairs) for column in columns for node in column.nodes)
        data = Table(((_("Kind"), _("Name"), _("Answers or is answered by")),), rows, (), (1.4, 2, 3))
        desc = _story(columns, pairs)

    def paint(pen: Drawing) -> Drawing:
        return (_down if pen.width <= NARROW else _across)(pen, columns, pairs, loose)

    return paint_both("thread", title, desc, data=data, paint=paint)


def orphans(columns: Sequence[Column], links: Links) -> list[Node]:
    """Give the nodes that no link touches, and those that are marked."""
    linked = {key for pair in links for key in pair}
    nodes = [node for column in columns for node in column.nodes]
    return [node for node in nodes if node.is_loose or node.key not in linked]


def _neighbours(node: Node, columns: Sequence[Column], links: Links) -> list[str]:
    keys = {b for a, b in links if a == node.key} | {a for a, b in links if b == node.key}
    return [other.label for column in columns for other in column.nodes if other.key in keys]


def _row(column: Column, node: Node, columns: Sequence[Column], links: Links) -> tuple[str, ...]:
    return (
        column.title,
        node.label,
        "; ".join(_neighbours(node, columns, links)) or _("nothing: hangs loose"),
    )


def _story(columns: Sequence[Column], links: Links) -> str:
    counts = ", ".join(f"{column.title}: {len(column.nodes)}" for column in columns)
    lonely = "; ".join(node.label for node in orphans(columns, links)) or pgettext("chart", "none")
    return _("%(counts)s. Hanging loose: %(names)s.") % {"counts": counts, "names": lonely}


def _across(drawing: Drawing, columns: Sequence[Column], links: Links, loose: str) -> Drawing:
    gap = 56.0
    wide = (drawing.width - gap * (len(columns) - 1)) / max(len(columns), 1)
    places: dict[str, tuple[float, float]] = {}
    lonely = {node.key for node in orphans(columns, links)}
    heads = max((len(wrapped(column.title, wide, size=STRONG)) for column in columns), default=1) * 18
    cards: list[tuple[Node, float, float, float]] = []
    for number, column in enumerate(columns):
        x, y = number * (wide + gap), heads + 12.0
        drawing.say(wrapped(column.title, wide, size=STRONG), x, 16, look="chart-text chart-strong")
        for node in column.nodes:
            high = _height(node, wide, is_loose=node.key in lonely)
            places[node.key] = (x, y + high / 2)
            cards.append((node, x, y, high))
            y += high + 12
        drawing.height = max(drawing.height, y)
    _links(drawing, links, places, wide)
    for node, x, y, high in cards:
        _card(drawing, node, (x, y, wide, high), loose if node.key in lonely else "")
    return drawing


def _links(drawing: Drawing, links: Links, places: dict[str, tuple[float, float]], wide: float) -> None:
    for one, other in sorted(links):
        (x1, y1), (x2, y2) = sorted((places[one], places[other]))
        x1 += wide
        bend = (x2 - x1) / 2
        drawing.add("path", "chart-link", d=f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} "
                                            f"{x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}")  # fmt: skip


def _height(node: Node, wide: float, *, is_loose: bool) -> float:
    return 18 + 18 * len(wrapped(node.label, wide - 20, lines=3)) + (16 if is_loose else 0)


def _card(drawing: Drawing, node: Node, box: tuple[float, float, float, float], loose: str) -> None:
    x, y, wide, high = box
    drawing.begin(f"{node.label} ({loose})" if loose else node.label)
    look = "chart-orphan" if loose else "chart-card"
    drawing.add("rect", look, x=x + 1, y=y, width=wide - 2, height=high, rx=6)
    taken = drawing.say(wrapped(node.label, wide - 20, lines=3), x + 10, y + 21)
    if loose:
        drawing.say(loose, x + 10, y + 21 + taken - 2, look="chart-text chart-alarm chart-small chart-strong")
    drawing.end()


def _down(drawing: Drawing, columns: Sequence[Column], links: Links, loose: str) -> Drawing:
    """On a phone lines cannot be followed: each node with what it leads to written below it."""
    y = 0.0
    lonely = {node.key for node in orphans(columns, links)}
    for column, following in zip_longest(columns, columns[1:]):
        y += (
            drawing.say(
                wrapped(column.title, drawing.width, size=STRONG), 0, y + 16, look="chart-text chart-strong"
            )
            + 10
        )
        for node in column.nodes:
            high = _height(node, drawing.width, is_loose=node.key in lonely)
            _card(drawing, node, (0, y, drawing.width, high), loose if node.key in lonely else "")
            y += high + 4
            for name in _neighbours(node, [following] if following else [], links):
                line = wrapped(f"→ {name}", drawing.width - 24, size=12)
                y += drawing.say(line, 22, y + 12, look="chart-text chart-quiet chart-small") + 2
            y += 10
        y += 10
    drawing.height = max(y, 20)
    return drawing
