"""Strict reading of plain data into parts: every problem is told with its place and what was expected."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeAlias

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.outline.fields import FIRST_YEAR, LAST_YEAR
from dugnad.plans.outline.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise

Path: TypeAlias = tuple[str | int, ...]
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_SHOWN = 60
MOST_PROBLEMS = 50  # nobody reads more at once, and a hostile file could hold a million


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one place of plain data. `path` counts list items from 0, `where` from 1."""

    path: Path
    expected: StrOrPromise
    found: StrOrPromise = ""
    is_about_key: bool = False

    @property
    def where(self) -> str:
        """Give the path as it is written for people: `areas.2.goals.1.target`."""
        return ".".join(str(step + 1) if isinstance(step, int) else step for step in self.path)

    def __str__(self) -> str:
        sentence = _("expected %(expected)s, found %(found)s") if self.found else "%(expected)s"
        return f"{self.where}: {say(sentence, expected=self.expected, found=self.found)}"


class _WrongError(Exception):
    def __init__(self, expected: StrOrPromise) -> None:
        super().__init__(expected)
        self.expected = expected


def read_part(part: type[Any], data: object, path: Path, problems: list[Problem]) -> Any:
    """Read a mapping into a part; what cannot be read is added to the problems and left at its default."""
    shapes = shapes_of(part)
    if not isinstance(data, dict):
        if data is not None:
            keys = say(_("keys with values, such as “%(key)s: …”"), key=next(iter(shapes)))
            problems.append(Problem(path, keys, shown(data)))
        return part()
    values = {}
    for key, value in data.items():
        if len(problems) >= MOST_PROBLEMS:
            break
        if key not in shapes:
            problems.append(_unknown(key, tuple(shapes), path))
        elif value is not None:
            values[key] = _read(shapes[key], value, (*path, key), problems)
    return part(**values)


def _unknown(key: object, known: tuple[str, ...], path: Path) -> Problem:
    close = get_close_matches(str(key), known, n=1)
    expected = (
        say(_("a known key; did you mean “%(key)s”?"), key=close[0])
        if close
        else say(_("one of the keys %(keys)s"), keys=", ".join(known))
    )
    return Problem((*path, str(key)), expected, shown(key), is_about_key=True)


def _read(shape: Shape, value: object, path: Path, problems: list[Problem]) -> Any:
    if len(problems) >= MOST_PROBLEMS:
        return shape.default
    if shape.kind == "part":
        return read_part(shape.part, value, path, problems)
    try:
        if shape.kind == "list":
            return _read_list(shape, value, path, problems)
        if shape.kind == "by_year":
            return _read_years(shape, value, path, problems)
        return _SIMPLE[shape.kind](shape, value)
    except _WrongError as wrong:
        problems.append(Problem(path, wrong.expected, shown(value)))
        return shape.default


def _read_list(shape: Shape, value: object, path: Path, problems: list[Problem]) -> tuple[Any, ...]:
    if not isinstance(value, list) or not shape.item:
        raise _WrongError(_("a list, each entry beginning with a hyphen"))
    return tuple(_read(shape.item, item, (*path, index), problems) for index, item in enumerate(value))


def _read_years(shape: Shape, value: object, path: Path, problems: list[Problem]) -> tuple[Any, ...]:
    if not isinstance(value, dict) or not shape.item:
        raise _WrongError(_("years with numbers, such as 2018: 1000000"))
    entries = {}
    for key, number in value.items():
        year = int(key) if re.fullmatch(r"\d{4}", str(key)) else 0
        if len(problems) >= MOST_PROBLEMS:
            break
        if not FIRST_YEAR <= year <= LAST_YEAR or year in entries:
            expected = say(_("each year once, from %(first)s"), first=str(FIRST_YEAR))
            problems.append(Problem((*path, str(key)), expected, shown(key), is_about_key=True))
            continue
        before = len(problems)
        read = _read(shape.item, number, (*path, str(key)), problems)
        if len(problems) == before:
            entries[year] = shape.part(year=year, value=read)
    return tuple(entries[year] for year in sorted(entries))


def _read_text(_shape: Shape, value: object) -> str:
    if not isinstance(value, str):
        raise _WrongError(_("text (in quotes where it looks like a number or a date)"))
    return value


def _read_date(_shape: Shape, value: object) -> date:
    if type(value) is date:
        return _in_calendar(value)
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise _WrongError(_("a date such as 2018-12-31"))
    try:
        return _in_calendar(date.fromisoformat(value))
    except ValueError:
        raise _WrongError(_("a day that exists, such as 2018-12-31")) from None


def _in_calendar(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _WrongError(
            say(_("a date from %(first)s to %(last)s"), first=str(FIRST_YEAR), last=str(LAST_YEAR))
        )
    return day


def _read_whole(shape: Shape, value: object) -> int:
    least, most = shape.told.least, shape.told.most
    if type(value) is not int or not least <= value <= most:
        raise _WrongError(
            say(_("a whole number from %(least)s to %(most)s"), least=str(least), most=str(most))
        )
    return value


def _read_number(shape: Shape, value: object) -> Decimal:
    least, most = shape.told.least, shape.told.most
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        number = Decimal(str(value))
        if number.is_finite() and least <= number <= most and round(number, 3) == number:
            return number
    raise _WrongError(
        say(
            _("a number from %(least)s to %(most)s with at most three decimals, such as 12 or 2.5"),
            least=str(least),
            most=str(most),
        )
    )


def _read_yes_no(_shape: Shape, value: object) -> bool:
    if not isinstance(value, bool):
        raise _WrongError(_("true or false"))
    return value


def _read_choice(shape: Shape, value: object) -> str:
    if not isinstance(value, str) or value not in shape.choices:
        raise _WrongError(say(_("one of: %(choices)s"), choices=", ".join(shape.choices)))
    return value


_SIMPLE: dict[str, Callable[[Shape, object], Any]] = {
    "text": _read_text,
    "date": _read_date,
    "whole": _read_whole,
    "number": _read_number,
    "yes_no": _read_yes_no,
    "choice": _read_choice,
}


def shown(value: object) -> StrOrPromise:
    """Show what was found, short and on one line."""
    if isinstance(value, dict | list):
        return _("keys with values") if isinstance(value, dict) else _("a list")
    if value is None:
        return _("nothing")
    text = " ".join(str(value).split())
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[:_LONGEST_SHOWN]}…"
    return say(_("“%(text)s”"), text=text)
