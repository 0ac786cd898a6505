"""Goals: the main goal, and those of the areas."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.plans.commands.writing import log, write_row
from dugnad.plans.models import FocusArea, Goal, GoalTarget, Plan
from dugnad.plans.rules.acts import may_edit_plan
from dugnad.plans.rules.goal_facts import check_goal, may_add_goal

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFacts:
    """A goal as it is written down; `targets` are what is to be reached by the end of each year."""

    text: str
    indicator: str = ""
    unit: str = ""
    job_kind: str = Goal.JobKind.NONE
    baseline: Decimal | None = None
    target: Decimal | None = None
    due_on: date | None = None
    is_cumulative: bool = True
    how_measured: str = ""
    when_measured: str = ""
    measured_by: str = ""
    targets: dict[int, Decimal] = field(default_factory=dict)

    def columns(self) -> dict[str, object]:
        """Give what stands in the goal's own row."""
        values = asdict(self)
        values.pop("targets")
        return values


@transaction.atomic
def add_goal(
    plan: Plan, *, by: Person, at: datetime, facts: GoalFacts, area: FocusArea | None = None
) -> Goal:
    """Add a goal to an area, or the main goal when no area is given (A-03: there is one).

    Raises:
        Refused: when the plan is not open to this person, has its main goal, or the facts cannot be.
    """
    enforce(
        first_refusal(
            (
                may_add_goal(plan, area, by=by, at=at),
                check_goal(facts.text, due_on=facts.due_on, targets=facts.targets),
            )
        )
    )
    goal = write_goal(plan, area, facts)
    log(plan, "goal.added", by=by, at=at, area=area.code if area else "", text=facts.text)
    return goal


def write_goal(plan: Plan, area: FocusArea | None, facts: GoalFacts) -> Goal:
    """Write a goal's rows. A step: the calling command logs it."""
    number = plan.goals.filter(area=area).count() + 1
    goal = Goal.objects.create(plan=plan, area=area, number=number, **facts.columns())
    _write_targets(goal, facts)
    return goal


def _write_targets(goal: Goal, facts: GoalFacts) -> None:
    goal.targets.all().delete()
    GoalTarget.objects.bulk_create(
        GoalTarget(goal=goal, year=year, value=value) for year, value in facts.targets.items()
    )


@transaction.atomic
def edit_goal(goal: Goal, *, by: Person, at: datetime, revision: int, facts: GoalFacts) -> None:
    """Change a goal.

    Raises:
        Refused: when the plan is not open for this person's writing, or the facts cannot be.
        Outdated: when somebody else changed it meanwhile.
    """
    enforce(
        first_refusal(
            (
                may_edit_plan(goal.plan, by=by, at=at),
                check_goal(facts.text, due_on=facts.due_on, targets=facts.targets),
            )
        )
    )
    write_row(goal, revision=revision, **facts.columns())
    _write_targets(goal, facts)
    log(goal.plan, "goal.edited", by=by, at=at, area=goal.area.code if goal.area else "", text=facts.text)


@transaction.atomic
def remove_goal(goal: Goal, *, by: Person, at: datetime, revision: int) -> None:
    """Take a goal out of the draft.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else changed it meanwhile.
    """
    enforce(may_edit_plan(goal.plan, by=by, at=at))
    write_row(goal, revision=revision, removed_at=at)
    log(goal.plan, "goal.removed", by=by, at=at, text=goal.text)


@transaction.atomic
def explain_sum(plan: Plan, *, by: Person, at: datetime, revision: int, explanation: str) -> None:
    """Write why the areas' goals do not add up to the main goal (A-18).

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    write_row(plan, revision=revision, main_goal_explanation=explanation)
    log(plan, "sum.explained", by=by, at=at)
