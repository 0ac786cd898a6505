"""From the outline to a file for people: steady order, small things on one line, long texts as blocks."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import yaml

from dugnad.plans.outline.data import outline_to_values
from dugnad.plans.outline.plan import PlanOutline

_LONGEST_LINE = 100
_BREAKS_LOST = re.compile("[\r\x85\u2028\u2029]")  # YAML would read these as plain line ends


class _Writer(yaml.SafeDumper):
    """A dumper of its own, so that nothing here changes how others write YAML."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's face
        """Indent lists below their key."""
        super().increase_indent(flow, indentless=False)


class _Top(dict[str, Any]):
    """The plan's own keys, always one below the other."""


def write_plan(outline: PlanOutline) -> str:
    """Write the outline as YAML that `read_plan` reads back without loss; what is empty is left out."""
    values = outline_to_values(outline)
    chunks = [
        yaml.dump(_Top({key: value}), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=10**6)
        for key, value in values.items()
    ]
    lines = [chunk.count("\n") for chunk in chunks]
    apart = [max(pair) > 1 for pair in pairwise(lines)]
    return chunks[0] + "".join(
        f"\n{c}" if is_apart else c for c, is_apart in zip(chunks[1:], apart, strict=True)
    )


def _mapping(writer: _Writer, mapping: dict[Any, Any]) -> yaml.Node:
    node = writer.represent_mapping("tag:yaml.org,2002:map", mapping.items())
    node.flow_style = _is_small(mapping)
    return node


def _top(writer: _Writer, mapping: _Top) -> yaml.Node:
    return writer.represent_mapping("tag:yaml.org,2002:map", mapping.items(), flow_style=False)


def _list(writer: _Writer, items: list[Any]) -> yaml.Node:
    node = writer.represent_sequence("tag:yaml.org,2002:seq", items)
    node.flow_style = not items or (not isinstance(items[0], dict) and len(str(items)) < _LONGEST_LINE)
    return node


def _is_small(mapping: dict[Any, Any]) -> bool:
    if any(isinstance(value, dict | list) for value in mapping.values()):
        return False
    if mapping and all(isinstance(key, int) for key in mapping):
        return True
    length = sum(len(f"{key}: {value}, ") for key, value in mapping.items())
    return length < _LONGEST_LINE and not any("\n" in str(value) for value in mapping.values())


def _text(writer: _Writer, text: str) -> yaml.Node:
    is_long = "\n" in text or len(text) > _LONGEST_LINE
    style = '"' if _BREAKS_LOST.search(text) else "|" if is_long else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(_Top, _top)
_Writer.add_representer(dict, _mapping)
_Writer.add_representer(list, _list)
_Writer.add_representer(str, _text)
