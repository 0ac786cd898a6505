"""What a goal must be to be written down at all; whether it is good is the check's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.plans.models import FocusArea, Plan
from dugnad.plans.rules.acts import may_edit_plan

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from dugnad.people.models import Person


def may_add_goal(plan: Plan, area: FocusArea | None, *, by: Person | None, at: datetime) -> Verdict:
    """A plan has one main goal (A-03); areas have as many goals as they need."""
    has_main = area is None and plan.goals.filter(area=None, removed_at=None).exists()
    return first_refusal(
        (
            may_edit_plan(plan, by=by, at=at),
            refuse(_("The plan has its main goal; change that one.")) if has_main else ALLOWED,
        )
    )


def check_goal(text: str, *, due_on: date | None, targets: Mapping[int, Decimal]) -> Verdict:
    """A goal says something, and no yearly target lies after the day it is due."""
    late = due_on is not None and any(year > due_on.year for year in targets)
    return first_refusal(
        (
            ALLOWED if text.strip() else refuse(_("Write the goal in words.")),
            refuse(_("A yearly target lies after the day the goal is due.")) if late else ALLOWED,
        )
    )
