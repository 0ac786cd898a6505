"""The outline as plain data and back: what a version stores, what a file says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from dugnad.plans.outline.plan import PlanOutline
from dugnad.plans.outline.reading import read_part
from dugnad.plans.outline.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from decimal import Decimal

    from dugnad.plans.outline.reading import Problem


@dataclass
class OutlineError(ValueError):
    """Plain data that is no outline; `problems` says where and what was expected, all of them at once."""

    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def outline_from_data(data: object) -> PlanOutline:
    """Build the outline from plain data (mappings, lists, text, numbers, dates or their ISO text).

    Raises:
        OutlineError: for unknown keys, wrong types and numbers out of bounds. Missing parts are no error.
    """
    problems: list[Problem] = []
    outline: PlanOutline = read_part(PlanOutline, data, (), problems)
    if problems:
        raise OutlineError(tuple(problems))
    return outline


def outline_to_data(outline: PlanOutline) -> dict[str, Any]:
    """Give the outline as JSON can carry it: dates as ISO text, years as text; what is empty left out."""
    data: dict[str, Any] = _jsonable(outline_to_values(outline))
    return data


def outline_to_values(outline: PlanOutline) -> dict[str, Any]:
    """Give the outline as mappings and lists of Python values: dates as dates, years as numbers."""
    return _part_values(outline)


def _part_values(part: Any) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, shape in shapes_of(type(part)).items():
        value = getattr(part, key)
        is_word = shape.kind in {"choice", "yes_no"}  # said even where it is the usual one
        if value != shape.default or (is_word and value is not None):
            values[key] = _value(shape, value)
    return values


def _value(shape: Shape, value: Any) -> Any:
    if shape.kind == "part":
        return _part_values(value)
    if shape.kind == "list" and shape.item:
        return [_value(shape.item, item) for item in value]
    if shape.kind == "by_year" and shape.item:
        return {entry.year: _value(shape.item, entry.value) for entry in value}
    return _number(value) if shape.kind == "number" else value


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _jsonable(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _jsonable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_jsonable(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
