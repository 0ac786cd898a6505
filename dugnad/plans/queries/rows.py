"""A plan's parts for acting on one of them, and what stands in them now, as their forms show it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from dugnad.plans.models import (
    AcceptedWarning,
    ActionPlan,
    Activity,
    Anchoring,
    AreaMapping,
    FocusArea,
    Goal,
    Measure,
    MoneyLine,
    Plan,
    Premise,
    Section,
    Version,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from dugnad.plans.outline import PlanOutline


def plan_with_phases(plan_id: int) -> Plan | None:
    """Give a plan with its process, its place and its phases, for a page; None where there is none."""
    plans = Plan.objects.select_related("process__place__county")
    return plans.prefetch_related("process__phases").filter(pk=plan_id).first()


def sections_of(plan: Plan) -> QuerySet[Section]:
    """Give the plan's six sections."""
    return Section.objects.filter(plan=plan).select_related("plan__process", "edited_by")


def areas_of(plan: Plan, *, removed: bool = False) -> QuerySet[FocusArea]:
    """Give the areas that stand in the draft, or those that were taken out."""
    return FocusArea.objects.filter(plan=plan, removed_at__isnull=not removed)


def areas_with_activities(plan: Plan) -> QuerySet[FocusArea]:
    """Give the areas that stand in the draft, each with its activities (`live_activities`)."""
    live = Activity.objects.filter(removed_at=None).order_by("number", "id")
    return areas_of(plan).prefetch_related(Prefetch("activities", live, to_attr="live_activities"))


def goals_of(plan: Plan) -> QuerySet[Goal]:
    """Give the goals that stand in the draft, the main goal's area being none."""
    return Goal.objects.filter(plan=plan, removed_at=None).order_by("number", "id").select_related("area")


def activities_of(plan: Plan) -> QuerySet[Activity]:
    """Give the main activities that stand in the draft."""
    rows = Activity.objects.filter(area__plan=plan, area__removed_at=None, removed_at=None)
    return rows.order_by("number", "id").select_related("area")


def action_plans_of(plan: Plan) -> QuerySet[ActionPlan]:
    """Give the plan's yearly action plans."""
    return ActionPlan.objects.filter(plan=plan)


def measures_of(plan: Plan) -> QuerySet[Measure]:
    """Give the measures that stand in the plan's action plans."""
    rows = Measure.objects.filter(action_plan__plan=plan, removed_at=None)
    return rows.select_related("area", "action_plan").order_by("area__code", "id")


def premises_of(plan: Plan) -> QuerySet[Premise]:
    """Give the challenges and opportunities that the plan's areas may answer."""
    return Premise.objects.filter(analysis__process=plan.process_id, removed_at=None)


def versions_of(plan: Plan) -> QuerySet[Version]:
    """Give the plan's versions, newest first, with who froze each."""
    return Version.objects.filter(plan=plan).select_related("by").order_by("-number")


def adopted_version(plan: Plan) -> Version | None:
    """Give the newest version that a council adopted, or None."""
    return versions_of(plan).filter(is_adopted=True).first()


def accepted_warnings(plan: Plan) -> QuerySet[AcceptedWarning]:
    """Give the warnings somebody accepted with a reason."""
    return AcceptedWarning.objects.filter(plan=plan).select_related("plan__process")


def section_words(row: Section) -> dict[str, Any]:
    """Give what stands under a heading."""
    return {"text": row.text}


def vision_words(plan: Plan) -> dict[str, Any]:
    """Give the plan's title and vision."""
    return {"title": plan.title, "vision": plan.vision}


def explanation_words(plan: Plan) -> dict[str, Any]:
    """Give why the sums differ."""
    return {"explanation": plan.main_goal_explanation}


def conditions_words(plan: Plan) -> dict[str, Any]:
    """Give the county's conditions."""
    names = ("county_ceiling", "grant_committed_on", "conditions_accepted_on", "implementation_starts_on")
    return {name: getattr(plan, name) for name in names}


def goal_words(goal: Goal) -> dict[str, Any]:
    """Give what is said of a goal."""
    names = (
        "text", "indicator", "unit", "job_kind", "baseline", "target", "due_on", "is_cumulative",
        "how_measured", "when_measured", "measured_by",
    )  # fmt: skip
    targets = {f"target_{row.year}": row.value for row in goal.targets.all()}
    return {name: getattr(goal, name) for name in names} | targets


def area_words(area: FocusArea) -> dict[str, Any]:
    """Give what is said of an area."""
    frames = {f"frame_{row.year}": row.amount for row in area.frames.all()}
    answers = sorted(str(row.pk) for row in area.answers.all())
    return {"title": area.title, "text": area.text, "answers": answers, **frames}


def activity_words(activity: Activity) -> dict[str, Any]:
    """Give what is said of a main activity."""
    goals = [str(pk) for pk in activity.goals.order_by("pk").values_list("pk", flat=True)]
    return {"title": activity.title, "text": activity.text, "goals": goals}


def action_plan_words(action_plan: ActionPlan) -> dict[str, Any]:
    """Give what a year is about."""
    return {"intro": action_plan.intro, "communication": action_plan.communication}


def measure_words(measure: Measure) -> dict[str, Any]:
    """Give what is said of a measure."""
    names = ("title", "text", "owner", "due_on")
    return {
        "area": str(measure.area_id),
        "activity": str(measure.activity_id or ""),
        "amount": measure.amount or None,
        **{name: getattr(measure, name) for name in names},
    }


def anchoring_words(area: FocusArea, activity: Activity | None = None) -> dict[str, Any]:
    """Give which milieux an area or an activity touches, row by row as the form numbers them."""
    words: dict[str, Any] = {}
    numbers: Counter[str] = Counter()
    for row in Anchoring.objects.filter(area=area, activity=activity).order_by("milieu", "id"):
        key = f"{row.milieu}_{numbers[row.milieu]}"
        numbers[row.milieu] += 1
        words |= {f"relation_{key}": row.relation, f"how_{key}": row.how}
        words |= {f"reference_{key}": row.reference, f"on_{key}": row.anchored_on}
    return words


def money_words(plan: Plan) -> dict[str, Any]:
    """Give the money table as its form numbers the rows: county and municipality always have one."""
    sources: dict[tuple[str, str], dict[int, int]] = {}
    for line in MoneyLine.objects.filter(plan=plan):
        sources.setdefault((line.source, line.name), {})[line.year] = line.amount
    for always in (MoneyLine.Source.COUNTY.value, MoneyLine.Source.MUNICIPALITY.value):
        if always not in {key[0] for key in sources}:
            sources[(always, "")] = {}
    words: dict[str, Any] = {}
    for number, (source, name) in enumerate(sorted(sources, key=_as_listed)):
        words |= {f"source_{number}": source, f"name_{number}": name}
        words |= {f"amount_{number}_{year}": amount for year, amount in sources[(source, name)].items()}
    return words | {f"administration_{row.year}": row.amount for row in plan.frames.filter(area=None)}


def _as_listed(source: tuple[str, str]) -> tuple[int, str]:
    return list(MoneyLine.Source.values).index(source[0]), source[1]


def frames_by_year(outline: PlanOutline) -> dict[int, int]:
    """Give what the draft's areas use in each year, in whole kroner."""
    frames: Counter[int] = Counter()
    for area in outline.areas:
        frames.update({frame.year: frame.value for frame in area.frames})
    return dict(frames)


def mapped(former: Version, old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Give what the map from old areas to new says now; an area that goes on under its code is carried on."""
    known = list(AreaMapping.objects.filter(former=former))
    codes = {code for code, _title in new}
    words: dict[str, Any] = {}
    for number, (code, _title) in enumerate(old):
        own = [row for row in known if row.old_code == code]
        words[f"became_{number}"] = [row.new_code for row in own if row.new_code]
        words[f"note_{number}"] = next((row.note for row in own), "")
        if not own and code in codes:
            words[f"became_{number}"] = [code]
    return words
