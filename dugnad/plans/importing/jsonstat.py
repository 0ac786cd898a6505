"""A small reader of JSON-stat: SSB's shape (2.0) and that of Danmarks Statistik (1.x in `dataset`)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import product
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_CELLS = 50_000
WITHHELD = {".": "impossible", "..": "missing", ":": "confidential"}


@dataclass(frozen=True, slots=True)
class Dimension:
    """What the cells are counted by; `labels` gives each code's words in the table's own order."""

    key: str
    label: str
    labels: Mapping[str, str]
    role: str
    units: Mapping[str, str]
    extension: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One number with its code in every dimension; None where the source withholds it, and why."""

    codes: Mapping[str, str]
    value: Decimal | None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """A table: its title, its dimensions, and its cells where it came with data."""

    label: str
    dimensions: tuple[Dimension, ...]
    cells: tuple[Cell, ...]
    is_discontinued: bool = False


def read_json_stat(document: Any) -> Dataset:
    """Read a dataset, with or without data.

    Raises:
        ValueError: when the document is not JSON-stat, or larger than any figure of a place is.
    """
    try:
        return _dataset(document.get("dataset", document))
    except (KeyError, TypeError, AttributeError, IndexError, InvalidOperation) as error:
        message = "not JSON-stat"
        raise ValueError(message) from error


def _dataset(data: Mapping[str, Any]) -> Dataset:
    described = data["dimension"]
    keys = data["id"] if "id" in data else described["id"]
    roles = data.get("role") or described.get("role") or {}
    role_of = {key: role for role, named in roles.items() for key in named}
    dimensions = tuple(_dimension(key, described[key], role_of.get(key, "")) for key in keys)
    extension = data.get("extension") or {}
    discontinued = extension.get("discontinued") or (extension.get("px") or {}).get("discontinued")
    return Dataset(
        str(data.get("label", "")), dimensions, tuple(_cells(data, dimensions)), bool(discontinued)
    )


def _dimension(key: str, found: Mapping[str, Any], role: str) -> Dimension:
    category = found["category"]
    labels = category.get("label") or {}
    index = category.get("index") or list(labels)
    ordered = sorted(index, key=index.__getitem__) if isinstance(index, dict) else list(index)
    units = {code: str(unit.get("base", "")) for code, unit in (category.get("unit") or {}).items()}
    return Dimension(
        key,
        str(found.get("label", key)),
        {code: str(labels.get(code, code)) for code in ordered},
        role,
        units,
        found.get("extension") or {},
    )


def _cells(data: Mapping[str, Any], dimensions: tuple[Dimension, ...]) -> Iterator[Cell]:
    values, statuses = data.get("value"), data.get("status") or {}
    if not values:
        return
    codes = [list(dimension.labels) for dimension in dimensions]
    count = 1
    for each in codes:
        count *= len(each)
    if count > MOST_CELLS:
        message = "too many cells"
        raise ValueError(message)
    for place, cell in enumerate(product(*codes)):
        number = _at(values, place)
        status = statuses if isinstance(statuses, str) else str(_at(statuses, place) or "")
        value = None if number is None else Decimal(str(number))
        keys = (dimension.key for dimension in dimensions)
        yield Cell(dict(zip(keys, cell, strict=True)), value, status)


def _at(values: Any, place: int) -> Any:
    if isinstance(values, dict):
        return values.get(str(place))
    return values[place] if place < len(values) else None
