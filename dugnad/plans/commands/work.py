"""Action plans: one year's measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.plans.commands.writing import log, write_row
from dugnad.plans.models import ActionPlan, Activity, FocusArea, Measure, Plan
from dugnad.plans.rules.acts import may_edit_action_plan
from dugnad.plans.rules.amounts import check_amounts
from dugnad.plans.rules.years import year_is_free

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """A measure as it is written down; the amount is whole kroner."""

    area: FocusArea
    title: str
    text: str = ""
    owner: str = ""
    amount: int = 0
    due_on: date | None = None
    activity: Activity | None = None

    def columns(self) -> dict[str, object]:
        """Give what stands in the measure's own row."""
        return {key: getattr(self, key) for key in self.__slots__}


@transaction.atomic
def start_action_plan(plan: Plan, *, by: Person, at: datetime, year: int) -> ActionPlan:
    """Begin one year's action plan.

    Raises:
        Refused: when the plan is not open for this, the year has its plan, or lies outside the period.
    """
    enforce(first_refusal((may_edit_action_plan(plan, by=by, at=at), year_is_free(plan, year))))
    action_plan = ActionPlan.objects.create(plan=plan, year=year)
    log(plan, "action_plan.started", by=by, at=at, year=year)
    return action_plan


@transaction.atomic
def edit_action_plan(
    action_plan: ActionPlan, *, by: Person, at: datetime, revision: int, intro: str, communication: str
) -> None:
    """Write the year's introduction and its communication part (A-12).

    Raises:
        Refused: when the action plan is not open for this person's writing.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_action_plan(action_plan.plan, by=by, at=at))
    write_row(action_plan, revision=revision, intro=intro, communication=communication)
    log(action_plan.plan, "action_plan.edited", by=by, at=at, year=action_plan.year)


@transaction.atomic
def add_measure(action_plan: ActionPlan, *, by: Person, at: datetime, facts: MeasureFacts) -> Measure:
    """Add a measure to the year.

    Raises:
        Refused: when the action plan is not open for this person's writing, or the amount cannot be.
    """
    enforce(
        first_refusal((may_edit_action_plan(action_plan.plan, by=by, at=at), check_amounts([facts.amount])))
    )
    measure = Measure.objects.create(action_plan=action_plan, **facts.columns())
    log(action_plan.plan, "measure.added", by=by, at=at, year=action_plan.year, title=facts.title)
    return measure


@transaction.atomic
def edit_measure(measure: Measure, *, by: Person, at: datetime, revision: int, facts: MeasureFacts) -> None:
    """Change a measure.

    Raises:
        Refused: when the action plan is not open for this person's writing, or the amount cannot be.
        Outdated: when somebody else changed it meanwhile.
    """
    plan = measure.action_plan.plan
    enforce(first_refusal((may_edit_action_plan(plan, by=by, at=at), check_amounts([facts.amount]))))
    write_row(measure, revision=revision, **facts.columns())
    log(plan, "measure.edited", by=by, at=at, year=measure.action_plan.year, title=facts.title)


@transaction.atomic
def remove_measure(measure: Measure, *, by: Person, at: datetime, revision: int) -> None:
    """Take a measure out of the year.

    Raises:
        Refused: when the action plan is not open for this person's writing.
        Outdated: when somebody else changed it meanwhile.
    """
    plan = measure.action_plan.plan
    enforce(may_edit_action_plan(plan, by=by, at=at))
    write_row(measure, revision=revision, removed_at=at)
    log(plan, "measure.removed", by=by, at=at, year=measure.action_plan.year, title=measure.title)
