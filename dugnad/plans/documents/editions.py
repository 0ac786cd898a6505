"""The papers of one edition of a plan, framed as its municipality's and marked with what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.plans.documents.action import action_plan_paper
from dugnad.plans.documents.case import Case, case_paper
from dugnad.plans.documents.plan import Frame, plan_paper
from dugnad.plans.queries.comparison import changes_between
from dugnad.plans.queries.editions import body_name, decided_before, edition_findings
from dugnad.plans.queries.plans import version_outline

if TYPE_CHECKING:
    from datetime import date

    from dugnad.papers.blocks import Paper
    from dugnad.plans.queries.editions import Edition


def edition_paper(edition: Edition, *, dated: date) -> Paper:
    """Lay out the plan."""
    return plan_paper(edition.outline, _frame(edition, dated))


def edition_action_plan(edition: Edition, year: int, *, dated: date) -> Paper | None:
    """Lay out one year's action plan, or give none where the edition has none for that year."""
    found = next((row for row in edition.outline.action_plans if row.year == year), None)
    return action_plan_paper(edition.outline, found, _frame(edition, dated)) if found else None


def edition_case(
    edition: Edition, *, body: str, meeting_on: date | None, case_number: str, officer: str, dated: date
) -> Paper:
    """Lay out the case for a body, with the check, its accepted warnings, and what is new since last time."""
    with override(edition.outline.language):
        before = decided_before(edition)
        changes = changes_between(version_outline(before), edition.outline) if before else []
        case = Case(
            body=body_name(edition.plan, body),
            meeting_on=meeting_on,
            case_number=case_number,
            officer=officer,
            findings=edition_findings(edition),
            changes=[(compared.heading, compared.changes) for compared in changes],
        )
        return case_paper(edition.outline, case, _frame(edition, dated))


def _frame(edition: Edition, dated: date) -> Frame:
    place = edition.plan.process.place
    with override(edition.outline.language):
        return Frame(
            owner=place.name, colour=place.colour, dated=dated, status=_status(edition), digest=edition.digest
        )


def _status(edition: Edition) -> str:
    if edition.version is None:
        return _("Draft")
    if edition.version.is_adopted:
        return _("Adopted by the council")
    return _("Version %(number)s") % {"number": edition.version.number}
