"""Who writes analysis and communication, and which figures can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import RoleKind
from dugnad.plans.models import Analysis
from dugnad.processes.rules import has_role, may_see, may_see_drafts, may_work_on

if TYPE_CHECKING:
    from datetime import date, datetime
    from decimal import Decimal

    from dugnad.people.models import Person
    from dugnad.plans.models import CommunicationActivity
    from dugnad.processes.models import Document, Process

FIRST_YEAR, LAST_YEAR = 1700, 2200
WITHHELD = {"*", ":", ".", "..", "...", "…"}  # how NAV, SSB and Danmarks Statistik write what they withhold


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFacts:
    """One number: of what, in which year, how much (None where the source withholds it), and who says so."""

    series: str
    year: int
    value: Decimal | None
    unit: str
    source: str
    remark: str = ""
    fetched_at: datetime | None = None


def may_start_analysis(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """A process has one analysis (A-01), begun while a phase opens it."""
    has_one = Analysis.objects.filter(process=process).exists()
    return first_refusal(
        (
            refuse(_("The process already has its analysis.")) if has_one else ALLOWED,
            may_work_on(process, "edit_analysis", by=by, at=at),
        )
    )


def may_edit_analysis(analysis: Analysis, *, by: Person | None, at: datetime) -> Verdict:
    """The analysis is written until the draft goes to the steering group."""
    return may_work_on(analysis.process, "edit_analysis", by=by, at=at)


def may_see_analysis(analysis: Analysis, *, by: Person | None, at: datetime) -> Verdict:
    """A finished analysis of a published process is everyone's to read; before that, of those with a part."""
    is_finished = analysis.finished_on is not None and analysis.finished_on <= at.date()
    if is_finished and may_see(analysis.process, by=by, at=at):
        return ALLOWED
    return may_see_drafts(analysis.process, by=by, at=at)


def may_attach_report(analysis: Analysis, document: Document, *, by: Person | None, at: datetime) -> Verdict:
    """The analysis' report is a document of its own process."""
    is_own = document.process_id == analysis.process_id
    return first_refusal(
        (
            may_edit_analysis(analysis, by=by, at=at),
            ALLOWED if is_own else refuse(_("The document belongs to another process.")),
        )
    )


def may_fetch_statistics(analysis: Analysis, *, by: Person | None, at: datetime, tables: int) -> Verdict:
    """Whoever writes the analysis asks for official figures, of a place that has an official code."""
    has_code = bool(analysis.process.place.code)
    return first_refusal(
        (
            may_edit_analysis(analysis, by=by, at=at),
            ALLOWED if tables else refuse(_("Choose at least one table.")),
            ALLOWED if has_code else refuse(_("The place has no official code to ask for figures by.")),
        )
    )


def check_analysis_days(finished_on: date | None, *, at: datetime) -> Verdict:
    """An analysis is not finished in the future."""
    ahead = finished_on is not None and finished_on > at.date()
    return refuse(_("The analysis cannot be finished on a day that lies ahead.")) if ahead else ALLOWED


def check_figure(facts: FigureFacts) -> Verdict:
    """A figure says of what, in which unit and who says so, for a year that can be."""
    missing = not (facts.series.strip() and facts.unit.strip() and facts.source.strip())
    silent = refuse(
        format_lazy(_("The figure “{series}” needs a name, a unit and a source."), series=facts.series)
    )
    no_year = refuse(format_lazy(_("{year} is not a year that figures are for."), year=str(facts.year)))
    return first_refusal(
        (
            silent if missing else ALLOWED,
            ALLOWED if FIRST_YEAR <= facts.year <= LAST_YEAR else no_year,
        )
    )


def may_communicate(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Communication activities are planned from mobilisation on (A-12)."""
    return may_work_on(process, "communicate", by=by, at=at)


def may_tick_communication(
    activity: CommunicationActivity, *, by: Person | None, at: datetime, done_on: date
) -> Verdict:
    """Whoever owns it, and those who write, tick an activity off on a day that has come."""
    owns = by is not None and activity.owner_id == by.pk
    writes = has_role(activity.process, RoleKind.EDITOR, RoleKind.CONSULTANT, by=by, at=at)
    return first_refusal(
        (
            ALLOWED if owns or writes else refuse(_("Only its owner and those who write tick it off.")),
            refuse(_("It cannot be done on a day that lies ahead.")) if done_on > at.date() else ALLOWED,
        )
    )
