"""Figures over years as lines: each with its own dash and its name where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _

from dugnad.kit.money import format_number
from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import NARROW, STRONG, Drawing, text_width, ticks, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dugnad.papers.blocks import Align

_RIGHT: tuple[Align, ...] = ("right",)


@dataclass(frozen=True, slots=True)
class Series:
    """A named line: value by year, years may be missing."""

    name: str
    values: Mapping[int, Decimal | int]


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    right: float
    top: float
    bottom: float
    years: tuple[int, int]
    steps: tuple[float, ...]

    def x(self, year: int) -> float:
        first, last = self.years
        return self.left + (self.right - self.left) * (year - first) / max(last - first, 1)

    def y(self, value: float) -> float:
        low, high = self.steps[0], self.steps[-1]
        return self.bottom - (self.bottom - self.top) * (value - low) / ((high - low) or 1)


def line_chart(title: str, series: Sequence[Series], *, unit: str, language: str) -> Picture:
    """Draw up to six series over the years; the axis starts at zero unless all values lie far above it."""
    shown = [one for one in series if one.values][:6]
    with translation.override(language):
        years = sorted({year for one in shown for year in one.values})
        header = (_("Year"), *(f"{one.name} ({unit})" for one in shown))
        rows = tuple(
            (
                str(year),
                *(format_number(one.values[year], language) if year in one.values else "–" for one in shown),
            )
            for year in years
        )
        data = Table((header,), rows, ("left", *_RIGHT * len(shown)))
        desc = " ".join(_story(one, unit, language) for one in shown) or _("There are no figures yet.")
        return paint_both("lines", title, desc, data=data, paint=lambda pen: _draw(pen, shown, language))


def _story(one: Series, unit: str, language: str) -> str:
    first, last = min(one.values), max(one.values)
    return _("%(name)s: %(from)s %(unit)s in %(first)s, %(to)s in %(last)s.") % {
        "name": one.name,
        "unit": unit,
        "from": format_number(one.values[first], language),
        "to": format_number(one.values[last], language),
        "first": first,
        "last": last,
    }


def _draw(drawing: Drawing, shown: Sequence[Series], language: str) -> Drawing:
    drawing.height = 300
    if not shown:
        drawing.height = 40
        drawing.say(drawing.desc, 0, 24, look="chart-text chart-quiet")
        return drawing
    scale = _scale(drawing, shown, language)
    _grid(drawing, scale, language)
    for number, one in enumerate(shown, 1):
        points = [(scale.x(year), scale.y(float(value))) for year, value in sorted(one.values.items())]
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        drawing.add("path", f"chart-line chart-{number}", d=path)
        for x, y in points:
            drawing.add("circle", f"chart-fill chart-{number}", cx=x, cy=y, r=3.5)
    _names(drawing, scale, shown)
    return drawing


def _scale(drawing: Drawing, shown: Sequence[Series], language: str) -> _Scale:
    values = [float(value) for one in shown for value in one.values.values()]
    years = [year for one in shown for year in one.values]
    low, high = min(values), max(values)
    floor = 0.0 if low > 0 and high - low > high * 0.3 else low
    steps = tuple(ticks(floor, high))
    left = 10 + max(text_width(_number(step, language), 12) for step in steps)
    right = drawing.width - (100 if drawing.width <= NARROW else 170)
    return _Scale(left, right, 16, 262, (min(years), max(years)), steps)


def _number(value: float, language: str) -> str:
    return format_number(Decimal(repr(round(value, 6))), language)


def _grid(drawing: Drawing, scale: _Scale, language: str) -> None:
    for step in scale.steps:
        y = scale.y(step)
        drawing.add("line", "chart-grid", x1=scale.left, x2=scale.right, y1=y, y2=y)
        drawing.say(_number(step, language), scale.left - 6, y + 4,
                    look="chart-text chart-quiet chart-small", anchor="end")  # fmt: skip
    first, last = scale.years
    room = max(1, int((scale.right - scale.left) // 46))
    every = max(1, -(-(last - first) // room))
    for year in range(first, last + 1, every):
        drawing.say(str(year), scale.x(year), 284, look="chart-text chart-quiet chart-small", anchor="middle")


def _names(drawing: Drawing, scale: _Scale, shown: Sequence[Series]) -> None:
    room = drawing.width - scale.right - 12
    ends = [
        (scale.y(float(one.values[max(one.values)])), number, one.name) for number, one in enumerate(shown, 1)
    ]
    free = 0.0
    for y, number, name in sorted(ends):
        lines = wrapped(name, room, lines=3, size=STRONG)
        top = max(y + 5, free)
        drawing.begin(name)
        taken = drawing.say(lines, scale.right + 10, top, look=f"chart-text chart-strong chart-{number}")
        drawing.end()
        free = top + taken
    drawing.height = max(drawing.height, free)
