"""A picture with everything that belongs to it, for screen and for paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString, mark_safe

from dugnad.kit.colours import AA_TEXT, contrast, is_colour
from dugnad.papers.blocks import Chart, Table
from dugnad.papers.charts.drawing import NARROW, WIDE, Drawing

if TYPE_CHECKING:
    from collections.abc import Callable

_INK, _GREY, _HAIR = "#16191a", "#4f5759", "#c9cfd0"
SERIES = ("#0b5d66", "#a8480f", "#5b4a9c", "#45701b", "#a3305f", "#4f5759")
DASHES = ("", "7 4", "2 4", "10 3 2 3", "4 2", "12 4")
LOOKS: dict[str, dict[str, str]] = {
    "chart": {"font-family": "Inter", "font-size": "14"},
    "chart-text": {"fill": _INK},
    "chart-small": {"font-size": "12"},
    "chart-large": {"font-size": "17"},
    "chart-strong": {"font-weight": "600"},
    "chart-quiet": {"fill": _GREY},
    "chart-on": {"fill": "#ffffff"},
    "chart-alarm": {"fill": "#9c1c1c"},
    "chart-grid": {"stroke": _HAIR, "stroke-width": "1", "fill": "none"},
    "chart-axis": {"stroke": _GREY, "stroke-width": "1", "fill": "none"},
    "chart-mark": {"stroke": _INK, "stroke-width": "2.5", "fill": "none"},
    "chart-today": {"stroke": "#9c1c1c", "stroke-width": "2", "stroke-dasharray": "5 3", "fill": "none"},
    "chart-ground": {"fill": "#eef1f1"},
    "chart-band": {"fill": "#d5dcdd"},
    "chart-card": {"fill": "#ffffff", "stroke": _GREY, "stroke-width": "1"},
    "chart-orphan": {
        "fill": "#fff6ea",
        "stroke": "#9c1c1c",
        "stroke-width": "1.5",
        "stroke-dasharray": "5 3",
    },
    "chart-link": {"fill": "none", "stroke": "#8a9799", "stroke-width": "1.5"},
    "chart-line": {"fill": "none", "stroke-width": "2.5"},
    "chart-fill": {},
    "chart-hatch": {"stroke": "#ffffff", "stroke-opacity": "0.55", "stroke-width": "1.5", "fill": "none"},
    "chart-present": {"fill": SERIES[0]},
    "chart-done": {"fill": "#cfe0e1", "stroke": SERIES[0], "stroke-width": "1.5"},
    "chart-coming": {"fill": "#ffffff", "stroke": _GREY, "stroke-width": "1.5"},
    "chart-tick": {"fill": "none", "stroke": SERIES[0], "stroke-width": "2"},
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture wide (720) and narrow (340), what it says in words, and its figures."""

    title: str
    desc: str
    wide: str
    narrow: str
    data: Table

    @property
    def on_screen(self) -> SafeString:
        """Give both SVGs; `charts.css` shows the one that fits, and hides the other from readers too."""
        return mark_safe(self.wide + self.narrow)

    def on_paper(self, colour: str = SERIES[0], *, with_data: bool = True) -> Chart:
        """Give the block for a paper in the municipality's colour, with the figures unless unwanted."""
        return Chart(for_paper(self.wide, colour), self.desc, self.title, self.data if with_data else None)


def paint_both(
    kind: str, title: str, desc: str, *, data: Table, paint: Callable[[Drawing], object]
) -> Picture:
    """Paint a picture of the kind at both widths."""
    wide, narrow = (Drawing(title, desc, width=width, kind=kind) for width in (WIDE, NARROW))
    paint(wide)
    paint(narrow)
    return Picture(wide.title, wide.desc, wide.svg(), narrow.svg(), data)


def chart_table(picture: Picture) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Give headings and rows of the table that stands beside a picture in `<details>`."""
    return picture.data.header[0], picture.data.rows


def for_paper(svg: str, colour: str = SERIES[0]) -> str:
    """Give the SVG with its classes as presentation attributes, for paper that knows no stylesheet."""
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    root = ET.fromstring(svg)  # noqa: S314 - our own SVG
    accent = colour if is_colour(colour) and contrast(colour, "#ffffff") >= AA_TEXT else SERIES[0]
    for element in root.iter():
        for name, value in _attributes(element.attrib.pop("class", "").split()).items():
            element.set(name, accent if value == SERIES[0] else value)
    return ET.tostring(root, encoding="unicode")


def _attributes(classes: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in classes:
        found |= LOOKS.get(name, {})
    number = next((int(name[6:]) for name in classes if name[6:].isdigit()), 0)
    if number and "chart-line" in classes:
        found |= {"stroke": SERIES[number - 1], "stroke-dasharray": DASHES[number - 1] or "none"}
    elif number:
        found["fill"] = SERIES[number - 1]
    return found
