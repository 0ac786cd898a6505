"""The development analysis: its facts, its figures, and what it found."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.plans.commands.writing import write_row
from dugnad.plans.models import Analysis, Figure, Premise
from dugnad.plans.rules.codes import code_is_free
from dugnad.plans.rules.grounds import (
    FigureFacts,
    check_analysis_days,
    check_figure,
    may_attach_report,
    may_edit_analysis,
    may_start_analysis,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Document, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisFacts:
    """What is known of the analysis itself; counts are whole persons or jobs."""

    title: str
    author: str = ""
    finished_on: date | None = None
    summary: str = ""
    interviews: int | None = None
    survey_answers: int | None = None
    jobs_lost: int | None = None
    jobs_lost_ripple: int | None = None
    employed: int | None = None
    employed_year: int | None = None


@transaction.atomic
def start_analysis(process: Process, *, by: Person, at: datetime, facts: AnalysisFacts) -> Analysis:
    """Begin the development analysis of a process; it is a document of its own (A-01).

    Raises:
        Refused: when the process has one, no open phase allows it, or its days cannot be.
    """
    enforce(
        first_refusal(
            (may_start_analysis(process, by=by, at=at), check_analysis_days(facts.finished_on, at=at))
        )
    )
    analysis = Analysis.objects.create(process=process, **asdict(facts))
    _log(analysis, "analysis.started", by=by, at=at, title=facts.title)
    return analysis


@transaction.atomic
def edit_analysis(
    analysis: Analysis, *, by: Person, at: datetime, revision: int, facts: AnalysisFacts
) -> None:
    """Change what is known of the analysis.

    Raises:
        Refused: when no open phase lets this person write it, or its days cannot be.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(
        first_refusal(
            (may_edit_analysis(analysis, by=by, at=at), check_analysis_days(facts.finished_on, at=at))
        )
    )
    write_row(analysis, revision=revision, **asdict(facts))
    _log(analysis, "analysis.edited", by=by, at=at, title=facts.title)


@transaction.atomic
def set_figures(
    analysis: Analysis, *, by: Person, at: datetime, figures: Sequence[FigureFacts]
) -> tuple[int, int]:
    """Write figures, each once a series and year; tell how many are new and how many were changed.

    Raises:
        Refused: when no open phase lets this person write, or a figure cannot be.
    """
    enforce(first_refusal((may_edit_analysis(analysis, by=by, at=at), *map(check_figure, figures))))
    made = 0
    for facts in figures:
        columns = asdict(facts)
        key = {"series": columns.pop("series"), "year": columns.pop("year")}
        _row, is_new = Figure.objects.update_or_create(analysis=analysis, **key, defaults=columns)
        made += is_new
    changed = len(figures) - made
    series = sorted({facts.series for facts in figures})
    _log(analysis, "figures.set", by=by, at=at, series=series, added=made, changed=changed)
    return made, changed


@transaction.atomic
def write_series(
    analysis: Analysis, *, by: Person, at: datetime, series: str, figures: Sequence[FigureFacts]
) -> None:
    """Write a whole series anew, under its old name or another; years that are left out go.

    Raises:
        Refused: when no open phase lets this person write, or a figure cannot be.
    """
    enforce(first_refusal((may_edit_analysis(analysis, by=by, at=at), *map(check_figure, figures))))
    analysis.figures.filter(series=series).delete()
    for facts in figures:
        columns = asdict(facts)
        key = {"series": columns.pop("series"), "year": columns.pop("year")}
        Figure.objects.update_or_create(analysis=analysis, **key, defaults=columns)
    _log(analysis, "series.written", by=by, at=at, series=series, figures=len(figures))


@transaction.atomic
def attach_report(analysis: Analysis, *, by: Person, at: datetime, document: Document | None) -> None:
    """Hang the report that the analysis was made in on it; None takes it off.

    Raises:
        Refused: when no open phase lets this person write, or the document belongs elsewhere.
    """
    enforce(
        may_attach_report(analysis, document, by=by, at=at)
        if document
        else may_edit_analysis(analysis, by=by, at=at)
    )
    write_row(analysis, revision=analysis.revision, document=document)
    _log(analysis, "report.attached", by=by, at=at, title=document.title if document else "")


@transaction.atomic
def remove_series(analysis: Analysis, *, by: Person, at: datetime, series: str) -> int:
    """Take all figures of one series out; tell how many.

    Raises:
        Refused: when no open phase lets this person write.
    """
    enforce(may_edit_analysis(analysis, by=by, at=at))
    count, _details = analysis.figures.filter(series=series).delete()
    _log(analysis, "series.removed", by=by, at=at, series=series, figures=count)
    return count


@transaction.atomic
def add_premise(
    analysis: Analysis, *, by: Person, at: datetime, kind: str, code: str, title: str, text: str = ""
) -> Premise:
    """Add a challenge or opportunity that the plan must answer.

    Raises:
        Refused: when no open phase lets this person write, or the code is taken.
    """
    enforce(first_refusal((may_edit_analysis(analysis, by=by, at=at), code_is_free(analysis, code))))
    premise = Premise.objects.create(analysis=analysis, kind=kind, code=code, title=title, text=text)
    _log(analysis, "premise.added", by=by, at=at, kind=kind, code=code, title=title)
    return premise


@transaction.atomic
def edit_premise(
    premise: Premise, *, by: Person, at: datetime, revision: int, kind: str, title: str, text: str
) -> None:
    """Change a challenge or opportunity; its code stays what it is.

    Raises:
        Refused: when no open phase lets this person write.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_analysis(premise.analysis, by=by, at=at))
    write_row(premise, revision=revision, kind=kind, title=title, text=text)
    _log(premise.analysis, "premise.edited", by=by, at=at, code=premise.code, title=title)


@transaction.atomic
def remove_premise(premise: Premise, *, by: Person, at: datetime, revision: int) -> None:
    """Take a challenge or opportunity out; versions that answered it keep it.

    Raises:
        Refused: when no open phase lets this person write.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_analysis(premise.analysis, by=by, at=at))
    write_row(premise, revision=revision, removed_at=at)
    _log(premise.analysis, "premise.removed", by=by, at=at, code=premise.code, title=premise.title)


def _log(analysis: Analysis, verb: str, *, by: Person, at: datetime, **content: Any) -> None:
    record(
        verb,
        subject=f"analysis/{analysis.pk}",
        process_id=analysis.process_id,
        by=by,
        at=at,
        content=content,
    )
