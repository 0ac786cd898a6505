"""The plan as a paper, under its six headings (IN6), in the language of its process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.kit.money import format_kroner
from dugnad.papers.blocks import Block, Contents, Facts, Heading, Note, PageBreak, Paper, Table
from dugnad.plans.documents import parts
from dugnad.processes.models import Body, Decision

if TYPE_CHECKING:
    from datetime import date

    from dugnad.plans.outline import Area, PlanOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around a paper's text: whose it is, how it looks, what it is worth, and its digest."""

    owner: str
    colour: str
    dated: date
    status: str = ""
    reference: str = ""
    digest: str = ""


def plan_paper(outline: PlanOutline, frame: Frame) -> Paper:
    """Lay the whole plan out as a paper."""
    with override(outline.language):
        blocks: list[Block] = [*_in_brief(outline), Contents(depth=2), PageBreak()]
        for chapter in (_background, _vision, _areas, _organisation, _resources, _communication, _treatment):
            blocks += chapter(outline, frame)
        return Paper(
            title=outline.title,
            subtitle=_period(outline),
            kind=_("Restructuring plan"),
            owner=frame.owner,
            language=outline.language,
            colour=frame.colour,
            dated=frame.dated,
            reference=frame.reference,
            status=frame.status,
            digest=frame.digest,
            blocks=tuple(blocks),
        )


def _period(outline: PlanOutline) -> str:
    starts = [period.starts_on for period in outline.periods if period.starts_on]
    ends = [period.ends_on for period in outline.periods if period.ends_on]
    if not starts or not ends:
        return ""
    return f"{parts.day(min(starts), outline.language)} – {parts.day(max(ends), outline.language)}"


def _in_brief(outline: PlanOutline) -> list[Block]:
    """Say on the first page what a reader in a hurry must know."""
    total = sum(line.amount or 0 for line in outline.money)
    goal = outline.main_goal
    pairs = (
        (_("Vision"), parts.first_line(outline.vision)),
        (_("Main goal"), parts.first_line(goal.text) if goal else ""),
        (_("Focus areas"), "\n".join(f"{area.code} {area.title}".strip() for area in outline.areas)),
        (_("Money in the period"), format_kroner(total, outline.language) if total else ""),
    )
    said = tuple((label, value) for label, value in pairs if value)
    return [Facts(said)] if said else []


def _background(outline: PlanOutline, _frame: Frame) -> list[Block]:
    language = outline.language
    blocks: list[Block] = [Heading(_("Background"), 1, "1"), *parts.written(outline.sections.background)]
    if outline.status:
        case = outline.status.case_number
        words = _("The county decided on restructuring status on %(day)s") % {
            "day": parts.day(outline.status.decided_on, language)
        }
        blocks += parts.written(f"{words} ({_('case')} {case})." if case else f"{words}.")
    if outline.analysis:
        analysis = outline.analysis
        pairs = (
            (_("Development analysis"), analysis.title),
            (_("Author"), analysis.author),
            (_("Finished"), parts.day(analysis.finished_on, language)),
            (_("Interviews"), str(analysis.interviews or "")),
            (_("Survey answers"), str(analysis.survey_answers or "")),
            (_("Jobs lost"), str(analysis.jobs_lost or "")),
        )
        blocks.append(Facts(tuple((label, value) for label, value in pairs if value and value != "–")))
    blocks += parts.premises_table(outline, "challenge", _("Challenges"))
    blocks += parts.premises_table(outline, "opportunity", _("Opportunities"))
    return blocks


def _vision(outline: PlanOutline, _frame: Frame) -> list[Block]:
    blocks: list[Block] = [Heading(_("Vision and main goal"), 1, "2")]
    if outline.vision:
        blocks.append(Note(outline.vision, title=_("Vision")))
    blocks += parts.written(outline.sections.vision_and_goal)
    if outline.main_goal:
        blocks += [Heading(_("Main goal"), 2, "2.1"), *parts.written(outline.main_goal.text)]
        shown = replace(outline.main_goal, text=outline.main_goal.indicator or outline.main_goal.text)
        blocks += parts.goals_table([shown], outline.language, _("The main goal year by year"))
        blocks += parts.measuring([outline.main_goal])
    blocks += parts.written(outline.main_goal_explanation)
    return blocks


def _areas(outline: PlanOutline, frame: Frame) -> list[Block]:
    blocks: list[Block] = [Heading(_("Focus areas"), 1, "3"), *parts.written(outline.sections.focus_areas)]
    blocks += parts.thread_of_areas(outline, frame.colour)
    for index, area in enumerate(outline.areas, start=1):
        blocks += _area(outline, area, f"3.{index}")
    return blocks


def _area(outline: PlanOutline, area: Area, number: str) -> list[Block]:
    titles = {premise.code: premise.title for premise in outline.premises}
    total = sum(year.value for year in area.frames)
    pairs = (
        (_("Answers"), "\n".join(f"{code} {titles.get(code, '')}".strip() for code in area.answers)),
        (_("Frame in the period"), format_kroner(total, outline.language) if total else ""),
    )
    facts = tuple((label, value) for label, value in pairs if value)
    blocks: list[Block] = [Heading(f"{area.code} {area.title}", 2, number), *parts.written(area.text)]
    blocks += [Facts(facts)] if facts else []
    blocks += parts.goals_table(area.goals, outline.language, _("Goals of %(area)s") % {"area": area.title})
    blocks += parts.measuring(area.goals, like=outline.main_goal)
    if area.activities:
        blocks += [Heading(_("Main activities"), 3), *parts.activities_list(area)]
    blocks += parts.anchoring_table(area)
    return blocks


def _organisation(outline: PlanOutline, _frame: Frame) -> list[Block]:
    return [Heading(_("Organisation"), 1, "4"), *parts.written(outline.sections.organisation)]


def _resources(outline: PlanOutline, frame: Frame) -> list[Block]:
    return [
        Heading(_("Resources and financing"), 1, "5"),
        *parts.written(outline.sections.resources),
        *parts.money_by_source(outline, outline.language),
        *parts.money_picture(outline, frame.colour),
        *parts.money_by_area(outline, outline.language),
    ]


def _communication(outline: PlanOutline, _frame: Frame) -> list[Block]:
    blocks: list[Block] = [
        Heading(_("Communication strategy"), 1, "6"),
        *parts.written(outline.sections.communication),
    ]
    rows = tuple(
        (
            activity.title,
            activity.audience,
            activity.channel,
            parts.day(activity.planned_on, outline.language),
            activity.owner or "–",
        )
        for activity in outline.communication
    )
    if rows:
        header = (_("Activity"), _("Audience"), _("Channel"), _("Day"), _("Owner"))
        blocks.append(Table(header=(header,), rows=rows, caption=_("Communication activities")))
    return blocks


def _treatment(outline: PlanOutline, _frame: Frame) -> list[Block]:
    rows = tuple(
        (
            str(Body.Kind(decision.body).label) if decision.body else "–",
            parts.day(decision.decided_on, outline.language),
            decision.case_number or "–",
            str(Decision.Result(decision.result).label) if decision.result else "–",
        )
        for decision in outline.decisions
    )
    if not rows:
        return []
    header = (_("Body"), _("Day"), _("Case"), _("Result"))
    return [
        Heading(_("Treatment"), 1, "7"),
        Table(header=(header,), rows=rows, caption=_("How the plan was treated")),
    ]
