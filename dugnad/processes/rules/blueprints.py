"""Blueprints: what a kind of process is made of, read from data files, and how its dates are planned."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dugnad.kit.dates import shift

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

FOLDER = Path(__file__).resolve().parents[1] / "blueprints"
Titles = dict[str, str]


@dataclass(frozen=True, slots=True)
class GatePlan:
    """A gate as the blueprint names it."""

    key: str
    body: str
    title: Titles


@dataclass(frozen=True, slots=True)
class PhasePlan:
    """A phase as the blueprint lays it out; without a duration it is open-ended."""

    key: str
    title: Titles
    explanation: Titles
    opens: tuple[str, ...]
    duration: str
    is_recommended: bool
    gates: tuple[GatePlan, ...]


@dataclass(frozen=True, slots=True)
class DeadlinePlan:
    """A deadline as the blueprint plans it: an anchor and a signed ISO-8601 duration from it."""

    key: str
    phase: str
    anchor: str
    offset: str
    owner: str
    title: Titles


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A kind of process, in one version."""

    key: str
    version: int
    title: Titles
    explanation: Titles
    phases: tuple[PhasePlan, ...]
    deadlines: tuple[DeadlinePlan, ...]


def _phase(row: dict[str, Any]) -> PhasePlan:
    gates = tuple(GatePlan(gate["key"], gate["body"], gate["title"]) for gate in row.get("gates", []))
    return PhasePlan(
        key=row["key"],
        title=row["title"],
        explanation=row["explanation"],
        opens=tuple(row["opens"]),
        duration=row.get("duration", ""),
        is_recommended=row.get("is_recommended", False),
        gates=gates,
    )


@cache
def blueprints() -> Mapping[str, Blueprint]:
    """Give every blueprint by key, read once."""
    found = {}
    for file in sorted(FOLDER.glob("*.toml")):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        found[data["key"]] = Blueprint(
            key=data["key"],
            version=data["version"],
            title=data["title"],
            explanation=data["explanation"],
            phases=tuple(_phase(row) for row in data["phases"]),
            deadlines=tuple(DeadlinePlan(**row) for row in data.get("deadlines", [])),
        )
    return found


@dataclass(frozen=True, slots=True)
class Span:
    """From the first day to the last; an open-ended span has no end."""

    starts_on: date
    ends_on: date | None


def plan_phases(blueprint: Blueprint, *, starts_on: date, adopt_by: date | None) -> dict[str, Span]:
    """Plan each phase's days: forward from the start, or backwards from the day of adoption.

    Planned backwards, phases keep their durations and the slack lies in the first; where there is less time
    than the durations ask for, all are shortened in proportion, so that no day falls before the start; a
    phase then lasts a day at least, and may share it with its neighbour.
    """
    timed = [phase for phase in blueprint.phases if phase.duration]
    lengths = [(shift(starts_on, phase.duration) - starts_on).days for phase in timed]
    ends = _backward(lengths, starts_on, adopt_by) if adopt_by else _forward(lengths, starts_on)
    spans, begin = {}, starts_on
    for phase, end in zip(timed, ends, strict=True):
        spans[phase.key] = Span(min(begin, end), end)
        begin = end + timedelta(days=1)
    for phase in blueprint.phases:
        spans.setdefault(phase.key, Span(begin, None))
    return spans


def _forward(lengths: list[int], starts_on: date) -> list[date]:
    return [starts_on + timedelta(days=sum(lengths[: i + 1]) - 1) for i in range(len(lengths))]


def _backward(lengths: list[int], starts_on: date, adopt_by: date) -> list[date]:
    available, wanted = max((adopt_by - starts_on).days, 0), sum(lengths)
    share = min(1.0, available / wanted)
    after = [round(sum(lengths[i + 1 :]) * share) for i in range(len(lengths))]
    return [max(adopt_by - timedelta(days=days), starts_on) for days in after]


def days_short(blueprint: Blueprint, *, starts_on: date, adopt_by: date | None) -> int:
    """Tell how many days are missing before the adoption for each phase to get its full length."""
    wanted = sum(
        (shift(starts_on, phase.duration) - starts_on).days for phase in blueprint.phases if phase.duration
    )
    return max(wanted - (adopt_by - starts_on).days, 0) if adopt_by else 0


def planned_anchors(spans: Mapping[str, Span], *, starts_on: date, period: Span | None) -> dict[str, date]:
    """Give the day of every anchor a deadline may be planned from."""
    anchors = {"start": starts_on}
    if period:
        anchors["period.start"] = period.starts_on
        if period.ends_on:
            anchors["period.end"] = period.ends_on
    for key, span in spans.items():
        anchors[f"phase:{key}.start"] = span.starts_on
        if span.ends_on:
            anchors[f"phase:{key}.end"] = span.ends_on
    return anchors
