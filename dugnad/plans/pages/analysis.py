"""The development analysis: read by everyone once it is finished, and written by those who have a part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.analysis import AnalysisForm, PremiseForm, ReportForm
from dugnad.plans.forms.draft import beginning
from dugnad.plans.forms.piece import Piece
from dugnad.plans.pages.ground import (
    act,
    around,
    confirm,
    find_analysis,
    find_inside,
    find_process,
    write,
)
from dugnad.plans.queries import analysis as queries
from dugnad.plans.queries.figures import latest_fetch
from dugnad.plans.queries.ground import ground_of
from dugnad.plans.rules.grounds import may_edit_analysis, may_see_analysis, may_start_analysis
from dugnad.processes.rules import may_see_drafts
from dugnad.processes.rules.files import may_read_document

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.forms.draft import Draft
    from dugnad.plans.models import Analysis, Premise
    from dugnad.processes.models import Process


def back_to(process_id: int) -> str:
    """Give the address of the analysis."""
    return reverse("plans:open_analysis", args=[process_id])


def open_analysis(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the analysis; to those outside only when it is finished, else that there is none yet."""
    process, asks = find_process(request, process_id), who_and_when(request)
    analysis = queries.analysis_of(process)
    if analysis is None or not may_see_analysis(analysis, **asks):
        verdict = may_start_analysis(process, **asks) if analysis is None else None
        return render(request, "plans/analysis_none.html", around(process, may_start=verdict))
    return render(request, "plans/analysis.html", around(process, **_shown(analysis, asks)))


def _shown(analysis: Analysis, asks: dict[str, Any]) -> dict[str, Any]:
    inside = bool(may_see_drafts(analysis.process, **asks))
    report = analysis.document
    return {
        "analysis": analysis,
        "is_insider": inside,
        "may_edit": may_edit_analysis(analysis, **asks) if inside else None,
        "share_lost": queries.share_lost(analysis),
        "report": report if report and may_read_document(report, **asks) else None,
        "ground": ground_of(analysis, by_draft=inside, language=get_language() or "nb"),
        "progress": latest_fetch(analysis, at=asks["at"]) if inside else None,
    }


def start_analysis(request: HttpRequest, process_id: int) -> HttpResponse:
    """Begin the analysis of a process."""
    process, asks = find_inside(request, process_id), who_and_when(request)
    enforce(may_start_analysis(process, **asks))
    initial = beginning({"title": _("Development analysis for %(place)s") % {"place": process.place.name}}, 1)
    form = AnalysisForm(request.POST or None, initial=initial)
    return act(
        request, process, form, lambda _data: commands.start_analysis(process, facts=form.facts(), **asks),
        back=back_to(process_id), done=_("The analysis is begun."), title=_("Begin the analysis"),
        label=_("Begin the analysis"), hold=True,
    )  # fmt: skip


def edit_analysis(request: HttpRequest, process_id: int) -> HttpResponse:
    """Change what is known of the analysis."""
    analysis, asks = find_analysis(request, process_id), who_and_when(request)
    _refuse_early(request, analysis)

    def save(row: Any, revision: int, form: Draft) -> None:
        facts = commands.AnalysisFacts(**form.values())
        commands.edit_analysis(row, revision=revision, facts=facts, **asks)

    piece = Piece(
        process=analysis.process, row=analysis, form=AnalysisForm, words=queries.analysis_words,
        act=save, title=_("Facts and summary"), back=back_to(process_id),
    )  # fmt: skip
    return write(request, piece)


def _refuse_early(request: HttpRequest, analysis: Analysis) -> None:
    """Tell whoever may not write before they have typed; what is posted is judged by its command."""
    if request.method != "POST":
        enforce(may_edit_analysis(analysis, **who_and_when(request)))


def add_premise(request: HttpRequest, process_id: int, kind: str) -> HttpResponse:
    """Add a challenge or an opportunity; the next free code is proposed."""
    analysis, asks = find_analysis(request, process_id), who_and_when(request)
    _refuse_early(request, analysis)
    initial = {"kind": kind, "code": queries.free_code(analysis, kind), "revision": 1}
    form = PremiseForm(request.POST or None, initial=initial, is_new=True)
    return act(
        request, analysis.process, form,
        lambda _data: commands.add_premise(analysis, **form.values(), **asks),
        back=f"{back_to(process_id)}#found", done=_("Added."), label=_("Add"),
        title=_("Add a challenge") if kind == "challenge" else _("Add an opportunity"), hold=True,
    )  # fmt: skip


def _find_premise(request: HttpRequest, process_id: int, premise_id: int) -> tuple[Process, Premise]:
    analysis = find_analysis(request, process_id)
    _refuse_early(request, analysis)
    premise = get_object_or_404(queries.premises(analysis), pk=premise_id)
    premise.analysis = analysis
    return analysis.process, premise


def edit_premise(request: HttpRequest, process_id: int, premise_id: int) -> HttpResponse:
    """Change a challenge or an opportunity."""
    process, premise = _find_premise(request, process_id, premise_id)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.edit_premise(row, revision=revision, **form.values(), **who_and_when(request))

    remove = reverse("plans:remove_premise", args=[process_id, premise_id])
    piece = Piece(
        process=process, row=premise, form=PremiseForm, words=queries.premise_words, act=save,
        title=str(premise), back=f"{back_to(process_id)}#found", remove=remove,
    )  # fmt: skip
    return write(request, piece)


def remove_premise(request: HttpRequest, process_id: int, premise_id: int) -> HttpResponse:
    """Take a challenge or an opportunity out, after asking once."""
    process, premise = _find_premise(request, process_id, premise_id)
    command = partial(commands.remove_premise, premise, **who_and_when(request))
    return confirm(
        request, process, lambda revision: command(revision=revision), revision=premise.revision,
        back=f"{back_to(process_id)}#found", done=_("Taken out."),
        title=_("Take “%(premise)s” out?") % {"premise": premise},
        points=[_("Areas no longer answer it."), _("Its code is not used again; versions keep it.")],
    )  # fmt: skip


def attach_report(request: HttpRequest, process_id: int) -> HttpResponse:
    """Choose which of the process's documents is the analysis' report."""
    analysis, asks = find_analysis(request, process_id), who_and_when(request)
    _refuse_early(request, analysis)
    documents = queries.reports_to_attach(analysis.process)
    initial = {"document": analysis.document_id}
    form = ReportForm(request.POST or None, documents=documents, initial=initial)
    chosen = {row.pk: row for row in documents}
    return act(
        request, analysis.process, form,
        lambda data: commands.attach_report(analysis, document=chosen.get(data["document"]), **asks),
        back=back_to(process_id), done=_("Saved."), title=_("The report of the analysis"), label=_("Save"),
        points=[] if chosen else [_("Add the report to the process's documents first.")],
    )  # fmt: skip
