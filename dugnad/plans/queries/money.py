"""The plan's money as a table: sources, uses, sums and what differs, by year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.plans.models import MoneyLine

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from dugnad.plans import outline as o


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A line of the table: what it is, the amount of each year, and their sum; whole kroner."""

    title: StrOrPromise
    amounts: tuple[int, ...]

    @property
    def total(self) -> int:
        """Add up the years."""
        return sum(self.amounts)


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """What the sources give and what it is used for, year by year."""

    years: tuple[int, ...]
    sources: tuple[MoneyRow, ...]
    uses: tuple[MoneyRow, ...]

    @property
    def given(self) -> MoneyRow:
        """Add up the sources."""
        return MoneyRow(_("Sum of sources"), _sums(self.sources, len(self.years)))

    @property
    def used(self) -> MoneyRow:
        """Add up areas and administration."""
        return MoneyRow(_("Sum of uses"), _sums(self.uses, len(self.years)))

    @property
    def difference(self) -> MoneyRow:
        """Give what is not put to use; below nought it is lacking (A-15)."""
        pairs = zip(self.given.amounts, self.used.amounts, strict=True)
        return MoneyRow(_("Difference"), tuple(given - used for given, used in pairs))


def money_table(outline: o.PlanOutline) -> MoneyTable:
    """Set up the money table of a plan."""
    sources: dict[tuple[str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for line in outline.money:
        if line.source and line.year is not None:
            sources[line.source, line.name][line.year] += line.amount or 0
    uses: list[tuple[StrOrPromise, dict[int, int]]] = [
        (f"{area.code} {area.title}", {row.year: row.value for row in area.frames}) for area in outline.areas
    ]
    uses.append((_("Administration"), {row.year: row.value for row in outline.administration}))
    every = [*sources.values(), *(amounts for _title, amounts in uses)]
    years = tuple(sorted({year for amounts in every for year in amounts}))
    return MoneyTable(
        years,
        tuple(
            MoneyRow(name or MoneyLine.Source(source).label, _by_year(amounts, years))
            for (source, name), amounts in sources.items()
        ),
        tuple(MoneyRow(title, _by_year(amounts, years)) for title, amounts in uses),
    )


def _by_year(amounts: dict[int, int], years: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(amounts.get(year, 0) for year in years)


def _sums(rows: tuple[MoneyRow, ...], years: int) -> tuple[int, ...]:
    return tuple(sum(row.amounts[index] for row in rows) for index in range(years))
