"""The course of a plan: decisions, first action plan, period, start, changed areas (A-08 to A-31)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.rules.found import error, info, warning
from dugnad.plans.rules.limits import MOST_YEARS

if TYPE_CHECKING:
    from datetime import date

    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import AreaChange, Decision, PlanOutline
    from dugnad.plans.outline.words import DecisionKind

_FAVOURABLE = {"adopted", "adopted_with_changes"}


def _decided(outline: PlanOutline, kind: DecisionKind) -> Decision | None:
    favourable = [d for d in outline.decisions if d.kind == kind and d.result in _FAVOURABLE]
    return favourable[-1] if favourable else None


def _approval_of_adopted(outline: PlanOutline) -> Decision | None:
    """Give the approval that the adoption rests on: a later one is about a revision of what was adopted."""
    adoption = _decided(outline, "adoption")
    day = adoption.decided_on if adoption else None
    before = [
        d
        for d in outline.decisions
        if d.kind == "approval" and d.result in _FAVOURABLE and d.decided_on and day and d.decided_on <= day
    ]
    return before[-1] if before else _decided(outline, "approval")


def check_decisions(outline: PlanOutline) -> list[Finding]:
    """A-08: an adopted plan was approved by the steering group first; both dates are there, cases named."""
    approval, adoption = _approval_of_adopted(outline), _decided(outline, "adoption")
    findings = [
        _no_case(decision)
        for decision in (approval, adoption)
        if decision and not decision.case_number.strip()
    ]
    findings += [f for d in (approval, adoption) if d for f in _wrong_body(d)]
    if adoption is None:
        return [*_without_result(outline), *findings]
    if adoption.decided_on is None:
        message = _("The plan is adopted, but the day of the council's decision is missing.")
        findings.insert(0, error("A-08", "decisions.adoption", message, _("Enter the day.")))
    if approval is None:
        message = _("The plan is adopted, but the steering group has not approved it.")
        findings.insert(0, error("A-08", "decisions.approval", message, _("Enter the approval, or get it.")))
    elif approval.decided_on is None:
        message = _("The plan is adopted, but the day of the steering group's approval is missing.")
        findings.insert(0, error("A-08", "decisions.approval", message, _("Enter the day.")))
    elif adoption.decided_on and adoption.decided_on < approval.decided_on:
        message = say(
            _(
                "The council adopted the plan on %(adopted)s, before the steering group approved it on "
                "%(approved)s."
            ),
            adopted=adoption.decided_on,
            approved=approval.decided_on,
        )
        mend = _("Check both dates; the steering group comes first.")
        findings.insert(0, error("A-08", "decisions.adoption", message, mend))
    return findings + _late_adoption(outline, adoption)


def _no_case(decision: Decision) -> Finding:
    message = (
        _("The council's decision has no case number.")
        if decision.kind == "adoption"
        else _("The steering group's approval has no case number.")
    )
    return warning("A-08", f"decisions.{decision.kind}", message, _("Enter the case number."))


def _wrong_body(decision: Decision) -> list[Finding]:
    right = "council" if decision.kind == "adoption" else "steering_group"
    if decision.body in {right, None}:
        return []
    message = (
        _("Only the council can adopt the plan.")
        if decision.kind == "adoption"
        else _("Only the steering group can approve the draft.")
    )
    return [error("A-08", f"decisions.{decision.kind}", message, _("Enter the body that decided."))]


def _without_result(outline: PlanOutline) -> list[Finding]:
    return [
        error(
            "A-08",
            f"decisions.{decision.kind}",
            _("A decision on the plan has no result."),
            _("Enter what was decided."),
        )
        for decision in outline.decisions
        if decision.kind in {"approval", "adoption"} and decision.result is None
    ]


def _late_adoption(outline: PlanOutline, adoption: Decision) -> list[Finding]:
    first = first_day(outline)
    if first is None or adoption.decided_on is None or adoption.decided_on <= first:
        return []
    message = say(
        _("The plan was adopted %(days)s days after the period began on %(first)s."),
        days=(adoption.decided_on - first).days,
        first=first,
    )
    return [info("A-08", "decisions.adoption", message)]


def first_day(outline: PlanOutline) -> date | None:
    """Give the first day of the first period, or None where no period has one."""
    return min((period.starts_on for period in outline.periods if period.starts_on), default=None)


def check_first_action_plan(outline: PlanOutline) -> list[Finding]:
    """A-09: the first year's action plan exists, with measures, when the plan is put to the vote."""
    first = first_day(outline)
    year = first.year if first else None
    plans = [plan for plan in outline.action_plans if year is None or plan.year == year]
    where = f"action_plans.{year}" if year else "action_plans"
    mend = _("Make the first year's action plan together with the plan.")
    if not plans:
        message = (
            say(_("The action plan for the first year, %(year)s, is missing."), year=str(year))
            if year
            else _("The action plan for the first year is missing.")
        )
        return [error("A-09", where, message, mend)]
    if not any(plan.measures for plan in plans):
        return [error("A-09", where, _("The first year's action plan has no measures."), mend)]
    return []


def check_period(outline: PlanOutline) -> list[Finding]:
    """A-14: the period, extensions included, lasts at most six years, else the county's exception is there.

    The last day is the first day + 6 years - 1 day (domain: date arithmetic).
    """
    first = first_day(outline)
    if first is None or not any(period.ends_on for period in outline.periods):
        message = _("The plan does not say which period it is for.")
        return [error("A-14", "periods", message, _("Enter the first and last day of the period."))]
    findings = []
    last_allowed = first + relativedelta(years=MOST_YEARS) - timedelta(days=1)
    for number, period in enumerate(outline.periods, start=1):
        where = f"periods.{number}"
        if period.starts_on is None or period.ends_on is None:
            message = _("A period lacks its first or last day.")
            findings.append(error("A-14", where, message, _("Enter both days.")))
            continue
        if period.ends_on < period.starts_on:
            message = say(
                _("The period ends on %(end)s, before it begins on %(start)s."),
                end=period.ends_on,
                start=period.starts_on,
            )
            findings.append(error("A-14", where, message, _("Correct the days.")))
        if period.ends_on > last_allowed and not period.county_exception.strip():
            findings.append(_too_long(where, period.ends_on, first, last_allowed))
    return findings


def _too_long(where: str, end: date, first: date, last: date) -> Finding:
    message = say(
        _(
            "The period lasts until %(end)s, but six years from %(first)s end on %(last)s, and the "
            "county's written exception is missing."
        ),
        end=end,
        first=first,
        last=last,
    )
    mend = _("End the period within six years, or attach the county's written exception.")
    return error("A-14", where, message, mend)


def check_start(outline: PlanOutline) -> list[Finding]:
    """A-17: nothing is carried out before the county's grant is committed and its conditions accepted."""
    start = outline.implementation_starts_on
    if start is None:
        return []
    findings = []
    for day, missing, late, mend in (
        (
            outline.grant_committed_on,
            _("Implementation starts on %(start)s, but the county has not committed its grant."),
            _("Implementation starts on %(start)s, before the county committed its grant on %(day)s."),
            _("Wait for the county's commitment, and enter its day."),
        ),
        (
            outline.conditions_accepted_on,
            _("Implementation starts on %(start)s, but the grant's conditions have not been accepted."),
            _("Implementation starts on %(start)s, before the grant's conditions were accepted on %(day)s."),
            _("Accept the conditions first, and enter the day."),
        ),
    ):
        if day is None:
            findings.append(error("A-17", "implementation_starts_on", say(missing, start=start), mend))
        elif start < day:
            message = say(late, start=start, day=day)
            findings.append(error("A-17", "implementation_starts_on", message, mend))
    return findings


def check_area_change(outline: PlanOutline) -> list[Finding]:
    """A-31: changed areas take a map from each old area to the new ones, and a new council decision."""
    change = outline.area_change
    new = {area.code for area in outline.areas}
    if change is None or {former.code for former in change.former_areas} == new:
        return []
    findings = []
    for number, former in enumerate(change.former_areas, start=1):
        where, name = f"area_change.{former.code or number}", f"{former.code} {former.title}".strip()
        mend = _("Say which areas carry it on, or why it ended.")
        if not former.became and not former.ended.strip() and former.code not in new:
            message = say(_("It is not said what became of the former area “%(area)s”."), area=name)
            findings.append(warning("A-31", where, message, mend))
        if unknown := tuple(code for code in former.became if code not in new):
            message = say(
                _("The former area “%(area)s” is carried on by %(codes)s, which the plan does not have."),
                area=name,
                codes=unknown,
            )
            findings.append(warning("A-31", where, message, mend))
    return findings + _undecided_change(change)


def _undecided_change(change: AreaChange) -> list[Finding]:
    if change.decided_on is not None and change.case_number.strip():
        return []
    message = _("The areas were changed without a new decision by the council (day and case number).")
    return [warning("A-31", "area_change.decided_on", message, _("Take the new areas to the council."))]
