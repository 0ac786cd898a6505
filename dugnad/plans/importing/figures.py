"""Figures from an uploaded table: every row read, or refused with its reason; never half of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.kit.money import parse_number
from dugnad.plans.rules.grounds import WITHHELD, FigureFacts, check_figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django_stubs_ext import StrOrPromise

    from dugnad.papers.tables import ReadCell, ReadTable, Row

MOST_VALUE = Decimal(10) ** 12
_YEAR = re.compile(r"^\d{4}$")
_BELOW_ONE = re.compile(r"^[-\u2212]?0[.,]\d+$")  # «0,125» has decimals, whatever three digits mean elsewhere
_LETTERS = {"series": 160, "unit": 40, "source": 200}


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which heading holds what; without a heading the fixed words hold for every row.

    `wide` says that each year is a column of its own, named by the year.
    """

    series: str = ""
    series_name: str = ""
    year: str = ""
    value: str = ""
    unit: str = ""
    unit_name: str = ""
    source: str = ""
    source_name: str = ""
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row of the file that cannot be taken, and why."""

    number: int
    reason: StrOrPromise


@dataclass(slots=True)
class Reading:
    """What a table gives: figures, and the rows that cannot be taken."""

    figures: list[FigureFacts] = field(default_factory=list)
    bad: list[BadRow] = field(default_factory=list)

    @property
    def series(self) -> list[tuple[str, int]]:
        """Give each series with how many figures it has."""
        names = dict.fromkeys(facts.series for facts in self.figures)
        return [(name, sum(facts.series == name for facts in self.figures)) for name in names]


def year_headings(table: ReadTable) -> list[str]:
    """Give the headings that are years."""
    return [heading for heading in table.headings if _YEAR.match(heading)]


def guess_columns(table: ReadTable) -> dict[str, object]:
    """Guess which heading holds what, from the words that such files use."""
    words = {
        "series": ("series", "serie", "tema", "navn", "name", "indikator", "statistikkvariabel", "gruppe"),
        "year": ("year", "år", "tid", "aar"),
        "value": ("value", "verdi", "værdi", "antall", "antal", "tall"),
        "unit": ("unit", "enhet", "enhed", "måleenhet"),
        "source": ("source", "kilde", "kjelde"),
    }
    lower = {heading.lower(): heading for heading in table.headings}
    guessed: dict[str, object] = {
        key: next((lower[name] for name in names if name in lower), "") for key, names in words.items()
    }
    return {**guessed, "shape": "wide" if len(year_headings(table)) > 1 else "long"}


def read_figures(table: ReadTable, columns: ColumnMap) -> Reading:
    """Read every row as the columns say; nothing is written."""
    reading = Reading()
    seen: set[tuple[str, int]] = set()
    for row in table.rows:
        try:
            found = list(_of_row(table, row, columns))
        except _BadCellError as bad:
            reading.bad.append(BadRow(row.number, bad.reason))
            continue
        for facts in found:
            if problem := _problem(facts, seen):
                reading.bad.append(BadRow(row.number, problem))
                break
            seen.add((facts.series, facts.year))
            reading.figures.append(facts)
    return reading


class _BadCellError(Exception):
    def __init__(self, reason: StrOrPromise) -> None:
        super().__init__(reason)
        self.reason = reason


def _of_row(table: ReadTable, row: Row, columns: ColumnMap) -> Iterator[FigureFacts]:
    cells = dict(zip(table.headings, row.cells, strict=True))
    words = {
        "series": _text(cells.get(columns.series)) or columns.series_name,
        "unit": _text(cells.get(columns.unit)) or columns.unit_name,
        "source": _text(cells.get(columns.source)) or columns.source_name,
    }
    if columns.is_wide:
        for heading in year_headings(table):
            if cells[heading] is not None:
                yield _figure(words, int(heading), cells[heading])
        return
    if cells.get(columns.value) is None:
        raise _BadCellError(_("There is no value. Write .. where the source withholds it."))
    yield _figure(words, _year(cells.get(columns.year)), cells[columns.value])


def _figure(words: dict[str, str], year: int, cell: ReadCell) -> FigureFacts:
    value = read_value(cell)
    return FigureFacts(
        series=words["series"], unit=words["unit"], source=words["source"], year=year, value=value
    )


def _text(cell: ReadCell) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def _year(cell: ReadCell) -> int:
    if isinstance(cell, date):
        return cell.year
    text = _text(cell).removesuffix(".0")
    if not _YEAR.match(text):
        raise _BadCellError(say(_("“%(cell)s” is not a year with four digits."), cell=text))
    return int(text)


def read_value(cell: ReadCell) -> Decimal | None:
    """Read a number as people write it; None for the signs that say that the source withholds it."""
    text = _text(cell)
    if text in WITHHELD:
        return None
    try:
        number = cell if isinstance(cell, Decimal) else _number(text)
    except ValueError:
        raise _BadCellError(say(_("“%(cell)s” is not a number."), cell=text[:60])) from None
    if not number.is_finite() or abs(number) >= MOST_VALUE:
        raise _BadCellError(say(_("“%(cell)s” is too large a number."), cell=text[:60]))
    return round(number, 3)


def _number(text: str) -> Decimal:
    plain = text.removesuffix("%").strip()
    if _BELOW_ONE.match(plain):
        return Decimal(plain.replace(",", ".").replace("\u2212", "-"))
    return parse_number(plain)


def _problem(facts: FigureFacts, seen: set[tuple[str, int]]) -> StrOrPromise:
    for name, most in _LETTERS.items():
        if len(getattr(facts, name)) > most:
            sentence = _("“%(start)s…” has more than %(most)s letters.")
            return say(sentence, start=getattr(facts, name)[:30], most=most)
    if not (verdict := check_figure(facts)):
        return verdict.reason
    if (facts.series, facts.year) in seen:
        sentence = _("“%(series)s” has two values for %(year)s.")
        return say(sentence, series=facts.series, year=str(facts.year))
    return ""
