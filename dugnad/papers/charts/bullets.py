"""Goals as bullet bars: where it started, where it should be by now and in the end, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dugnad.kit.money import format_number
from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import NARROW, STRONG, Drawing, text_width, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from dugnad.papers.blocks import Align

    Number = Decimal | int

_ALIGN: tuple[Align, ...] = ("left", "left", "right", "right", "right", "right")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal's figures; `periodised` is what the plan wants by `by` (a year or date, as text)."""

    label: str
    unit: str
    baseline: Number
    target: Number
    due: str = ""
    periodised: Number | None = None
    by: str = ""
    measured: Number | None = None


def bullet_bars(title: str, goals: Sequence[Goal], *, language: str) -> Picture:
    """Draw a bar for each goal from its baseline to its target; a goal may also aim downwards."""
    with translation.override(language):
        header = (_("Goal"), _("Unit"), _("Baseline"), _("Wanted by now"), _("Target"), _("Measured"))
        rows = tuple(_row(goal, language) for goal in goals)
        data = Table(
            (header,), rows, ("left", "left", "right", "right", "right", "right"), (3, 1.5, 1, 1, 1, 1)
        )
        desc = " ".join(f"{goal.label}: {_story(goal, language)}." for goal in goals)
        desc = desc or _("There are no goals yet.")
        return paint_both("bullets", title, desc, data=data, paint=lambda pen: _draw(pen, goals, language))


def _row(goal: Goal, language: str) -> tuple[str, ...]:
    numbers = (goal.baseline, goal.periodised, goal.target, goal.measured)
    return (goal.label, goal.unit, *("–" if one is None else format_number(one, language) for one in numbers))


def _story(goal: Goal, language: str) -> str:
    def said(number: Number) -> str:
        return format_number(number, language)

    parts = [pgettext("chart", "from %(number)s") % {"number": said(goal.baseline)}]
    if goal.periodised is not None:
        parts.append(
            _("%(number)s wanted by %(when)s") % {"number": said(goal.periodised), "when": goal.by or "–"}
        )
    words = _("target %(number)s %(unit)s by %(when)s") if goal.due else _("target %(number)s %(unit)s")
    parts.append(words % {"number": said(goal.target), "unit": goal.unit, "when": goal.due})
    parts.append(_("not measured yet") if goal.measured is None
                 else _("%(number)s measured") % {"number": said(goal.measured)})  # fmt: skip
    return ", ".join(parts)


def _draw(drawing: Drawing, goals: Sequence[Goal], language: str) -> Drawing:
    y = _legend(drawing) if goals else 0.0
    for goal in goals:
        story = _story(goal, language)
        drawing.begin(f"{goal.label}: {story}")
        y += drawing.say(
            wrapped(goal.label, drawing.width, size=STRONG), 0, y + 16, look="chart-text chart-strong"
        )
        _bar(drawing, goal, y + 8)
        lines = 3 if drawing.width <= NARROW else 2
        said = wrapped(story[:1].upper() + story[1:], drawing.width, lines=lines, size=12)
        y += 34 + drawing.say(said, 0, y + 48, look="chart-text chart-quiet chart-small") + 18
        drawing.end()
    drawing.height = max(y, 24)
    return drawing


def _legend(drawing: Drawing) -> float:
    drawing.add("rect", "chart-fill chart-1", x=0, y=4, width=18, height=10)
    x = 24 + _said(drawing, _("Measured"), 24)
    drawing.add("line", "chart-today", x1=x + 18, x2=x + 18, y1=1, y2=18)
    x += 26 + _said(drawing, _("Wanted by now"), x + 26)
    drawing.add("line", "chart-mark", x1=x + 18, x2=x + 18, y1=1, y2=18)
    _said(drawing, _("Target"), x + 26)
    return 32.0


def _said(drawing: Drawing, word: str, x: float) -> float:
    drawing.say(word, x, 14, look="chart-text chart-small")
    return text_width(word, 12)


def _bar(drawing: Drawing, goal: Goal, y: float) -> None:
    values = [
        float(one) for one in (goal.baseline, goal.target, goal.periodised, goal.measured) if one is not None
    ]
    low, high = min(values), max(values)
    start, width = float(goal.baseline), drawing.width - 4

    def x(value: float) -> float:
        return 2 + width * (value - low) / ((high - low) or 1)

    drawing.add("rect", "chart-ground", x=0, y=y, width=drawing.width, height=22)
    left, right = sorted((x(start), x(float(goal.target))))
    drawing.add("rect", "chart-band", x=left, y=y, width=right - left, height=22)
    if goal.measured is not None:
        left, right = sorted((x(start), x(float(goal.measured))))
        drawing.add("rect", "chart-fill chart-1", x=left, y=y + 6, width=max(right - left, 2), height=10)
    if goal.periodised is not None:
        at = x(float(goal.periodised))
        drawing.add("line", "chart-today", x1=at, x2=at, y1=y - 2, y2=y + 24)
    at = x(float(goal.target))
    drawing.add("line", "chart-mark", x1=at, x2=at, y1=y - 2, y2=y + 24)
