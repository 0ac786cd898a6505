"""What is typed about figures: one series by hand, a file and what its columns hold, tables to fetch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.papers.tables import LARGEST_FILE, TableError, read_table
from dugnad.plans.forms.fields import Line, Number
from dugnad.plans.rules.grounds import FIRST_YEAR, LAST_YEAR, WITHHELD, FigureFacts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.forms.boundfield import BoundField
    from django_stubs_ext import StrOrPromise

    from dugnad.plans.models import Figure

_YEAR_FIELD = re.compile(r"^year_(\d{1,3})$")
_MOST_ROWS = 60
BLANK_ROWS = 6
SAID_NOTHING = ".."


class Value(Number):
    """A number, or a sign that says that the source withholds it."""

    def to_python(self, value: Any) -> Any:
        """Read the number; the signs for what is withheld become «..»."""
        return SAID_NOTHING if str(value or "").strip() in WITHHELD else super().to_python(value)


class SeriesForm(forms.Form):
    """One series by hand: its name, unit and source, and a value for each year."""

    series = Line(
        label=_("Name of the series"),
        most=160,
        help_text=_("For example: Population. Series named alike before a colon share a chart."),
    )
    unit = Line(label=_("Unit"), most=40, help_text=_("For example: people, jobs, per cent."))
    source = Line(label=_("Source"), most=200, help_text=_("For example: the municipality's own count."))

    def __init__(self, *args: Any, rows: int = 0, **kwargs: Any) -> None:
        """`rows` is how many years the series has now; what is posted may have more."""
        super().__init__(*args, **kwargs)
        posted = [int(match[1]) + 1 for name in self.data if (match := _YEAR_FIELD.match(name))]
        self.count = min(_MOST_ROWS, max([rows + BLANK_ROWS, *posted]))
        for number in range(self.count):
            self._add_row(number)

    def _add_row(self, number: int) -> None:
        def named(what: StrOrPromise) -> StrOrPromise:
            return format_lazy("{what}, {row} {number}", what=what, row=_("row"), number=number + 1)

        wrong = _("Write a year with four digits.")
        self.fields[f"year_{number}"] = forms.IntegerField(
            label=named(_("Year")),
            required=False,
            min_value=FIRST_YEAR,
            max_value=LAST_YEAR,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "few"}),
            error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
        )
        self.fields[f"value_{number}"] = Value(label=named(_("Value")), required=False)

    def clean(self) -> dict[str, Any]:
        """Year and value come in pairs, each year once, and there is at least one."""
        data = super().clean() or {}
        seen: set[int] = set()
        for number in range(self.count):
            year, value = data.get(f"year_{number}"), data.get(f"value_{number}")
            if year is None and value is not None and not self.has_error(f"year_{number}"):
                self.add_error(f"year_{number}", _("Which year is this value for?"))
            if year is not None and value is None and not self.has_error(f"value_{number}"):
                self.add_error(f"value_{number}", _("Write the value, or .. where the source withholds it."))
            if year is not None and year in seen:
                self.add_error(f"year_{number}", _("This year has a value already."))
            seen |= {year} if year is not None else set()
        if not seen and not self.errors:
            self.add_error("year_0", _("Write at least one year with its value."))
        return data

    def pairs(self) -> list[tuple[BoundField, BoundField]]:
        """Give each row's two fields."""
        return [(self[f"year_{number}"], self[f"value_{number}"]) for number in range(self.count)]

    def figures(self) -> list[FigureFacts]:
        """Give the figures as commands take them."""
        data = self.cleaned_data
        rows = [(data[f"year_{number}"], data[f"value_{number}"]) for number in range(self.count)]
        return [
            FigureFacts(
                series=data["series"],
                year=year,
                value=None if value == SAID_NOTHING else value,
                unit=data["unit"],
                source=data["source"],
            )
            for year, value in rows
            if year is not None
        ]


def series_words(rows: Sequence[Figure]) -> dict[str, Any]:
    """Give what stands in a series by the form's own names."""
    first = rows[0]
    words: dict[str, Any] = {"series": first.series, "unit": first.unit, "source": first.source}
    for number, row in enumerate(rows):
        words[f"year_{number}"] = row.year
        words[f"value_{number}"] = SAID_NOTHING if row.value is None else row.value
    return words


class UploadForm(forms.Form):
    """A table as CSV or Excel."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV or Excel (.xlsx), at most 5 MB; the first row names the columns."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
            "max_length": _("The file's name is too long."),
        },
        max_length=200,
    )

    def clean_file(self) -> bytes:
        """Read the table, so that what is wrong with the file is said at once."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 5 MB."))
        content: bytes = file.read()
        try:
            read_table(content, file.name)
        except TableError as error:
            raise forms.ValidationError(error.message) from error
        return content


class ColumnsForm(forms.Form):
    """Which column holds what."""

    shape = forms.ChoiceField(
        label=_("How is the table laid out?"),
        choices=[
            ("long", _("Each row is one figure, with its year in a column")),
            ("wide", _("Each row is a series, and each year is a column")),
        ],
        widget=forms.RadioSelect,
    )
    series = forms.ChoiceField(label=_("The name of the series stands in"), required=False)
    series_name = Line(label=_("or is for all rows"), most=160, required=False)
    year = forms.ChoiceField(
        label=_("The year stands in"), required=False, help_text=_("Not needed where each year is a column.")
    )
    value = forms.ChoiceField(
        label=_("The value stands in"), required=False, help_text=_("Not needed where each year is a column.")
    )
    unit = forms.ChoiceField(label=_("The unit stands in"), required=False)
    unit_name = Line(label=_("or is for all rows"), most=40, required=False)
    source = forms.ChoiceField(label=_("The source stands in"), required=False)
    source_name = Line(label=_("or is for all rows"), most=200, required=False)

    def __init__(self, *args: Any, headings: Iterable[str], has_years: bool, **kwargs: Any) -> None:
        """`headings` are the file's; `has_years` tells whether some of them are years."""
        super().__init__(*args, **kwargs)
        self.has_years = has_years
        choices = [("", _("No column")), *((heading, heading) for heading in headings)]
        for name in ("series", "year", "value", "unit", "source"):
            field: Any = self.fields[name]
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Everything a figure needs is in a column or said for all rows."""
        data = super().clean() or {}
        for name in ("series", "unit", "source"):
            if not data.get(name) and not data.get(f"{name}_name"):
                self.add_error(name, _("Choose a column, or write what holds for all rows."))
        if data.get("shape") == "long":
            for name in ("year", "value"):
                if not data.get(name):
                    self.add_error(name, _("Choose the column."))
        elif not self.has_years and data.get("shape"):
            self.add_error("shape", _("No column is named by a year with four digits."))
        return data

    def columns(self) -> dict[str, Any]:
        """Give the map as the reading takes it."""
        data = dict(self.cleaned_data)
        is_wide = data.pop("shape") == "wide"
        return {**data, "is_wide": is_wide}


class FetchForm(forms.Form):
    """Which official tables to fetch."""

    tables = forms.MultipleChoiceField(
        label=_("Which figures?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one table.")},
    )

    def __init__(self, *args: Any, tables: Iterable[tuple[str, StrOrPromise]], **kwargs: Any) -> None:
        """`tables` are (key, title)."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["tables"]
        field.choices = list(tables)
