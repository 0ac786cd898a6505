"""Goals and money as sheets for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.papers.excel import Column, Sheet
from dugnad.plans.models import MoneyLine
from dugnad.plans.outline.words import JOB_KIND_NAMES

if TYPE_CHECKING:
    from dugnad.papers.excel import Cell
    from dugnad.plans.outline import Goal, PlanOutline


def plan_sheets(outline: PlanOutline) -> list[Sheet]:
    """Give the plan's goals, its money by source and by area, and the action plans' measures."""
    with override(outline.language):
        return [_goals(outline), _sources(outline), _areas(outline), _measures(outline)]


def _goals(outline: PlanOutline) -> Sheet:
    entries = [("", outline.main_goal)] if outline.main_goal else []
    entries += [(area.code, goal) for area in outline.areas for goal in area.goals]
    years = sorted({target.year for _code, goal in entries for target in goal.targets})
    columns = (
        Column(_("Area")),
        Column(_("Goal"), width=50),
        Column(_("Indicator"), width=24),
        Column(_("Unit")),
        Column(_("Kind of jobs"), width=14),
        Column(_("Baseline"), "number"),
        Column(_("Target"), "number"),
        Column(_("Due"), "date"),
        *(Column(str(year), "number") for year in years),
    )
    rows = tuple(_goal_row(code, goal, years) for code, goal in entries)
    return Sheet(_("Goals"), columns, rows)


def _goal_row(code: str, goal: Goal, years: list[int]) -> tuple[Cell, ...]:
    by_year = {target.year: target.value for target in goal.targets}
    return (
        code or str(_("Main goal")),
        goal.text,
        goal.indicator,
        goal.unit,
        str(JOB_KIND_NAMES[goal.job_kind]),
        goal.baseline,
        goal.target,
        goal.due_on,
        *(by_year.get(year) for year in years),
    )


def _sources(outline: PlanOutline) -> Sheet:
    rows: dict[tuple[str, str], dict[int, int]] = {}
    for line in outline.money:
        if line.source and line.year is not None:
            key = (str(MoneyLine.Source(line.source).label), line.name)
            rows.setdefault(key, {})[line.year] = line.amount or 0
    return _by_year(_("Money by source"), (_("Source"), _("Name")), rows)


def _areas(outline: PlanOutline) -> Sheet:
    rows = {(area.code, area.title): {f.year: f.value for f in area.frames} for area in outline.areas}
    if outline.administration:
        administration = ("", _("Management and administration"))
        rows[administration] = {frame.year: frame.value for frame in outline.administration}
    return _by_year(_("Money by focus area"), (_("Code"), _("Focus area")), rows)


def _by_year(title: str, first: tuple[str, str], rows: dict[tuple[str, str], dict[int, int]]) -> Sheet:
    years = sorted({year for amounts in rows.values() for year in amounts})
    columns = (
        Column(first[0], width=14),
        Column(first[1], width=36),
        *(Column(str(year), "money", 13) for year in years),
        Column(_("Total"), "money", 14),
    )
    cells = tuple(
        (*key, *(amounts.get(year) for year in years), sum(amounts.values())) for key, amounts in rows.items()
    )
    sums = [sum(amounts.get(year, 0) for amounts in rows.values()) for year in years]
    return Sheet(title, columns, cells, (_("Total"), "", *sums, sum(sums)))


def _measures(outline: PlanOutline) -> Sheet:
    columns = (
        Column(_("Year"), "number"),
        Column(_("Area")),
        Column(_("Measure"), width=50),
        Column(_("Who"), width=24),
        Column(_("Amount"), "money", 13),
        Column(_("By when"), "date", 12),
    )
    rows = tuple(
        (plan.year, measure.area, measure.title, measure.owner, measure.amount, measure.due_on)
        for plan in outline.action_plans
        for measure in plan.measures
    )
    return Sheet(_("Measures"), columns, rows)
