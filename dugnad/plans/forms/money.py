"""What is typed about money: the table of sources by year, and the county's conditions."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.plans.forms.draft import Draft
from dugnad.plans.forms.fields import Kroner, Line, day, for_year
from dugnad.plans.models import MoneyLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from django.forms.boundfield import BoundField

_SOURCE = re.compile(r"^source_(\d+)$")
_MOST_ROWS = 40
BLANK_ROWS = 2


@dataclass(frozen=True, slots=True)
class YearSum:
    """One year's two sides, in whole kroner."""

    year: int
    sources: int
    uses: int

    @property
    def difference(self) -> int:
        """Give what is not put to use (or lacking, below nought)."""
        return self.sources - self.uses


class MoneyForm(Draft):
    """The money table: rows of sources, a column a year, and the administration."""

    def __init__(
        self, *args: Any, years: Sequence[int], rows: int, frames: Mapping[int, int], **kwargs: Any
    ) -> None:
        """`rows` is how many sources there are now, `frames` what the areas use in each year."""
        super().__init__(*args, **kwargs)
        self.years, self.frames = list(years), frames
        posted = [int(match[1]) + 1 for name in self.data if (match := _SOURCE.match(name))]
        self.count = min(_MOST_ROWS, max([rows + BLANK_ROWS, *posted]))
        for number in range(self.count):
            self._add_row(number)
        for year in self.years:
            label = for_year(_("Administration %(year)s"), year)
            self.fields[f"administration_{year}"] = Kroner(label=label, required=False)

    def _add_row(self, number: int) -> None:
        def named(what: Any) -> Any:
            return format_lazy("{what}, {row} {number}", what=what, row=_("row"), number=number + 1)

        self.fields[f"source_{number}"] = forms.ChoiceField(
            label=named(_("Source")), choices=MoneyLine.Source.choices, initial="other", required=False
        )
        self.fields[f"name_{number}"] = Line(label=named(_("Name of the source")), most=120, required=False)
        for year in self.years:
            self.fields[f"amount_{number}_{year}"] = Kroner(label=named(str(year)), required=False)

    def clean(self) -> dict[str, Any]:
        """The same source stands in one row."""
        data = super().clean() or {}
        seen: set[tuple[str, str]] = set()
        for number, source, name, _amounts in self._rows(data):
            if (source, name) in seen:
                self.add_error(f"name_{number}", _("This source has a row already; put both into one."))
            seen.add((source, name))
        return data

    def _rows(self, data: Mapping[str, Any]) -> Iterator[tuple[int, str, str, dict[int, int]]]:
        for number in range(self.count):
            amounts = {year: data.get(f"amount_{number}_{year}") for year in self.years}
            filled = {year: amount for year, amount in amounts.items() if amount is not None}
            if filled:
                yield (
                    number,
                    data.get(f"source_{number}") or "other",
                    data.get(f"name_{number}") or "",
                    filled,
                )

    def lines(self) -> dict[tuple[str, str, int], int]:
        """Give what each source gives each year as commands take it."""
        return {
            (source, name, year): amount
            for _number, source, name, amounts in self._rows(self.cleaned_data)
            for year, amount in amounts.items()
        }

    def administration(self) -> dict[int, int]:
        """Give the administration's money by year as commands take it."""
        data = self.cleaned_data
        return {year: data.get(f"administration_{year}") or 0 for year in self.years}

    def table(self) -> list[tuple[BoundField, BoundField, list[BoundField]]]:
        """Give each row's source, name and a field a year."""
        return [
            (self[f"source_{n}"], self[f"name_{n}"], [self[f"amount_{n}_{year}"] for year in self.years])
            for n in range(self.count)
        ]

    def administration_fields(self) -> list[BoundField]:
        """Give the administration's field of each year."""
        return [self[f"administration_{year}"] for year in self.years]

    def sums(self) -> list[YearSum]:
        """Add up what stands in the form now, as far as it can be read."""
        data = self.cleaned_data if self.is_bound and hasattr(self, "cleaned_data") else self.initial
        sources: Counter[int] = Counter()
        for _number, _source, _name, amounts in self._rows(data):
            sources.update(amounts)
        return [
            YearSum(year, sources[year], self.frames.get(year, 0) + (data.get(f"administration_{year}") or 0))
            for year in self.years
        ]


class ConditionsForm(Draft):
    """What the county gave and when the work may begin."""

    county_ceiling = forms.IntegerField(
        label=_("The county's ceiling, per cent"),
        required=False,
        min_value=0,
        max_value=100,
        help_text=_(
            "The largest share of the cost that the county pays. Left empty, the known ceiling holds (A-16)."
        ),
        error_messages={"invalid": _("Write a whole number from 0 to 100.")},
    )
    grant_committed_on = day(_("The county committed its grant on"))
    conditions_accepted_on = day(_("The conditions were accepted on"))
    implementation_starts_on = day(
        _("Implementation starts on"), help_text=_("Not before the conditions are accepted (A-17).")
    )
