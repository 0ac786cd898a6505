"""The plan as a paper, under its six headings (IN6), in the language of its process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.papers.blocks import Block, Bullets, Contents, Facts, Heading, Note, Paper, Table
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
        blocks: list[Block] = [Contents(depth=2)]
        chapters = (_background, _vision, _areas, _organisation, _resources, _communication, _treatment)
        for chapter in chapters:
            blocks += chapter(outline)
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


def _background(outline: PlanOutline) -> list[Block]:
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


def _vision(outline: PlanOutline) -> list[Block]:
    blocks: list[Block] = [Heading(_("Vision and main goal"), 1, "2")]
    if outline.vision:
        blocks.append(Note(outline.vision, title=_("Vision")))
    blocks += parts.written(outline.sections.vision_and_goal)
    if outline.main_goal:
        blocks += [Heading(_("Main goal"), 2, "2.1"), *parts.written(outline.main_goal.text)]
        blocks += parts.goal_facts(outline.main_goal, outline.language)
        blocks += parts.targets_table([outline.main_goal], outline.language)
    blocks += parts.written(outline.main_goal_explanation)
    return blocks


def _areas(outline: PlanOutline) -> list[Block]:
    blocks: list[Block] = [Heading(_("Focus areas"), 1, "3"), *parts.written(outline.sections.focus_areas)]
    for index, area in enumerate(outline.areas, start=1):
        blocks += _area(outline, area, f"3.{index}")
    return blocks


def _area(outline: PlanOutline, area: Area, number: str) -> list[Block]:
    titles = {premise.code: premise.title for premise in outline.premises}
    blocks: list[Block] = [Heading(f"{area.code} {area.title}", 2, number), *parts.written(area.text)]
    if area.answers:
        blocks += [
            Heading(_("Answers"), 3),
            Bullets(tuple(f"{code} {titles.get(code, '')}".strip() for code in area.answers)),
        ]
    if area.goals:
        blocks.append(Heading(_("Goals"), 3))
        for goal in area.goals:
            blocks += [*parts.written(goal.text), *parts.goal_facts(goal, outline.language)]
        blocks += parts.targets_table(area.goals, outline.language)
    if area.activities:
        blocks += [Heading(_("Main activities"), 3), *parts.activities_list(area)]
    blocks += parts.anchoring_table(area)
    return blocks


def _organisation(outline: PlanOutline) -> list[Block]:
    return [Heading(_("Organisation"), 1, "4"), *parts.written(outline.sections.organisation)]


def _resources(outline: PlanOutline) -> list[Block]:
    return [
        Heading(_("Resources and financing"), 1, "5"),
        *parts.written(outline.sections.resources),
        *parts.money_by_source(outline, outline.language),
        *parts.money_by_area(outline, outline.language),
    ]


def _communication(outline: PlanOutline) -> list[Block]:
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


def _treatment(outline: PlanOutline) -> list[Block]:
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
