"""The draft as it stands, remembered until the next act: what pages read instead of asking for every row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from zlib import crc32

from django.core.cache import cache

from dugnad.journal.queries import chain_head
from dugnad.plans.queries.grounds import place_of
from dugnad.plans.queries.margin import comments_of, passages
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.queries.rows import (
    action_plans_of,
    activities_of,
    areas_of,
    goals_of,
    measures_of,
    premises_of,
    versions_of,
)
from dugnad.plans.queries.steps import tally
from dugnad.plans.rules import check_plan
from dugnad.plans.rules.years import plan_years

if TYPE_CHECKING:
    from collections.abc import Callable

    from dugnad.kit.findings import Finding
    from dugnad.plans import outline as o
    from dugnad.plans.models import Plan, Premise, Version
    from dugnad.plans.queries.margin import Passage
    from dugnad.plans.queries.steps import Tally
    from dugnad.voices.models import Comment

_KEEP_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Standing:
    """The draft as it stands: its outline, each part's row by its place, what was found and remarked."""

    outline: o.PlanOutline
    rows: dict[str, int]
    removed: tuple[tuple[str, str], ...]  # areas that were taken out: code and title
    years: tuple[int, ...]  # of the period
    premises: tuple[Premise, ...]
    findings: tuple[Finding, ...]
    comments: tuple[Comment, ...]

    @property
    def margin(self) -> dict[str, Passage]:
        """Give each place of the document with what belongs in its margin."""
        return passages(self.outline, rows=self.rows, findings=self.findings, comments=self.comments)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a draft: its title, its newest version, and how the check stands."""

    title: str
    latest: Version | None
    tally: Tally
    course: Passage


def moment_of(plan: Plan) -> str:
    """Give the head of the plan's chain: every act moves it, so while it is the same, so is the plan.

    Asked once a request, then remembered on the plan's own object.
    """
    known: dict[str, str] = plan.__dict__
    if "moment" not in known:
        known["moment"] = chain_head(plan.process_id)[:20]
    return known["moment"]


def _remembered(plan: Plan, name: str, build: Callable[[Plan], object]) -> object:
    key = f"plan/{plan.pk}/{moment_of(plan)}/{_place_key(plan)}/{name}"
    known = cache.get(key)
    if known is None:
        known = build(plan)
        cache.set(key, known, _KEEP_SECONDS)
    return known


def _place_key(plan: Plan) -> int:
    """The place's name and county stand in the outline, but are changed outside the process' chain."""
    return crc32(repr(place_of(plan.process)).encode())


def standing_outline(plan: Plan) -> o.PlanOutline:
    """Give the draft's outline for reading; commands never use it, they build anew (`plan_outline`)."""
    return standing(plan).outline


def standing(plan: Plan) -> Standing:
    """Give the draft for reading: one query when nothing has happened since it was last read."""
    return cast("Standing", _remembered(plan, "standing", _standing))


def _standing(plan: Plan) -> Standing:
    outline = plan_outline(plan)
    return Standing(
        outline=outline,
        rows=_rows(plan),
        removed=tuple((row.code, row.title) for row in areas_of(plan, removed=True)),
        years=tuple(plan_years(plan)),
        premises=tuple(premises_of(plan)),
        findings=tuple(check_plan(outline)),
        comments=tuple(comments_of(plan)),
    )


def head_of(plan: Plan) -> Head:
    """Give what stands above the draft; remembered by itself, for when the rest is not read."""
    return cast("Head", _remembered(plan, "head", _head))


def _head(plan: Plan) -> Head:
    now = standing(plan)
    newest = versions_of(plan).defer("content").first()
    return Head(plan.title, newest, tally(now.findings), now.margin["course"])


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
