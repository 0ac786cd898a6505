"""The plan as a document to read: chapters, areas, goals and years in order, each with its margin."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.core.cache import cache

from dugnad.journal.queries import chain_length
from dugnad.plans.outline.words import SECTION_NAMES, SECTIONS
from dugnad.plans.queries.grounds import place_of
from dugnad.plans.queries.money import money_table
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.queries.rows import (
    action_plans_of,
    activities_of,
    areas_of,
    goals_of,
    measures_of,
    versions_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from dugnad.plans import outline as o
    from dugnad.plans.models import Plan, Version
    from dugnad.plans.queries.margin import Passage
    from dugnad.plans.queries.money import MoneyTable

_KEEP_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Standing:
    """The draft as it stands: its outline, each part's row by its place, and its newest version."""

    outline: o.PlanOutline
    rows: dict[str, int]
    removed: tuple[tuple[str, str], ...]  # areas that were taken out: code and title
    latest: Version | None


def standing(plan: Plan) -> Standing:
    """Give the draft for reading: one query when nothing has happened since it was last read.

    Every act lengthens its process' chain, so this is remembered under the chain's length.
    """
    key = f"standing/{plan.pk}/{chain_length(plan.process_id)}"
    known: Standing | None = cache.get(key)
    if known is None:
        outline = plan_outline(plan)
        removed = tuple((row.code, row.title) for row in areas_of(plan, removed=True))
        newest = versions_of(plan).defer("content").first()
        known = Standing(outline, _rows(plan), removed, newest)
        cache.set(key, known, _KEEP_SECONDS)
    return replace(known, outline=replace(known.outline, place=place_of(plan.process)))


def _rows(plan: Plan) -> dict[str, int]:
    """Tell which row stands at which place, in the outline's own order."""
    rows: dict[str, int] = {}
    for queryset, what in ((goals_of(plan), "goals"), (activities_of(plan), "activities")):
        numbers: dict[str, int] = defaultdict(int)
        for row in queryset:
            if row.area is None:
                rows["main_goal"] = row.pk
                continue
            numbers[row.area.code] += 1
            rows[f"areas.{row.area.code}.{what}.{numbers[row.area.code]}"] = row.pk
    years: dict[int, int] = defaultdict(int)
    for measure in measures_of(plan):
        year = measure.action_plan.year
        years[year] += 1
        rows[f"action_plans.{year}.measures.{years[year]}"] = measure.pk
    return rows | {f"action_plans.{row.year}": row.pk for row in action_plans_of(plan)}


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


def lay_out(
    outline: o.PlanOutline, margin: dict[str, Passage], *, removed: tuple[tuple[str, str], ...] = ()
) -> PlanDocument:
    """Lay a plan out for reading: the draft with its margins, or a version with none."""
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
