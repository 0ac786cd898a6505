"""Money by focus area and year: one stacked bar for each year, its sum at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _

from dugnad.kit.money import format_kroner, format_number
from dugnad.papers.blocks import Align, Table
from dugnad.papers.charts.drawing import NARROW, Drawing, text_width, wrapped
from dugnad.papers.charts.picture import Picture, paint_both

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_RIGHT: tuple[Align, ...] = ("right",)


def money_by_area(
    title: str, areas: Sequence[str], amounts: Mapping[int, Sequence[int]], *, language: str
) -> Picture:
    """Draw whole kroner by year, a stretch for each area; `amounts` gives each year's in the areas' order."""
    with translation.override(language):
        years = sorted(amounts)
        sums = {year: sum(amounts[year]) for year in years}
        header = (_("Year"), *areas, _("Sum"))
        rows = tuple(
            (str(year), *(format_number(amount, language) for amount in (*amounts[year], sums[year])))
            for year in years
        )
        columns = [sum(amounts[year][place] for year in years) for place in range(len(areas))]
        total = (_("Sum"), *(format_number(amount, language) for amount in (*columns, sum(columns))))
        data = Table((header,), rows, ("left", *_RIGHT * (len(areas) + 1)), total=total)
        said = {year: format_kroner(sums[year], language) for year in years}
        desc = " ".join(f"{year}: {said[year]}." for year in years) or _("There is no money in the plan yet.")
    return paint_both("frames", title, desc, data=data, paint=lambda pen: _draw(pen, areas, amounts, said))


def _draw(
    drawing: Drawing, areas: Sequence[str], amounts: Mapping[int, Sequence[int]], said: Mapping[int, str]
) -> Drawing:
    y = _legend(drawing, areas)
    is_narrow = drawing.width <= NARROW
    left = 0 if is_narrow else 52
    room = drawing.width - left - (0 if is_narrow else 10 + max(map(text_width, said.values()), default=0))
    highest = max((sum(amounts[year]) for year in said), default=0) or 1
    for year, words in said.items():
        drawing.begin(f"{year}: {words}")
        if is_narrow:
            y += 20
            drawing.say(f"{year}  {words}", 0, y - 4, look="chart-text chart-strong")
        else:
            drawing.say(str(year), 0, y + 19, look="chart-text chart-strong")
        end = _stack(drawing, amounts[year], room / highest, (left, y))
        if not is_narrow:
            drawing.say(words, end + 8, y + 19)
        drawing.end()
        y += 40
    drawing.height = max(y, 24)
    return drawing


def _stack(drawing: Drawing, amounts: Sequence[int], scale: float, start: tuple[float, float]) -> float:
    x, y = start
    for number, amount in enumerate(amounts, 1):
        width = max(amount, 0) * scale
        if width > 0:
            drawing.filled(number, x=x, y=y, width=max(width - 1.5, 0.5), height=28)
            x += width
    return x


def _legend(drawing: Drawing, areas: Sequence[str]) -> float:
    x, y = 0.0, 4.0  # then a new line whenever the next name would not fit
    for number, area in enumerate(areas, 1):
        text = wrapped(area, min(drawing.width - 24, 300), lines=1)[0]
        needed = 22 + text_width(text) + 14
        if x and x + needed > drawing.width:
            x, y = 0.0, y + 26
        drawing.begin(area)
        drawing.filled(number, x=x, y=y, width=16, height=16)
        drawing.say(text, x + 22, y + 13)
        drawing.end()
        x += needed
    return y + 34
