"""Parts that several papers of a plan share: tables of goals, money and premises, in the paper's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dugnad.kit.dates import format_date
from dugnad.kit.money import format_kroner, format_number
from dugnad.papers.blocks import Align, Block, Bullets, Facts, Table, Text
from dugnad.plans.models import Anchoring, MoneyLine
from dugnad.plans.outline.words import JOB_KIND_NAMES, MILIEU_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

    from dugnad.plans.outline import Area, Goal, PlanOutline


def day(value: date | None, language: str) -> str:
    """Write a day out, or a dash where there is none."""
    return format_date(value, language) if value else "–"


def number(value: Decimal | None, language: str) -> str:
    """Write a number, or a dash where there is none."""
    return "–" if value is None else format_number(value, language)


def written(text: str) -> list[Block]:
    """Give running text as a block, and nothing for nothing."""
    return [Text(text)] if text.strip() else []


def premises_table(outline: PlanOutline, kind: str, caption: str) -> list[Block]:
    """List the challenges or opportunities, and which areas answer each."""
    rows = tuple(
        (premise.code, premise.title, ", ".join(_answering(outline, premise.code)) or "–")
        for premise in outline.premises
        if premise.kind == kind
    )
    if not rows:
        return []
    return [
        Table(
            header=((_("Code"), caption, _("Answered by")),),
            rows=rows,
            widths=(1, 6, 2),
            caption=caption,
        )
    ]


def _answering(outline: PlanOutline, code: str) -> list[str]:
    return [area.code for area in outline.areas if code in area.answers]


def goal_facts(goal: Goal, language: str) -> list[Block]:
    """Say a goal in full: what is measured, from what to what, by when, and how it is followed."""
    target = f"{number(goal.target, language)} {goal.unit}".strip()
    if goal.job_kind != "none":
        target = f"{target} ({JOB_KIND_NAMES[goal.job_kind]})"
    pairs = [
        (_("Indicator"), goal.indicator),
        (_("Target"), target if goal.target is not None else ""),
        (_("Baseline"), number(goal.baseline, language) if goal.baseline is not None else ""),
        (_("Due"), day(goal.due_on, language) if goal.due_on else ""),
        (_("How it is measured"), goal.how_measured),
        (_("When it is measured"), goal.when_measured),
        (_("Measured by"), goal.measured_by),
    ]
    said = tuple((label, value) for label, value in pairs if value)
    return [Facts(said)] if said else []


def targets_table(goals: Iterable[Goal], language: str) -> list[Block]:
    """Show what is to be reached by the end of each year, one row a goal."""
    shown = [goal for goal in goals if goal.targets]
    years = sorted({target.year for goal in shown for target in goal.targets})
    if not years:
        return []
    rows = []
    for goal in shown:
        by_year = {target.year: target.value for target in goal.targets}
        cells = [number(by_year.get(year), language) for year in years]
        rows.append((goal.indicator or goal.text, goal.unit, *cells))
    return [
        Table(
            header=((_("Goal"), _("Unit"), *map(str, years)),),
            rows=tuple(rows),
            align=("left", "left", *_right(len(years))),
            widths=(4, 2, *[1.4] * len(years)),
            caption=_("To be reached by the end of each year"),
        )
    ]


def anchoring_table(area: Area) -> list[Block]:
    """Say which milieux the area and its activities touch, and how each was anchored (A-34)."""
    entries = [(_("The area"), row) for row in area.anchorings]
    entries += [(activity.title, row) for activity in area.activities for row in activity.anchorings]
    grouped: dict[tuple[str, str, str, str], list[str]] = {}
    for title, row in entries:
        relation = str(Anchoring.Relation(row.relation).label)
        key = (title, relation, str(Anchoring.How(row.how or "").label), row.reference or "–")
        grouped.setdefault(key, []).append(_milieu(row.milieu))
    if not grouped:
        return []
    rows = tuple(
        (title, f"{relation}: {', '.join(milieux)}", how, reference)
        for (title, relation, how, reference), milieux in grouped.items()
    )
    header = (_("What"), _("Milieux"), _("Anchored by"), _("Reference"))
    return [Table(header=(header,), rows=rows, widths=(2.4, 4, 1.6, 2.4), caption=_("How it was anchored"))]


def _milieu(key: str | None) -> str:
    return str(MILIEU_NAMES[key]) if key else "–"


def activities_list(area: Area) -> list[Block]:
    """List the main activities with what is said of each."""
    items = tuple(
        f"{activity.title}. {activity.text}".strip() if activity.text else activity.title
        for activity in area.activities
    )
    return [Bullets(items)] if items else []


def money_by_source(outline: PlanOutline, language: str) -> list[Block]:
    """Show what each source gives each year, with sums."""
    sources: dict[str, dict[int, int]] = {}
    for line in outline.money:
        if line.source and line.year is not None:
            name = line.name or str(MoneyLine.Source(line.source).label)
            row = sources.setdefault(name, {})
            row[line.year] = row.get(line.year, 0) + (line.amount or 0)
    return _amounts_table(sources, _("Source"), _("Money by source, in kroner"), language)


def money_by_area(outline: PlanOutline, language: str) -> list[Block]:
    """Show each area's frame each year, and administration, with sums."""
    rows = {f"{area.code} {area.title}": {f.year: f.value for f in area.frames} for area in outline.areas}
    if outline.administration:
        rows[_("Management and administration")] = {f.year: f.value for f in outline.administration}
    return _amounts_table(rows, _("Focus area"), _("Money by focus area, in kroner"), language)


def _amounts_table(rows: dict[str, dict[int, int]], first: str, caption: str, language: str) -> list[Block]:
    years = sorted({year for amounts in rows.values() for year in amounts})
    if not years:
        return []

    def cells(amounts: dict[int, int]) -> tuple[str, ...]:
        values = [amounts.get(year, 0) for year in years]
        return tuple(format_number(value, language) for value in [*values, sum(values)])

    totals = {year: sum(amounts.get(year, 0) for amounts in rows.values()) for year in years}
    return [
        Table(
            header=((first, *map(str, years), _("Total")),),
            rows=tuple((name, *cells(amounts)) for name, amounts in rows.items()),
            align=("left", *_right(len(years) + 1)),
            widths=(3.4, *[1.6] * (len(years) + 1)),
            caption=caption,
            total=(_("Total"), *cells(totals)),
        )
    ]


def kroner(amount: int | None, language: str) -> str:
    """Write whole kroner, or a dash where there is none."""
    return format_kroner(amount, language) if amount else "–"


def _right(columns: int) -> tuple[Align, ...]:
    side: Align = "right"
    return tuple(side for _column in range(columns))
