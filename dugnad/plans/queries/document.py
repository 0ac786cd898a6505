"""The plan as a document to read: chapters, areas, goals and years in order, each with its margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dugnad.plans.outline.words import SECTION_NAMES, SECTIONS
from dugnad.plans.queries.margin import passages
from dugnad.plans.queries.money import money_table
from dugnad.plans.queries.plans import version_outline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from dugnad.plans import outline as o
    from dugnad.plans.models import Version
    from dugnad.plans.queries.margin import Passage
    from dugnad.plans.queries.money import MoneyTable
    from dugnad.plans.queries.standing import Standing


@dataclass(frozen=True, slots=True)
class Part:
    """A goal, activity, area, measure or year, with its place."""

    thing: Any
    at: Passage
    number: int = 0
    goals: tuple[Part, ...] = ()
    activities: tuple[Part, ...] = ()
    answers: tuple[o.Premise, ...] = ()
    measures: tuple[Part, ...] = ()

    @property
    def total(self) -> int:
        """Add up an area's frames, in whole kroner."""
        return sum(frame.value for frame in self.thing.frames)


@dataclass(frozen=True, slots=True)
class Chapter:
    """One of the six headings, with its running text and how it stands."""

    key: str
    number: int
    title: StrOrPromise
    text: str
    at: Passage
    standing: tuple[int, int]  # open errors and warnings of the chapter as a whole


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A plan laid out for reading, in the order of its six headings."""

    outline: o.PlanOutline
    chapters: tuple[Chapter, ...]
    places: dict[str, Passage]
    main_goal: Part | None
    areas: tuple[Part, ...]
    years: tuple[Part, ...]
    money: MoneyTable
    removed: tuple[tuple[str, str], ...] = ()


_CHAPTER_OF = {
    "vision": "vision_and_goal",
    "main_goal": "vision_and_goal",
    "areas": "focus_areas",
    "money": "resources",
    "conditions": "resources",
    "action_plans": "focus_areas",
}


def draft_document(now: Standing) -> PlanDocument:
    """Lay the draft out for reading, with its margin."""
    return _lay_out(now.outline, now.margin, removed=now.removed)


def version_document(version: Version) -> PlanDocument:
    """Lay a version out for reading; it has no margin."""
    outline = version_outline(version)
    return _lay_out(outline, passages(outline, rows={}))


def _lay_out(
    outline: o.PlanOutline, margin: dict[str, Passage], *, removed: tuple[tuple[str, str], ...] = ()
) -> PlanDocument:
    premises = {premise.code: premise for premise in outline.premises}
    return PlanDocument(
        outline=outline,
        chapters=_chapters(outline, margin),
        places=margin,
        main_goal=Part(outline.main_goal, margin["main_goal"]) if outline.main_goal else None,
        areas=tuple(_area(area, margin, premises) for area in outline.areas),
        years=tuple(_year(row, margin) for row in outline.action_plans),
        money=money_table(outline),
        removed=removed,
    )


def _chapters(outline: o.PlanOutline, margin: dict[str, Passage]) -> tuple[Chapter, ...]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for where, passage in margin.items():
        first, _, rest = where.partition(".")
        key = rest if first == "sections" else _CHAPTER_OF.get(first, "")
        for finding in passage.findings:
            if finding.is_open:
                counts[key][finding.severity == "warning"] += 1
    return tuple(
        Chapter(
            key, number, SECTION_NAMES[key], outline.sections.text(key), margin[f"sections.{key}"],
            (counts[key][0], counts[key][1]),
        )
        for number, key in enumerate(SECTIONS, start=1)
    )  # fmt: skip


def _area(area: o.Area, margin: dict[str, Passage], premises: dict[str, o.Premise]) -> Part:
    where = f"areas.{area.code}"

    def parts(things: Iterable[Any], what: str) -> tuple[Part, ...]:
        numbered = enumerate(things, start=1)
        return tuple(Part(thing, margin[f"{where}.{what}.{number}"], number) for number, thing in numbered)

    return Part(
        area,
        margin[where],
        goals=parts(area.goals, "goals"),
        activities=parts(area.activities, "activities"),
        answers=tuple(premises[code] for code in area.answers if code in premises),
    )


def _year(row: o.ActionPlan, margin: dict[str, Passage]) -> Part:
    where = f"action_plans.{row.year}"
    measures = (
        Part(measure, margin[f"{where}.measures.{number}"], number)
        for number, measure in enumerate(row.measures, start=1)
    )
    return Part(row, margin[where], row.year or 0, measures=tuple(measures))
