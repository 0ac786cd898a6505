"""Deadlines on a line through time, today marked: read from top to bottom, on any screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dugnad.kit.dates import format_date
from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import NARROW, STRONG, Drawing, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Point:
    """A deadline; `done` when it has been met, `detail` who answers for it."""

    day: date
    label: str
    done: bool = False
    detail: str = ""


def timeline(title: str, points: Sequence[Point], *, today: date, language: str) -> Picture:
    """Draw the deadlines in order with room for the time between them, and where today stands."""
    ordered = sorted(points, key=lambda point: point.day)
    with translation.override(language):
        rows = tuple((format_date(p.day, language), p.label, _state(p, today), p.detail) for p in ordered)
        data = Table(((_("Date"), _("Deadline"), _("State"), _("Who")),), rows, (), (1.2, 3, 1, 1.5))
        desc = " ".join(f"{row[0]}: {row[1]} ({row[2]})." for row in rows) or _("There are no deadlines yet.")
        now = _("Today") + ", " + format_date(today, language)
        return paint_both(
            "timeline", title, desc, data=data, paint=lambda pen: _draw(pen, ordered, today, (now, rows))
        )


def _state(point: Point, today: date) -> str:
    if point.done:
        return pgettext("chart", "done")
    return pgettext("chart", "overdue") if point.day < today else pgettext("chart", "coming")


def _draw(
    drawing: Drawing, points: Sequence[Point], today: date, words: tuple[str, tuple[tuple[str, ...], ...]]
) -> Drawing:
    now, rows = words
    x = 12 if drawing.width <= NARROW else 170
    y, before, shown = 18.0, None, False
    for point, row in zip(points, rows, strict=True):
        y += _gap(before, point.day)
        if not shown and point.day >= today:
            y, shown = _today(drawing, now, x, y), True
        y = _point(drawing, point, row, (x, y))
        before = point.day
    if not shown:
        y = _today(drawing, now, x, y + 8)
    drawing.add("line", "chart-axis", x1=x, x2=x, y1=2, y2=y - 14)
    drawing.height = y
    return drawing


def _gap(before: date | None, day: date) -> float:
    return 0.0 if before is None else min(40.0, (day - before).days / 8)


def _today(drawing: Drawing, words: str, x: float, y: float) -> float:
    drawing.add("line", "chart-today", x1=x - 8, x2=drawing.width, y1=y - 5, y2=y - 5)
    drawing.say(
        words, drawing.width, y - 11, look="chart-text chart-alarm chart-small chart-strong", anchor="end"
    )
    return y + 26


def _point(drawing: Drawing, point: Point, row: tuple[str, ...], at: tuple[float, float]) -> float:
    x, y = at
    day, label, state, detail = row
    drawing.begin(f"{day}: {label} ({state})")
    look = "chart-done" if point.done else "chart-coming"
    drawing.add("circle", look, cx=x, cy=y - 5, r=7)
    if point.done:
        drawing.add("path", "chart-tick", d=f"M{x - 3} {y - 5}l2.5 3l4 -6")
    quiet = "chart-text chart-quiet chart-small"
    if drawing.width <= NARROW:
        drawing.say(day, x + 20, y, look=quiet)
        y += 19
    else:
        drawing.say(day, x - 20, y, anchor="end", look="chart-text chart-quiet")
    room = drawing.width - x - 20
    y += drawing.say(wrapped(label, room, lines=3, size=STRONG), x + 20, y, look="chart-text chart-strong")
    y += drawing.say(
        wrapped(" · ".join(filter(None, (state, detail))), room, lines=1, size=12), x + 20, y, look=quiet
    )
    drawing.end()
    return y + 20
