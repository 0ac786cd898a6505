"""One year's action plan as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.kit.money import format_number
from dugnad.papers.blocks import Block, Heading, Paper, Table
from dugnad.plans.documents import parts

if TYPE_CHECKING:
    from dugnad.plans.documents.plan import Frame
    from dugnad.plans.outline import ActionPlan, Area, Measure, PlanOutline


def action_plan_paper(outline: PlanOutline, action_plan: ActionPlan, frame: Frame) -> Paper:
    """Lay one year's action plan out: what is done in each area, by whom, for how much, by when."""
    with override(outline.language):
        blocks: list[Block] = [*parts.written(action_plan.intro)]
        for area in outline.areas:
            blocks += _area(outline, action_plan, area)
        blocks += [Heading(_("Resources"), 1), *_money(outline, action_plan)]
        if action_plan.communication.strip():
            blocks += [Heading(_("Communication"), 1), *parts.written(action_plan.communication)]
        return Paper(
            title=_("Action plan %(year)s") % {"year": action_plan.year},
            subtitle=outline.title,
            kind=_("Action plan"),
            owner=frame.owner,
            language=outline.language,
            colour=frame.colour,
            dated=frame.dated,
            reference=frame.reference,
            status=frame.status,
            digest=frame.digest,
            blocks=tuple(blocks),
        )


def _area(outline: PlanOutline, action_plan: ActionPlan, area: Area) -> list[Block]:
    measures = [measure for measure in action_plan.measures if measure.area == area.code]
    blocks: list[Block] = [Heading(f"{area.code} {area.title}", 1), *_wanted(outline, action_plan, area)]
    if not measures:
        return [*blocks, *parts.written(_("No measures in this area this year."))]
    return [*blocks, _measures_table(measures, area, outline.language)]


def _wanted(outline: PlanOutline, action_plan: ActionPlan, area: Area) -> list[Block]:
    """Say what each of the area's goals is to have reached by the end of the year."""
    blocks: list[Block] = []
    for goal in area.goals:
        wanted = next((target.value for target in goal.targets if target.year == action_plan.year), None)
        if wanted is not None:
            words = _("By the end of %(year)s: %(value)s %(unit)s.") % {
                "year": action_plan.year,
                "value": parts.number(wanted, outline.language),
                "unit": goal.unit,
            }
            blocks += parts.written(f"{goal.text} {words}")
    return blocks


def _measures_table(measures: list[Measure], area: Area, language: str) -> Table:
    rows = tuple(
        (
            f"{measure.title}. {measure.text}" if measure.text else measure.title,
            measure.owner or "–",
            parts.day(measure.due_on, language),
            parts.kroner(measure.amount, language),
        )
        for measure in measures
    )
    total = sum(measure.amount or 0 for measure in measures)
    return Table(
        header=((_("Measure"), _("Who"), _("By when"), _("Amount")),),
        rows=rows,
        align=("left", "left", "left", "right"),
        widths=(5, 2.4, 2.2, 2),
        caption=_("Measures in %(area)s") % {"area": area.title},
        total=(_("Total"), "", "", parts.kroner(total, language)),
    )


def _money(outline: PlanOutline, action_plan: ActionPlan) -> list[Block]:
    """Show each area's frame for the year beside what its measures use."""
    rows = []
    for area in outline.areas:
        frame = next((row.value for row in area.frames if row.year == action_plan.year), 0)
        used = sum(m.amount or 0 for m in action_plan.measures if m.area == area.code)
        figures = (frame, used, frame - used)
        name = f"{area.code} {area.title}"
        rows.append((name, *(format_number(figure, outline.language) for figure in figures)))
    if not rows:
        return []
    return [
        Table(
            header=((_("Focus area"), _("Frame"), _("Measures"), _("Left")),),
            rows=tuple(rows),
            align=("left", "right", "right", "right"),
            widths=(4, 2, 2, 2),
            caption=_("Frame and measures, in kroner"),
        )
    ]
