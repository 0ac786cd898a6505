"""A plan's rows as the outline that the rules, the papers and the file are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.db.models import Prefetch

from dugnad.plans import outline as o
from dugnad.plans.models import (
    ActionPlan,
    Activity,
    AreaMapping,
    FocusArea,
    Goal,
    Measure,
    Plan,
    Version,
)
from dugnad.plans.queries.grounds import grounds, periods_of, place_of, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from dugnad.plans.models import AreaFrame
    from dugnad.processes.models import Decision

_KINDS = {"start_decision": "start", "steering_group_approval": "approval", "council_adoption": "adoption"}


def plan_outline(plan: Plan) -> o.PlanOutline:
    """Build the outline of the draft, with everything that the check looks at; a fixed number of queries."""
    process = plan.process
    areas = list(_areas(plan))
    frames = list(plan.frames.all())
    decisions = list(process.decisions.select_related("body", "gate"))
    return o.PlanOutline(
        language=cast("Any", process.language),
        title=plan.title,
        place=place_of(process),
        status=status_of(decisions),
        periods=periods_of(process),
        vision=plan.vision,
        main_goal=next((_goal(goal) for goal in _live_goals(plan.goals.filter(area=None))), None),
        main_goal_explanation=plan.main_goal_explanation,
        areas=tuple(_area(area) for area in areas),
        administration=_amounts(frame for frame in frames if frame.area_id is None),
        money=_money(plan),
        county_ceiling=_ceiling(plan),
        sections=o.Sections(**{row.key: row.text for row in plan.sections.all()}),
        action_plans=tuple(_action_plan(row) for row in _action_plans(plan)),
        decisions=tuple(decision_in_outline(row) for row in decisions if row.gate_id),
        grant_committed_on=plan.grant_committed_on,
        conditions_accepted_on=plan.conditions_accepted_on,
        implementation_starts_on=plan.implementation_starts_on,
        area_change=_area_change(plan, decisions),
        accepted_warnings=_accepted(plan),
        **grounds(process),
    )


def _live_goals(goals: QuerySet[Goal]) -> QuerySet[Goal]:
    return goals.filter(removed_at=None).prefetch_related("targets").order_by("number", "id")


def _areas(plan: Plan) -> QuerySet[FocusArea]:
    activities = Activity.objects.filter(removed_at=None).order_by("number", "id")
    return plan.areas.filter(removed_at=None).prefetch_related(
        Prefetch("goals", _live_goals(Goal.objects.all()), to_attr="live_goals"),
        Prefetch("activities", activities.prefetch_related("goals"), to_attr="live_activities"),
        "answers",
        "frames",
        "anchorings",
    )


def _area(row: FocusArea) -> o.Area:
    live: Any = row
    numbers = {goal.pk: number for number, goal in enumerate(live.live_goals, start=1)}
    anchorings = list(row.anchorings.all())
    return o.Area(
        code=row.code,
        title=row.title,
        text=row.text,
        answers=tuple(premise.code for premise in row.answers.all() if premise.removed_at is None),
        goals=tuple(_goal(goal) for goal in live.live_goals),
        frames=_amounts(row.frames.all()),
        activities=tuple(_activity(a, numbers, anchorings) for a in live.live_activities),
        anchorings=tuple(_anchoring(a) for a in anchorings if a.activity_id is None),
    )


def _goal(row: Goal) -> o.Goal:
    return o.Goal(
        text=row.text,
        indicator=row.indicator,
        unit=row.unit,
        job_kind=cast("Any", row.job_kind),
        baseline=row.baseline,
        target=row.target,
        due_on=row.due_on,
        is_cumulative=row.is_cumulative,
        targets=tuple(o.YearNumber(year=t.year, value=t.value) for t in row.targets.all()),
        how_measured=row.how_measured,
        when_measured=row.when_measured,
        measured_by=row.measured_by,
    )


def _activity(row: Activity, numbers: dict[int, int], anchorings: list[Any]) -> o.Activity:
    return o.Activity(
        title=row.title,
        text=row.text,
        goals=tuple(sorted(numbers[goal.pk] for goal in row.goals.all() if goal.pk in numbers)),
        anchorings=tuple(_anchoring(a) for a in anchorings if a.activity_id == row.pk),
    )


def _anchoring(row: Any) -> o.Anchoring:
    return o.Anchoring(
        milieu=row.milieu,
        relation=row.relation,
        how=row.how or None,
        reference=row.reference,
        anchored_on=row.anchored_on,
    )


def _amounts(frames: Iterable[AreaFrame]) -> tuple[o.YearAmount, ...]:
    rows = sorted(frames, key=lambda frame: frame.year)
    return tuple(o.YearAmount(year=row.year, value=row.amount) for row in rows)


def _money(plan: Plan) -> tuple[o.MoneyLine, ...]:
    return tuple(
        o.MoneyLine(source=cast("Any", row.source), name=row.name, year=row.year, amount=row.amount)
        for row in plan.money.all()
    )


def _ceiling(plan: Plan) -> o.CountyCeiling | None:
    if plan.county_ceiling is None:
        return None
    county = plan.process.place.county
    return o.CountyCeiling(
        county=county.name if county else "", percent=plan.county_ceiling, source=plan.county_ceiling_source
    )


def _action_plans(plan: Plan) -> QuerySet[ActionPlan]:
    measures = Measure.objects.filter(removed_at=None).select_related("area").order_by("area__code", "id")
    return plan.action_plans.select_related("decision").prefetch_related(
        Prefetch("measures", measures, to_attr="live_measures")
    )


def _action_plan(row: ActionPlan) -> o.ActionPlan:
    live: Any = row
    return o.ActionPlan(
        year=row.year,
        intro=row.intro,
        communication=row.communication,
        adopted_on=row.decision.decided_on if row.decision else None,
        measures=tuple(
            o.Measure(
                title=m.title, area=m.area.code, text=m.text, owner=m.owner, amount=m.amount, due_on=m.due_on
            )
            for m in live.live_measures
        ),
    )


def decision_in_outline(row: Decision) -> o.Decision:
    """Give a decision on the plan as the outline says it."""
    return o.Decision(
        kind=cast("Any", _KINDS.get(row.gate.key if row.gate else "")),
        body=cast("Any", row.body.kind),
        decided_on=row.decided_on,
        case_number=row.case_number,
        result=cast("Any", row.result),
    )


def _accepted(plan: Plan) -> tuple[o.AcceptedWarning, ...]:
    return tuple(
        o.AcceptedWarning(
            rule=row.rule,
            where=row.where,
            reason=row.reason,
            by=row.by.name if row.by else "",
            accepted_on=row.at.date(),
        )
        for row in plan.accepted_warnings.select_related("by")
    )


def _area_change(plan: Plan, decisions: list[Decision]) -> o.AreaChange | None:
    """Say how the areas differ from the adopted version before, and which decision took them in (A-31)."""
    adopted = list(Version.objects.filter(plan=plan, is_adopted=True).order_by("-number")[:2])
    is_decided = plan.state == Plan.State.ADOPTED
    before = adopted[1:] if is_decided else adopted[:1]
    if not before:
        return None
    former = before[0]
    mappings = list(AreaMapping.objects.filter(former=former))
    adoptions = [row for row in decisions if row.gate and row.gate.key == "council_adoption"]
    latest = adoptions[-1] if adoptions and is_decided else None
    return o.AreaChange(
        former_areas=tuple(_former(area, mappings) for area in former.content.get("areas", [])),
        decided_on=latest.decided_on if latest else None,
        case_number=latest.case_number if latest else "",
    )


def _former(area: dict[str, Any], mappings: list[AreaMapping]) -> o.FormerArea:
    own = [row for row in mappings if row.old_code == area.get("code")]
    return o.FormerArea(
        code=area.get("code", ""),
        title=area.get("title", ""),
        became=tuple(row.new_code for row in own if row.new_code),
        ended=next((row.note for row in own if not row.new_code), ""),
    )
