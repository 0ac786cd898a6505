"""The plan file's JSON Schema (draft 2020-12), read off the same shapes as the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dugnad.plans.outline.plan import PlanOutline
from dugnad.plans.outline.shapes import shapes_of

if TYPE_CHECKING:
    from dugnad.plans.outline.shapes import Shape


def plan_schema() -> dict[str, Any]:
    """Give the JSON Schema of a plan file; every part is optional, since the check tells what is missing."""
    parts: dict[str, Any] = {}
    top = _part(PlanOutline, parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Restructuring plan",
        **top,
        "$defs": dict(sorted(parts.items())),
    }


def _part(part: Any, parts: dict[str, Any]) -> dict[str, Any]:
    properties = {
        key: {"description": shape.told.meaning, **_value(shape, parts)}
        for key, shape in shapes_of(part).items()
    }
    meaning = " ".join((part.__doc__ or "").split())
    return {
        "description": meaning,
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _value(shape: Shape, parts: dict[str, Any]) -> dict[str, Any]:
    if shape.kind == "part":
        name = shape.part.__name__
        if name not in parts:
            parts[name] = {}  # holds its place, should a part ever hold itself
            parts[name] = _part(shape.part, parts)
        return {"$ref": f"#/$defs/{name}"}
    if shape.kind == "list" and shape.item:
        return {"type": "array", "items": _value(shape.item, parts)}
    if shape.kind == "by_year" and shape.item:
        years = {r"^(19|20|21)[0-9]{2}$|^2200$": _value(shape.item, parts)}
        return {"type": "object", "patternProperties": years, "additionalProperties": False}
    if shape.kind == "choice":
        return {"type": "string", "enum": list(shape.choices)}
    return _SIMPLE[shape.kind] | _bounds(shape)


def _bounds(shape: Shape) -> dict[str, Any]:
    if shape.kind not in {"whole", "number"}:
        return {}
    return {"minimum": shape.told.least, "maximum": shape.told.most}


_SIMPLE: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "date": {"type": "string", "format": "date"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "yes_no": {"type": "boolean"},
}
