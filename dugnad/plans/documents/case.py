"""The case paper: what a body is asked to decide, why, and what the check had to say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.kit.findings import Severity
from dugnad.kit.money import format_kroner
from dugnad.papers.blocks import (
    Block,
    Bullets,
    Changes,
    Facts,
    Heading,
    Note,
    Paper,
    Signature,
    Signatures,
    Table,
)
from dugnad.plans.documents import parts

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from dugnad.kit.findings import Finding
    from dugnad.kit.wording import Change
    from dugnad.plans.documents.plan import Frame
    from dugnad.plans.outline import PlanOutline


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is put before which body, and by whom; `changes` are since the version decided on before."""

    body: str
    meeting_on: date | None
    case_number: str
    officer: str
    findings: Sequence[Finding]
    changes: Sequence[tuple[str, Sequence[Change]]] = ()


def case_paper(outline: PlanOutline, case: Case, frame: Frame) -> Paper:
    """Lay out the case that a body decides on, with the proposal first, as councils read it."""
    with override(outline.language):
        blocks: list[Block] = [
            _facts(outline, case, frame),
            *_proposal(outline),
            *_summary(outline),
            *_process(outline),
            *_assessment(outline, frame),
            *_check(case),
            *_changed(case),
            *_attachments(outline),
            Signatures((Signature(_("Case officer"), case.officer),)),
        ]
        return Paper(
            title=outline.title,
            subtitle=_("Case for %(body)s") % {"body": case.body},
            kind=_("Case paper"),
            owner=frame.owner,
            language=outline.language,
            colour=frame.colour,
            dated=frame.dated,
            reference=case.case_number,
            status=frame.status,
            digest=frame.digest,
            blocks=tuple(blocks),
        )


def _facts(outline: PlanOutline, case: Case, frame: Frame) -> Facts:
    return Facts(
        (
            (_("Body"), case.body),
            (_("Meeting"), parts.day(case.meeting_on, outline.language)),
            (_("Case"), case.case_number or "–"),
            (_("Case officer"), case.officer or "–"),
            (_("Version digest"), frame.digest[:16] or "–"),
        )
    )


def _proposal(outline: PlanOutline) -> list[Block]:
    first = min((plan.year for plan in outline.action_plans if plan.year), default=None)
    items = [_("%(title)s is adopted.") % {"title": outline.title}]
    if first:
        items.append(_("The action plan for %(year)s is adopted.") % {"year": first})
    own = sum(line.amount or 0 for line in outline.money if line.source == "municipality")
    if own:
        words = _(
            "The municipality's own share, %(amount)s over the period, is taken into the financial plan."
        )
        items.append(words % {"amount": format_kroner(own, outline.language)})
    return [Heading(_("Proposal for a decision"), 1), Bullets(tuple(items), numbered=True)]


def _summary(outline: PlanOutline) -> list[Block]:
    blocks: list[Block] = [Heading(_("What the case is about"), 1)]
    blocks += parts.written(outline.sections.background)
    if outline.vision:
        blocks.append(Note(outline.vision, title=_("Vision")))
    if outline.main_goal:
        shown = replace(outline.main_goal, text=outline.main_goal.indicator or outline.main_goal.text)
        blocks += [Heading(_("Main goal"), 2), *parts.written(outline.main_goal.text)]
        blocks += parts.goals_table([shown], outline.language, _("The main goal year by year"))
    rows = tuple(
        (
            f"{area.code} {area.title}",
            "; ".join(goal.text for goal in area.goals) or "–",
            parts.kroner(sum(frame.value for frame in area.frames), outline.language),
        )
        for area in outline.areas
    )
    if rows:
        blocks.append(
            Table(
                header=((_("Focus area"), _("Goals"), _("Frame in the period")),),
                rows=rows,
                align=("left", "left", "right"),
                widths=(3, 5, 2.4),
                caption=_("Focus areas, goals and frames"),
            )
        )
    return blocks


def _process(outline: PlanOutline) -> list[Block]:
    rows = tuple(
        (gathering.title, parts.day(gathering.held_on, outline.language), str(gathering.participants or "–"))
        for gathering in outline.gatherings
    )
    if not rows:
        return []
    return [
        Heading(_("How the plan was made"), 1),
        Table(
            header=((_("Gathering"), _("Day"), _("Participants")),),
            rows=rows,
            caption=_("Process gatherings"),
        ),
    ]


def _assessment(outline: PlanOutline, frame: Frame) -> list[Block]:
    return [
        Heading(_("Economic consequences"), 1),
        *parts.money_by_source(outline, outline.language),
        *parts.money_picture(outline, frame.colour),
        *parts.money_by_area(outline, outline.language),
    ]


def _check(case: Case) -> list[Block]:
    """Print what the check found, and every reason somebody wrote to go on in spite of a warning."""
    blocks: list[Block] = [Heading(_("What the check of the plan says"), 1)]
    accepted = [finding for finding in case.findings if finding.accepted]
    standing = [finding for finding in case.findings if finding.is_open]
    notes = [finding for finding in case.findings if finding.severity is Severity.INFO]
    if not accepted and not standing:
        blocks += parts.written(_("The plan meets every rule for plans of its kind."))
    if standing:
        lines = tuple(f"{finding.rule}: {finding.message}" for finding in standing)
        blocks += [Heading(_("Still open"), 2), Bullets(lines)]
    if accepted:
        rows = tuple((finding.rule, str(finding.message), finding.accepted) for finding in accepted)
        blocks.append(
            Table(
                header=((_("Rule"), _("Warning"), _("Reason for accepting it")),),
                rows=rows,
                widths=(1, 4, 4),
                caption=_("Warnings accepted with a reason"),
            )
        )
    if notes:
        lines = tuple(f"{finding.rule}: {finding.message}" for finding in notes)
        blocks += [Heading(_("For information"), 2), Bullets(lines)]
    return blocks


def _changed(case: Case) -> list[Block]:
    if not case.changes:
        return []
    return [
        Heading(_("Changes since the version before"), 1),
        *(Changes(tuple(changes), title=title) for title, changes in case.changes),
    ]


def _attachments(outline: PlanOutline) -> list[Block]:
    items = [outline.title]
    items += [_("Action plan %(year)s") % {"year": plan.year} for plan in outline.action_plans if plan.year]
    if outline.analysis and outline.analysis.title:
        items.append(outline.analysis.title)
    return [Heading(_("Attachments"), 1), Bullets(tuple(items), numbered=True)]
