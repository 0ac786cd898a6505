"""The shape of each part, read off its dataclass: one source for the file, its schema and its guide."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin, get_type_hints

from dugnad.plans.outline.areas import YearAmount, YearNumber
from dugnad.plans.outline.fields import Told

if TYPE_CHECKING:
    from collections.abc import Hashable

Kind = Literal["text", "date", "whole", "number", "yes_no", "choice", "list", "by_year", "part"]
_SIMPLE: dict[Any, Kind] = {str: "text", date: "date", bool: "yes_no", int: "whole", Decimal: "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a value looks like: its kind and, by kind, its choices, its items' shape or its part's class."""

    kind: Kind
    told: Told
    default: Any = None
    choices: tuple[str, ...] = ()
    item: Shape | None = None
    part: Any = None


def shapes_of(part: type[Any]) -> dict[str, Shape]:
    """Give the shape of each field of a part, by key, in the order of the file."""
    return _shapes(cast("Hashable", part))


@cache
def _shapes(part: Any) -> dict[str, Shape]:
    hints = get_type_hints(part, include_extras=True)
    return {field.name: _field(hints[field.name], field.default) for field in fields(part)}


def _field(hint: Any, default: Any) -> Shape:
    kind, told = get_args(hint)  # Annotated[kind, Told(…)]
    return _shape(kind, told, default)


def _shape(hint: Any, told: Told, default: Any = None) -> Shape:
    hint = _without_none(hint)
    if hint in _SIMPLE:
        return Shape(kind=_SIMPLE[hint], told=told, default=default)
    if get_origin(hint) is Literal:
        return Shape(kind="choice", told=told, default=default, choices=get_args(hint))
    if is_dataclass(hint):
        return Shape(kind="part", told=told, default=default, part=hint)
    item = get_args(hint)[0]
    if item in {YearNumber, YearAmount}:
        value = shapes_of(item)["value"]
        return Shape(kind="by_year", told=told, default=default, item=value, part=item)
    return Shape(kind="list", told=told, default=default, item=_shape(item, told))


def _without_none(hint: Any) -> Any:
    kinds = get_args(hint)
    return next(kind for kind in kinds if kind is not NoneType) if NoneType in kinds else hint
