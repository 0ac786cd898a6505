"""Parts that several papers of a plan share: tables of goals, money and premises, in the paper's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dugnad.kit.dates import format_date, format_short
from dugnad.kit.money import format_kroner, format_number
from dugnad.papers.blocks import Align, Block, Bullets, Facts, Table, Text
from dugnad.papers.charts import frames
from dugnad.papers.charts.picture import SERIES
from dugnad.plans.models import Anchoring, MoneyLine
from dugnad.plans.outline.words import JOB_KIND_NAMES, MILIEU_NAMES
from dugnad.plans.queries.thread import plan_thread, thread_picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from decimal import Decimal

    from dugnad.plans.outline import Anchoring as Anchored
    from dugnad.plans.outline import Area, Goal, PlanOutline

LONGEST_SUMMARY = 240
MOST_COLOURS = len(SERIES)  # more stretches than that could not be told apart


def day(value: date | None, language: str) -> str:
    """Write a day out, or a dash where there is none."""
    return format_date(value, language) if value else "–"


def number(value: Decimal | None, language: str) -> str:
    """Write a number, or a dash where there is none."""
    return "–" if value is None else format_number(value, language)


def written(text: str) -> list[Block]:
    """Give running text as a block, and nothing for nothing."""
    return [Text(text)] if text.strip() else []


def first_line(text: str) -> str:
    """Give a text's first line, cut after a sentence or where it grows too long for a summary."""
    line = " ".join(text.strip().split("\n", 1)[0].split())
    return line if len(line) <= LONGEST_SUMMARY else f"{line[:LONGEST_SUMMARY].rsplit(' ', 1)[0]} …"


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


def goals_table(goals: Sequence[Goal], language: str, caption: str) -> list[Block]:
    """Show goals compactly: where each starts, what each year is to reach, and what in the end."""
    if not goals:
        return []
    years = sorted({target.year for goal in goals for target in goal.targets})
    header = (_("Goal"), _("Baseline"), *map(str, years), _("Target"), _("Due"))
    return [
        Table(
            header=(header,),
            rows=tuple(_goal_row(goal, years, language) for goal in goals),
            align=("left", *_right(len(years) + 1), "left", "left"),
            widths=(5, 1.6, *[1.1] * len(years), 2.6, 2.2),
            caption=caption,
        )
    ]


def _goal_row(goal: Goal, years: list[int], language: str) -> tuple[str, ...]:
    by_year = {target.year: target.value for target in goal.targets}
    target = f"{number(goal.target, language)} {goal.unit}".strip()
    if goal.target is not None and goal.job_kind != "none":
        target = f"{target}\n({JOB_KIND_NAMES[goal.job_kind]})"
    reached = (number(by_year.get(year), language) for year in years)
    due = format_short(goal.due_on, language) if goal.due_on else "–"
    return (goal.text or "–", number(goal.baseline, language), *reached, target, due)


def measuring(goals: Sequence[Goal], *, like: Goal | None = None) -> list[Block]:
    """Say how, when and by whom goals are measured, once for those measured alike or as the main goal."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for goal in goals:
        if any(key := _measured(goal)):
            alike.setdefault(key, []).append(goal.indicator or goal.text)
    labels = (_("How it is measured"), _("When it is measured"), _("Measured by"))
    blocks: list[Block] = []
    for key, names in alike.items():
        said = [(_("Indicator"), "; ".join(dict.fromkeys(names)))]
        as_before = like is not None and key == _measured(like)
        said += [(labels[0], _("As the main goal"))] if as_before else zip(labels, key, strict=True)
        blocks.append(Facts(tuple((label, value) for label, value in said if value)))
    return blocks


def _measured(goal: Goal) -> tuple[str, ...]:
    return (goal.how_measured.strip(), goal.when_measured.strip(), goal.measured_by.strip())


def anchoring_table(area: Area) -> list[Block]:
    """Say which milieux the area and its activities touch, and how each was anchored (A-34).

    Parts of the area that say the same share a row, so that the table stays short.
    """
    parts = [(_("The area"), area.anchorings)]
    parts += [(activity.title, activity.anchorings) for activity in area.activities]
    alike: dict[tuple[str, str, str], list[str]] = {}
    for title, anchorings in parts:
        if anchorings:
            sides = (_milieux(anchorings, "involves"), _milieux(anchorings, "affects"))
            alike.setdefault((*sides, _anchored_by(anchorings)), []).append(title)
    if not alike:
        return []
    rows = tuple(("; ".join(titles), *said) for said, titles in alike.items())
    header = (_("What"), _("Involved in"), _("Affected by"), _("Anchored by"))
    return [Table(header=(header,), rows=rows, widths=(3, 3, 2.4, 3), caption=_("How it was anchored"))]


def _milieux(anchorings: Iterable[Anchored], relation: str) -> str:
    names = (_milieu(row.milieu) for row in anchorings if row.relation == relation)
    return ", ".join(dict.fromkeys(names)) or "–"


def _anchored_by(anchorings: Iterable[Anchored]) -> str:
    said = (
        ": ".join(filter(None, (str(Anchoring.How(row.how or "").label), row.reference)))
        for row in anchorings
    )
    return "; ".join(dict.fromkeys(said))


def _milieu(key: str | None) -> str:
    return str(MILIEU_NAMES[key]) if key else "–"


def activities_list(area: Area) -> list[Block]:
    """List the main activities with what is said of each."""
    items = tuple(
        f"{activity.title}. {activity.text}".strip() if activity.text else activity.title
        for activity in area.activities
    )
    return [Bullets(items)] if items else []


def thread_of_areas(outline: PlanOutline, colour: str) -> list[Block]:
    """Draw which challenges and opportunities each area answers; the tables beside it say the same."""
    thread = plan_thread(outline)
    if not thread.of_kind("area") or not thread.of_kind("challenge", "opportunity"):
        return []
    title = _("What the focus areas answer")
    picture = thread_picture(thread, title, language=outline.language, kinds=["area"])
    return [picture.on_paper(colour, with_data=False)]


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


def money_picture(outline: PlanOutline, colour: str) -> list[Block]:
    """Draw the money by focus area and year; the figures stand in the table beside it."""
    names = [f"{area.code} {area.title}" for area in outline.areas]
    shares = [{frame.year: frame.value for frame in area.frames} for area in outline.areas]
    if outline.administration:
        names.append(_("Management and administration"))
        shares.append({frame.year: frame.value for frame in outline.administration})
    years = sorted({year for share in shares for year in share})
    if not years or len(names) > MOST_COLOURS:
        return []
    amounts = {year: [share.get(year, 0) for share in shares] for year in years}
    picture = frames.money_by_area(_("Money by focus area"), names, amounts, language=outline.language)
    return [picture.on_paper(colour, with_data=False)]


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
