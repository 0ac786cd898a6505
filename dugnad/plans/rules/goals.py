"""Goals that can be measured, added up and believed (A-06, A-07, A-18 to A-20)."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.outline.words import JOB_KIND_NAMES
from dugnad.plans.rules.found import each_area_goal, each_goal, info, warning
from dugnad.plans.rules.limits import (
    MOST_OF_EMPLOYED,
    MOST_OF_JOBS_LOST,
    REACHED_AT_THE_END,
    REACHED_MID_WAY,
)

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import Analysis, Goal, PlanOutline


def check_quantities(outline: PlanOutline) -> list[Finding]:
    """A-06: each area goal has a number, a unit and a due date."""
    findings = []
    for where, goal in each_area_goal(outline):
        missing: list[StrOrPromise] = []
        if goal.target is None:
            missing.append(_("a number"))
        if not goal.unit.strip():
            missing.append(_("a unit"))
        if goal.due_on is None:
            missing.append(_("a due date"))
        if missing:
            message = say(
                _("The goal “%(goal)s” lacks %(missing)s."), goal=_name(goal), missing=tuple(missing)
            )
            mend = _("Say how much of what is to be reached, and by when.")
            findings.append(warning("A-06", where, message, mend))
    return findings


def _name(goal: Goal) -> StrOrPromise:
    text = goal.text.strip() or goal.indicator.strip()
    return f"{text[:79]}…" if len(text) > 80 else text or _("without words")


def check_measuring(outline: PlanOutline) -> list[Finding]:
    """A-07: each goal says how and when its progress is measured."""
    sentences = {
        (False, True): _("The goal “%(goal)s” does not say how its progress is measured."),
        (True, False): _("The goal “%(goal)s” does not say when its progress is measured."),
        (False, False): _("The goal “%(goal)s” does not say how and when its progress is measured."),
    }
    mend = _("Write how, when and by whom it is measured.")
    findings = []
    for where, goal in each_goal(outline):
        says = (bool(goal.how_measured.strip()), bool(goal.when_measured.strip()))
        if says in sentences:
            findings.append(warning("A-07", where, say(sentences[says], goal=_name(goal)), mend))
    return findings


def check_sum_of_goals(outline: PlanOutline) -> list[Finding]:
    """A-18: the areas' targets in the main goal's unit and job type add up to it, or it is explained."""
    main = outline.main_goal
    if main is None or main.target is None or not main.unit.strip() or not outline.areas:
        return []
    same, findings = [], []
    for where, goal in each_area_goal(outline):
        if _is_same_kind(goal, main):
            same.append(goal)
        elif _is_confusing(goal, main):
            findings.append(_mixed(where, goal, main))
    total = sum((goal.target for goal in same if goal.target is not None), Decimal(0))
    if total != main.target and not outline.main_goal_explanation.strip():
        findings.insert(0, _sum_differs(main, total))
    return findings


def _is_same_kind(goal: Goal, main: Goal) -> bool:
    return _unit(goal) == _unit(main) and goal.job_kind == main.job_kind


def _is_confusing(goal: Goal, main: Goal) -> bool:
    is_about_jobs = goal.job_kind != "none" and main.job_kind != "none"
    return is_about_jobs or _unit(goal) == _unit(main)


def _unit(goal: Goal) -> str:
    return goal.unit.strip().casefold()


def _mixed(where: str, goal: Goal, main: Goal) -> Finding:
    message = say(
        _(
            "The goal “%(goal)s” counts %(unit)s (%(kind)s), but the main goal counts %(main_unit)s "
            "(%(main_kind)s); it cannot be added to the others."
        ),
        goal=_name(goal),
        unit=goal.unit or "–",
        kind=JOB_KIND_NAMES[goal.job_kind],
        main_unit=main.unit,
        main_kind=JOB_KIND_NAMES[main.job_kind],
    )
    return warning("A-18", where, message, _("Use the main goal's unit and job type, or explain why not."))


def _sum_differs(main: Goal, total: Decimal) -> Finding:
    target = main.target or Decimal(0)
    message = say(
        _(
            "The areas' goals add up to %(total)s %(unit)s (%(kind)s), but the main goal is %(target)s: "
            "a difference of %(difference)s."
        ),
        total=total,
        unit=main.unit,
        kind=JOB_KIND_NAMES[main.job_kind],
        target=target,
        difference=abs(target - total),
    )
    mend = _("Change the goals so that they add up, or explain the difference.")
    return warning("A-18", "main_goal.target", message, mend)


def check_realism(outline: PlanOutline) -> list[Finding]:
    """A-19: show the job target beside jobs lost, jobs there are, and what programmes have reached.

    A warning when the target is above what was lost or above a tenth of all jobs (`limits.py`), else info.
    """
    goal, analysis = outline.main_goal, outline.analysis
    if goal is None or not goal.target or goal.target < 0 or goal.job_kind == "none":
        return []
    shares, too_much = _shares(goal.target, analysis)
    history = _history()
    if not shares:
        message = say(
            _(
                "The analysis gives neither jobs lost nor employed, so the target of %(target)s jobs cannot "
                "be weighed. %(history)s"
            ),
            target=goal.target,
            history=history,
        )
        return [info("A-19", "main_goal.target", message, _("Give the numbers in the analysis."))]
    message = say(
        _("%(target)s jobs are %(shares)s. %(history)s"),
        target=goal.target,
        shares=tuple(shares),
        history=history,
    )
    if too_much:
        mend = _("Lower the target, or write down why it can be reached.")
        return [warning("A-19", "main_goal.target", message, mend)]
    return [info("A-19", "main_goal.target", message)]


def _history() -> StrOrPromise:
    return say(
        _(
            "Programmes with a published final count have reached %(low)s–%(high)s %% of their target, "
            "one mid-way %(mid)s %%."
        ),
        low=REACHED_AT_THE_END[0],
        high=REACHED_AT_THE_END[1],
        mid=REACHED_MID_WAY,
    )


def _shares(target: Decimal, analysis: Analysis | None) -> tuple[list[StrOrPromise], bool]:
    shares: list[StrOrPromise] = []
    too_much = False
    lost = ((analysis.jobs_lost or 0) + (analysis.jobs_lost_ripple or 0)) if analysis else 0
    if lost:
        share = round(target * 100 / lost)
        too_much = target * 100 > MOST_OF_JOBS_LOST * lost
        shares.append(say(_("%(share)s %% of the %(lost)s jobs lost"), share=share, lost=lost))
    if analysis and analysis.employed:
        share = round(target * 100 / analysis.employed)
        too_much = too_much or target * 100 > MOST_OF_EMPLOYED * analysis.employed
        shares.append(
            say(_("%(share)s %% of the %(employed)s employed"), share=share, employed=analysis.employed)
        )
    return shares, too_much


def check_yearly_targets(outline: PlanOutline) -> list[Finding]:
    """A-20: the main goal has targets by year, and no cumulative row of targets goes down."""
    findings = []
    if outline.main_goal and not outline.main_goal.targets:
        message = _("The main goal has no targets by year.")
        mend = _("Say how much is to be reached by the end of each year.")
        findings.append(warning("A-20", "main_goal.targets", message, mend))
    for where, goal in each_goal(outline):
        for before, after in pairwise(sorted(goal.targets, key=lambda target: target.year)):
            if goal.is_cumulative and after.value < before.value:
                message = say(
                    _(
                        "The goal “%(goal)s” is counted cumulatively, yet goes down from %(before)s in "
                        "%(year)s to %(after)s in %(next_year)s."
                    ),
                    goal=_name(goal),
                    before=before.value,
                    year=str(before.year),
                    after=after.value,
                    next_year=str(after.year),
                )
                mend = _("Correct the numbers, or say that the goal is not counted cumulatively.")
                findings.append(warning("A-20", f"{where}.targets.{after.year}", message, mend))
    return findings
