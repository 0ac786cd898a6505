"""The path of a process: phases as steps, gates as doors with who decides and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import NARROW, STRONG, Drawing, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACROSS, _HIGH = 5, 46


@dataclass(frozen=True, slots=True)
class Step:
    """A phase or a gate; `who` decides a gate, `when` is a date or period in words."""

    title: str
    state: Literal["done", "present", "coming", "skipped"]
    kind: Literal["phase", "gate"] = "phase"
    who: str = ""
    when: str = ""


def path(title: str, steps: Sequence[Step], *, language: str) -> Picture:
    """Draw the steps from left to right, on phones from top to bottom, with the present one marked."""
    with translation.override(language):
        states = {
            "done": pgettext("chart", "done"),
            "present": pgettext("chart", "now"),
            "coming": pgettext("chart", "ahead"),
            "skipped": pgettext("chart", "left out"),
        }
        kinds = {"phase": _("Phase"), "gate": _("Decision")}
        rows = tuple(
            (kinds[step.kind], step.title, states[step.state], step.who, step.when) for step in steps
        )
        data = Table(
            ((_("Kind"), _("Step"), _("State"), _("Who decides"), _("When")),), rows, (), (1, 3, 1, 2, 2)
        )
        desc = " ".join(f"{row[0]}: {', '.join(filter(None, row[1:]))}." for row in rows) or _(
            "No steps yet."
        )
        here = _("You are here")

    def paint(pen: Drawing) -> Drawing:
        return _down(pen, steps, here) if pen.width <= NARROW else _across(pen, steps, here)

    return paint_both("path", title, desc, data=data, paint=paint)


def _down(drawing: Drawing, steps: Sequence[Step], here: str) -> Drawing:
    y, x = 4.0, 22.0
    for number, step in enumerate(steps):
        drawing.begin(_hint(step))
        top = y
        lines = [(wrapped(step.title, drawing.width - 60, lines=3, size=STRONG), _title_look(step))]
        lines += [(wrapped(text, drawing.width - 60, size=12), "chart-text chart-quiet chart-small")
                  for text in _details(step, here)]  # fmt: skip
        y += 20
        for said, look in lines:
            y += drawing.say(said, x + 34, y, look=look)
        y = max(y + 8, top + 58)
        if number < len(steps) - 1:
            drawing.add("line", "chart-axis", x1=x, x2=x, y1=top + 38, y2=y + 2)
        _sign(drawing, step, (x, top + 18))
        drawing.end()
    drawing.height = max(y, 20)
    return drawing


def _across(drawing: Drawing, steps: Sequence[Step], here: str) -> Drawing:
    """Rows of steps, each row read from the left."""
    y = 0.0
    for first in range(0, len(steps), _ACROSS):
        row = steps[first : first + _ACROSS]
        wide = drawing.width / min(max(len(steps), 1), _ACROSS)
        deepest = y
        if first + _ACROSS < len(steps) or len(row) > 1:
            last = drawing.width if first + _ACROSS < len(steps) else (len(row) - 0.5) * wide
            drawing.add("line", "chart-axis", x1=0 if first else wide / 2, x2=last, y1=y + 24, y2=y + 24)
        for place, step in enumerate(row):
            deepest = max(deepest, _column(drawing, step, ((place + 0.5) * wide, y, wide), here))
        y = deepest + 22
    drawing.height = max(y - 14, 20)
    return drawing


def _column(drawing: Drawing, step: Step, place: tuple[float, float, float], here: str) -> float:
    x, y, wide = place
    drawing.begin(_hint(step))
    _sign(drawing, step, (x, y + 24))
    y += _HIGH + 16
    y += drawing.say(
        wrapped(step.title, wide - 8, lines=4, size=STRONG), x, y, look=_title_look(step), anchor="middle"
    )
    for text in _details(step, here):
        quiet = "chart-text chart-quiet chart-small"
        y += drawing.say(wrapped(text, wide - 8, size=12), x, y, look=quiet, anchor="middle")
    drawing.end()
    return y


def _hint(step: Step) -> str:
    return ", ".join(filter(None, (step.title, step.who, step.when)))


def _details(step: Step, here: str) -> list[str]:
    return [text for text in (here if step.state == "present" else "", step.who, step.when) if text]


def _title_look(step: Step) -> str:
    look = "chart-text chart-strong" if step.state == "present" or step.kind == "gate" else "chart-text"
    return f"{look} chart-quiet" if step.state == "skipped" else look


def _sign(drawing: Drawing, step: Step, middle: tuple[float, float]) -> None:
    """Draw a step's sign: a circle for a phase, a door for a gate; a tick when done, a dot when present."""
    x, y = middle
    look = {
        "done": "chart-done",
        "present": "chart-present",
        "coming": "chart-coming",
        "skipped": "chart-orphan",
    }[step.state]
    if step.kind == "gate":
        drawing.add("path", look, d=f"M{x - 13} {y + 18}V{y - 8}a13 11 0 0 1 26 0V{y + 18}Z")
        if step.state != "done":
            knob = "chart-on" if step.state == "present" else "chart-text"
            drawing.add("circle", knob, cx=x + 7, cy=y + 4, r=2)
    else:
        drawing.add("circle", look, cx=x, cy=y, r=15)
        if step.state == "present":
            drawing.add("circle", "chart-on", cx=x, cy=y, r=5)
    if step.state == "done":
        drawing.add("path", "chart-tick", d=f"M{x - 6} {y}l4.5 5l8 -10")
