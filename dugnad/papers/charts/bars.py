"""Amounts side by side as lying bars, each with its name above and its value at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _

from dugnad.kit.money import format_number
from dugnad.papers.blocks import Table
from dugnad.papers.charts.drawing import STRONG, Drawing, text_width, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal


def bar_chart(
    title: str, bars: Sequence[tuple[str, Decimal | int]], *, unit: str, language: str, heading: str = ""
) -> Picture:
    """Draw one bar for each label and value; negative values are shown as text with an empty bar."""
    with translation.override(language):
        said = [
            (label, float(value), f"{format_number(value, language)} {unit}".strip()) for label, value in bars
        ]
        data = Table(((heading or _("Name"), unit or _("Value")),),
                     tuple((label, format_number(value, language)) for label, value in bars),
                     ("left", "right"))  # fmt: skip
        desc = "; ".join(f"{label}: {words}" for label, _value, words in said) or _(
            "There are no figures yet."
        )
    return paint_both("bars", title, desc, data=data, paint=lambda pen: _draw(pen, said))


def _draw(drawing: Drawing, said: Sequence[tuple[str, float, str]]) -> Drawing:
    room = drawing.width - 8 - max((text_width(words, STRONG) for _label, _value, words in said), default=0)
    highest = max((value for _label, value, _words in said), default=0) or 1
    y = 0.0
    for label, value, words in said:
        drawing.begin(f"{label}: {words}")
        y += drawing.say(wrapped(label, drawing.width), 0, y + 14)
        length = max(0.0, room * value / highest)
        drawing.add("rect", "chart-ground", x=0, y=y + 2, width=room, height=18)
        drawing.filled(1, x=0, y=y + 2, width=max(length, 1), height=18)
        drawing.say(words, length + 8, y + 16, look="chart-text chart-strong")
        drawing.end()
        y += 34
    drawing.height = max(y, 20)
    return drawing
