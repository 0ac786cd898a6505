"""An outline's words written into a plan's rows: what a file brings, and what an earlier version restores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from dugnad.plans.commands.areas import Anchored, write_anchorings
from dugnad.plans.commands.goals import GoalFacts, write_goal
from dugnad.plans.models import (
    ActionPlan,
    Activity,
    AreaFrame,
    FocusArea,
    Measure,
    MoneyLine,
    Plan,
    Premise,
    Section,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.plans import outline as o


def fill_plan(plan: Plan, outline: o.PlanOutline, *, at: datetime) -> None:
    """Make the draft say what the outline says: title, vision, sections, goals, areas, money, action plans.

    An area keeps its row by its code, so that what refers to it goes on to; goals and activities are written
    anew, and the old ones stay removed. A step: the calling command logs it.
    """
    Plan.objects.filter(pk=plan.pk).update(
        title=outline.title or plan.title,
        vision=outline.vision,
        main_goal_explanation=outline.main_goal_explanation,
        county_ceiling=outline.county_ceiling.percent if outline.county_ceiling else None,
        county_ceiling_source=outline.county_ceiling.source if outline.county_ceiling else "",
        revision=F("revision") + 1,
    )
    for key in Section.Key:
        Section.objects.filter(plan=plan, key=key).update(
            text=getattr(outline.sections, key), revision=F("revision") + 1, edited_at=at
        )
    plan.goals.filter(removed_at=None).update(removed_at=at)
    if outline.main_goal:
        write_goal(plan, None, goal_facts(outline.main_goal))
    _fill_areas(plan, outline.areas, at=at)
    _fill_money(plan, outline)
    _fill_action_plans(plan, outline.action_plans, at=at)
    plan.refresh_from_db()


def goal_facts(goal: o.Goal) -> GoalFacts:
    """Give a goal of an outline as the facts that the commands take."""
    return GoalFacts(
        text=goal.text,
        indicator=goal.indicator,
        unit=goal.unit,
        job_kind=goal.job_kind,
        baseline=goal.baseline,
        target=goal.target,
        due_on=goal.due_on,
        is_cumulative=goal.is_cumulative,
        how_measured=goal.how_measured,
        when_measured=goal.when_measured,
        measured_by=goal.measured_by,
        targets={row.year: row.value for row in goal.targets},
    )


def _fill_areas(plan: Plan, areas: Sequence[o.Area], *, at: datetime) -> None:
    codes = [area.code for area in areas]
    plan.areas.filter(removed_at=None).exclude(code__in=codes).update(
        removed_at=at, revision=F("revision") + 1
    )
    premises = {row.code: row for row in Premise.objects.filter(analysis__process=plan.process_id)}
    for area in areas:
        row, _made = FocusArea.objects.get_or_create(plan=plan, code=area.code)
        FocusArea.objects.filter(pk=row.pk).update(
            title=area.title, text=area.text, removed_at=None, revision=F("revision") + 1
        )
        row.answers.set([premises[code] for code in area.answers if code in premises])
        row.frames.all().delete()
        AreaFrame.objects.bulk_create(
            AreaFrame(plan=plan, area=row, year=frame.year, amount=frame.value) for frame in area.frames
        )
        goals = [write_goal(plan, row, goal_facts(goal)) for goal in area.goals]
        row.anchorings.all().delete()
        write_anchorings(row, None, anchored(area.anchorings))
        row.activities.filter(removed_at=None).update(removed_at=at)
        for number, activity in enumerate(area.activities, start=1):
            made = Activity.objects.create(area=row, number=number, title=activity.title, text=activity.text)
            made.goals.set([goals[index - 1] for index in activity.goals if 0 < index <= len(goals)])
            write_anchorings(row, made, anchored(activity.anchorings))


def anchored(anchorings: Sequence[o.Anchoring]) -> list[Anchored]:
    """Give anchorings of an outline as the commands take them; one without a milieu says nothing."""
    return [
        Anchored(
            milieu=row.milieu,
            relation=row.relation,
            how=row.how or "",
            reference=row.reference,
            anchored_on=row.anchored_on,
        )
        for row in anchorings
        if row.milieu
    ]


def _fill_money(plan: Plan, outline: o.PlanOutline) -> None:
    plan.money.all().delete()
    MoneyLine.objects.bulk_create(
        MoneyLine(plan=plan, source=line.source, name=line.name, year=line.year, amount=line.amount)
        for line in outline.money
        if line.source and line.year is not None and line.amount is not None
    )
    plan.frames.filter(area=None).delete()
    AreaFrame.objects.bulk_create(
        AreaFrame(plan=plan, year=row.year, amount=row.value) for row in outline.administration
    )


def _fill_action_plans(plan: Plan, action_plans: Sequence[o.ActionPlan], *, at: datetime) -> None:
    areas = {area.code: area for area in plan.areas.all()}
    for entry in action_plans:
        if entry.year is None:
            continue
        row, _made = ActionPlan.objects.get_or_create(plan=plan, year=entry.year)
        ActionPlan.objects.filter(pk=row.pk).update(
            intro=entry.intro, communication=entry.communication, revision=F("revision") + 1
        )
        row.measures.filter(removed_at=None).update(removed_at=at)
        Measure.objects.bulk_create(
            Measure(
                action_plan=row,
                area=areas[measure.area],
                title=measure.title,
                text=measure.text,
                owner=measure.owner,
                amount=measure.amount or 0,
                due_on=measure.due_on,
            )
            for measure in entry.measures
            if measure.area in areas
        )
