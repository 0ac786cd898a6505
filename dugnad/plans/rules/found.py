"""How the plan's rules write down what they found, and how they walk through areas and goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.kit.findings import Finding, Severity
from dugnad.plans.rules.limits import SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django_stubs_ext import StrOrPromise

    from dugnad.plans.outline import Area, Goal, PlanOutline


def error(rule: str, where: str, message: StrOrPromise, mend: StrOrPromise) -> Finding:
    """Write down what stops a gate."""
    return Finding(rule, Severity.ERROR, message, where, SOURCES[rule], mend)


def warning(rule: str, where: str, message: StrOrPromise, mend: StrOrPromise) -> Finding:
    """Write down what needs mending or a written reason."""
    return Finding(rule, Severity.WARNING, message, where, SOURCES[rule], mend)


def info(rule: str, where: str, message: StrOrPromise, mend: StrOrPromise = "") -> Finding:
    """Write down what is good to know."""
    return Finding(rule, Severity.INFO, message, where, SOURCES[rule], mend)


def each_area(outline: PlanOutline) -> Iterator[tuple[str, Area]]:
    """Go through the areas with their place: `areas.B`, or the number from 1 where a code is missing."""
    for number, area in enumerate(outline.areas, start=1):
        yield f"areas.{area.code or number}", area


def each_area_goal(outline: PlanOutline) -> Iterator[tuple[str, Goal]]:
    """Go through the areas' goals with their place: `areas.B.goals.1`, numbered from 1."""
    for where, area in each_area(outline):
        for number, goal in enumerate(area.goals, start=1):
            yield f"{where}.goals.{number}", goal


def each_goal(outline: PlanOutline) -> Iterator[tuple[str, Goal]]:
    """Go through the main goal and the areas' goals with their places."""
    if outline.main_goal:
        yield "main_goal", outline.main_goal
    yield from each_area_goal(outline)
