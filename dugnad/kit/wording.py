"""Two wordings compared word by word, as a council reads changes: what was taken out, what was put in."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PAIRS = 600_000  # two stretches of some thousand words each, spaces counted


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a comparison: text that stayed, was taken out or was put in."""

    kind: Literal["same", "removed", "added"]
    text: str


def compare_words(before: str, after: str) -> list[Change]:
    """Compare two texts word by word; joining same+removed gives `before`, same+added gives `after`.

    Paragraphs that stand in both are found first, so that a long text with a few changes is compared in
    milliseconds; a stretch that is rewritten in more than a few thousand places is shown as replaced.
    """
    changes: list[Change] = []
    for old, new in _stretches(before.splitlines(keepends=True), after.splitlines(keepends=True)):
        if old == new:
            _add(changes, "same", old)
        else:
            _compare_stretch(changes, old, new)
    return changes


def _stretches(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    if _is_too_much(old, new):
        yield "".join(old), "".join(new)
        return
    for _tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield "".join(old[i1:i2]), "".join(new[j1:j2])


def _compare_stretch(changes: list[Change], before: str, after: str) -> None:
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    if _is_too_much(old, new):
        _add(changes, "removed", before)
        _add(changes, "added", after)
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            _add(changes, "same", "".join(old[i1:i2]))
            continue
        _add(changes, "removed", "".join(old[i1:i2]))
        _add(changes, "added", "".join(new[j1:j2]))


def _is_too_much(old: list[str], new: list[str]) -> bool:
    """Tell whether the two have more equal pairs than can be weighed in a breath."""
    times = Counter(new)
    return sum(times[piece] for piece in old) > _MOST_PAIRS


def _add(changes: list[Change], kind: Literal["same", "removed", "added"], text: str) -> None:
    if text and changes and changes[-1].kind == kind:
        changes[-1] = Change(kind, changes[-1].text + text)
    elif text:
        changes.append(Change(kind, text))
