"""The draft of Fjordvik's plan, written passage by passage, with a few remarks in the margin."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dugnad.plans.commands import (
    MeasureFacts,
    add_activity,
    add_area,
    add_goal,
    add_measure,
    edit_action_plan,
    edit_section,
    edit_vision,
    save_version,
    set_anchorings,
    set_money,
    start_action_plan,
    start_plan,
)
from dugnad.plans.commands.filling import anchored, goal_facts
from dugnad.plans.models import Premise
from dugnad.plans.queries import find_plan
from dugnad.processes.models import Process
from dugnad.voices.commands import add_comment, settle_comment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.plans.models import Activity, FocusArea, Goal, Plan
    from dugnad.plans.outline import Anchoring, Area, PlanOutline


def write_draft(
    process: Process, outline: PlanOutline, people: dict[str, Person], *, at: datetime, now: datetime
) -> Plan:
    """Write the draft as it stands: the words first, then goals, money and the first year."""
    ingrid, eirik = people["ingrid"], people["eirik"]
    fresh = Process.objects.select_related("place__county").get(pk=process.pk)
    plan = start_plan(fresh, by=ingrid, at=at, title=outline.title)
    for section in plan.sections.all():
        text = getattr(outline.sections, section.key)
        edit_section(section, by=eirik, at=at + timedelta(days=1), text=text, revision=section.revision)
    edit_vision(
        plan,
        by=ingrid,
        at=at + timedelta(days=1),
        title=outline.title,
        vision=outline.vision,
        revision=plan.revision,
    )
    if outline.main_goal:
        add_goal(plan, by=ingrid, at=at + timedelta(days=1), facts=goal_facts(outline.main_goal))
    areas = {
        area.code: _write_area(plan, area, by=ingrid, at=at + timedelta(days=2)) for area in outline.areas
    }
    _write_money(plan, outline, by=ingrid, at=at + timedelta(days=9))
    save_version(plan, by=ingrid, at=at + timedelta(days=10), label="Første hele utkast")
    _write_first_year(plan, outline, areas, by=ingrid, at=at + timedelta(days=14))
    _remark(plan, people, at=now)
    return find_plan(plan.pk) or plan


def _write_area(plan: Plan, area: Area, *, by: Person, at: datetime) -> FocusArea:
    answers = Premise.objects.filter(analysis__process=plan.process_id, code__in=area.answers)
    row = add_area(
        plan,
        by=by,
        at=at,
        code=area.code,
        title=area.title,
        text=area.text,
        answers=list(answers),
        frames={frame.year: frame.value for frame in area.frames},
    )
    goals: list[Goal] = [
        add_goal(plan, by=by, at=at, facts=goal_facts(goal), area=row) for goal in area.goals
    ]
    _anchor(row, None, area.anchorings, by=by, at=at)
    for activity in area.activities:
        served = [goals[number - 1] for number in activity.goals]
        made = add_activity(row, by=by, at=at, title=activity.title, text=activity.text, goals=served)
        _anchor(row, made, activity.anchorings, by=by, at=at)
    return row


def _anchor(
    area: FocusArea, activity: Activity | None, rows: Sequence[Anchoring], *, by: Person, at: datetime
) -> None:
    said = anchored(rows)
    set_anchorings(area, by=by, at=at, revision=area.revision, anchorings=said, activity=activity)


def _write_money(plan: Plan, outline: PlanOutline, *, by: Person, at: datetime) -> None:
    lines: dict[tuple[str, str, int], int] = {
        (line.source, line.name, line.year): line.amount
        for line in outline.money
        if line.source and line.year is not None and line.amount is not None
    }
    administration = {row.year: row.value for row in outline.administration}
    set_money(plan, by=by, at=at, revision=plan.revision, lines=lines, administration=administration)


def _write_first_year(
    plan: Plan, outline: PlanOutline, areas: dict[str, FocusArea], *, by: Person, at: datetime
) -> None:
    first = outline.action_plans[0]
    if first.year is None:
        return
    row = start_action_plan(plan, by=by, at=at, year=first.year)
    edit_action_plan(
        row, by=by, at=at, revision=row.revision, intro=first.intro, communication=first.communication
    )
    for measure in first.measures:
        facts = MeasureFacts(
            area=areas[measure.area],
            title=measure.title,
            text=measure.text,
            owner=measure.owner,
            amount=measure.amount or 0,
            due_on=measure.due_on,
        )
        add_measure(row, by=by, at=at, facts=facts)


def _remark(plan: Plan, people: dict[str, Person], *, at: datetime) -> None:
    process, topic = plan.process, f"plan/{plan.pk}"
    question = "Er 30 årsverk realistisk når linja fra trafoen ikke er bygd ut før i 2029?"
    asked = add_comment(process, by=people["nilspetter"], at=at, topic=topic, where="areas.A", text=question)
    settle_comment(
        asked,
        by=people["ingrid"],
        at=at + timedelta(hours=3),
        answer="Målet for de to første årene er satt ned, se de årlige måltallene.",
    )
    add_comment(
        process,
        by=people["solveig"],
        at=at + timedelta(hours=5),
        topic=topic,
        where="areas.D",
        text="Ungdomsrådet bør spørres om prøveboligene før vi vedtar dette.",
    )
