"""Which years a plan has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, refuse

if TYPE_CHECKING:
    from dugnad.plans.models import Plan


def plan_years(plan: Plan) -> list[int]:
    """Give the calendar years of the periods that hold now; the money and targets are by these."""
    years: set[int] = set()
    for period in plan.process.periods.all():
        if period.replaced_at is None:
            years.update(range(period.starts_on.year, period.ends_on.year + 1))
    return sorted(years)


def year_is_free(plan: Plan, year: int) -> Verdict:
    """A year has one action plan, and lies in the plan's period where there is one."""
    if plan.action_plans.filter(year=year).exists():
        return refuse(format_lazy(_("The year {year} already has its action plan."), year=str(year)))
    years = plan_years(plan)
    if years and year not in years:
        return refuse(format_lazy(_("The year {year} lies outside the plan's period."), year=str(year)))
    return ALLOWED
