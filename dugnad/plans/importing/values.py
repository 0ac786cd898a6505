"""YAML events into plain values, each with its place in the file; nothing is ever executed.

Words are read as YAML 1.2 does: only `true` and `false` are yes and no, so that `no` stays Norway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml
from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.importing.problems import FileProblem, PlanFileError
from dugnad.plans.outline.reading import MOST_PROBLEMS, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django_stubs_ext import StrOrPromise

    from dugnad.plans.outline.reading import Path

DEEPEST = 12
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_WORDS = {"true": True, "false": False, "": None, "~": None, "null": None}


@dataclass(slots=True)
class Values:
    """Reads one document's events; afterwards `marks` tells each value's line and column, by path."""

    events: Iterator[Any]
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    problems: list[FileProblem] = field(default_factory=list)

    def read(self) -> Any:
        """Read the one document of the stream; an empty file is nothing."""
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self.events), ())
        next(self.events)  # the document ends
        more = next(self.events)
        if not isinstance(more, yaml.StreamEndEvent):
            raise PlanFileError(_problem(more, (), _("one plan in a file"), _("a second document")))
        return value

    def _value(self, event: Any, path: Path) -> Any:
        self._refuse_tricks(event, path)
        self.marks[path] = _place(event)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if len(path) >= DEEPEST:
            expected = say(_("at most %(depth)s levels"), depth=DEEPEST)
            raise PlanFileError(_problem(event, path, expected, _("a deeper one")))
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._mapping(path)

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self._refuse_tricks(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise PlanFileError(_problem(event, path, _("a key"), _("a list or keys with values")))
            inside = (*path, event.value)
            value = self._value(next(self.events), inside)
            self.key_marks[inside] = _place(event)
            if event.value in mapping and len(self.problems) < MOST_PROBLEMS:
                found = say(_("%(key)s a second time"), key=shown(event.value))
                self.problems.append(_problem(event, inside, _("each key once"), found))
            mapping[event.value] = value
        return mapping

    def _refuse_tricks(self, event: Any, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            found = "*" if isinstance(event, yaml.AliasEvent) else "&"
            expected = _("the value itself: references (& and *) are not read")
            raise PlanFileError(_problem(event, path, expected, f"{found}{event.anchor}"))
        if event.tag and len(self.problems) < MOST_PROBLEMS:
            expected = _("a value without a type tag (!)")
            self.problems.append(_problem(event, path, expected, shown(event.tag)))


def read_values(text: str) -> tuple[Any, Values]:
    """Read YAML text into plain values, with the reader that knows where each was.

    Raises:
        PlanFileError: for text that is no YAML, aliases and anchors, several documents or deep nesting.
    """
    values = Values(yaml.parse(text, Loader=_LOADER))
    try:
        return values.read(), values
    except yaml.YAMLError as error:
        raise PlanFileError(_broken(error, text)) from None


def _scalar(event: Any) -> Any:
    """Give the value of a scalar: only unquoted words can be numbers, dates, true, false or nothing."""
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    return _day(text) if _DATE.fullmatch(text) else text


def _day(text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text  # the outline's reading says that there is no such day


def _place(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def path_for_people(path: Path) -> str:
    """Write a path as findings do, list items counted from 1: `areas.2.goals.1`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _problem(event: Any, path: Path, expected: StrOrPromise, found: StrOrPromise) -> FileProblem:
    line, column = _place(event)
    return FileProblem(line, column, path_for_people(path), expected, found)


def _broken(error: yaml.YAMLError, text: str) -> FileProblem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    words = lines[line] if line < len(lines) else ""
    if "\t" in words[: len(words) - len(words.lstrip())] or words[column : column + 1] == "\t":
        return FileProblem(line + 1, column + 1, "", _("spaces before the first word of a line"), _("a tab"))
    expected = _("YAML that can be read: “key: value” with even indents, text with : or # in quotes")
    return FileProblem(line + 1, column + 1, "", expected, shown(words) if words.strip() else "")
