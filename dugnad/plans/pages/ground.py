"""What the pages of analysis, communication and reading have in common: finding, writing side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import Outdated, Refused
from dugnad.kit.wording import compare_words
from dugnad.plans.forms.draft import Draft, beginning, differences, seal, upon
from dugnad.plans.forms.piece import Piece
from dugnad.plans.queries.analysis import analysis_of
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.rules import may_see, may_see_drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django_stubs_ext import StrOrPromise

    from dugnad.plans.models import Analysis
    from dugnad.processes.models import Process


def find_process(request: HttpRequest, process_id: int) -> Process:
    """Give the process with its phases, or answer 404: a draft is not there for those outside it."""
    process = _process(process_id)
    hide_unless(may_see(process, **who_and_when(request)))
    return process


def find_inside(request: HttpRequest, process_id: int) -> Process:
    """Give the process for those who have a part in it; for others this page of it is not there."""
    process = _process(process_id)
    hide_unless(may_see_drafts(process, **who_and_when(request)))
    return process


def _process(process_id: int) -> Process:
    processes = processes_with_place().prefetch_related("phases")
    process: Process = get_object_or_404(processes, pk=process_id)
    return process


def find_analysis(request: HttpRequest, process_id: int) -> Analysis:
    """Give the analysis for those who have a part in its process, or answer 404."""
    analysis = analysis_of(find_inside(request, process_id))
    if analysis is None:
        raise Http404
    return analysis


def around(process: Process, **more: object) -> dict[str, Any]:
    """Give what every page of a process needs."""
    return {"process": process, "place": process.place, **more}


def act(
    request: HttpRequest,
    process: Process,
    form: Form,
    command: Callable[[dict[str, Any]], object],
    *,
    back: str,
    done: StrOrPromise,
    template: str = "plans/analysis_act.html",
    **words: object,
) -> HttpResponse:
    """Show a form that does one thing, or do it, say so and go `back`; `words` are the page's."""
    if acted(request, form, command):
        messages.success(request, str(done))
        return redirect(back)
    return show_form(request, template, form, **around(process, back=back, **words))


def write(request: HttpRequest, piece: Piece) -> HttpResponse:
    """Show the form of one thing, save it, or show both wordings when somebody else was first."""
    words = piece.words(piece.row)
    form = piece.form(request.POST or None, initial=beginning(words, piece.row.revision))
    if request.method == "POST" and form.is_valid():
        try:
            _save(piece, form)
        except Outdated as outdated:
            return _show_both(request, piece, form, outdated.current)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect(piece.back)
    return show_form(request, "plans/analysis_act.html", form, **_context(piece))


def _save(piece: Piece, form: Draft) -> None:
    try:
        piece.act(piece.row, form.cleaned_data["revision"], form)
    except Outdated as outdated:
        current: Any = outdated.current
        if seal(piece.words(current)) != form.cleaned_data["seen"]:
            raise
        piece.act(current, current.revision, form)


def _context(piece: Piece) -> dict[str, Any]:
    words = {"title": piece.title, "label": _("Save"), "back": piece.back, "remove": piece.remove}
    return around(piece.process, writing=piece, hold=True, **words, **piece.more)


def _show_both(request: HttpRequest, piece: Piece, form: Draft, current: Any) -> HttpResponse:
    words = piece.words(current)
    differing = [
        (each, compare_words(each.theirs, each.yours) if each.is_text else None)
        for each in differences(form, words)
    ]
    again = piece.form(upon(request.POST, words, current.revision))
    context = {**_context(piece), "form": again, "differing": differing}
    return render(request, "plans/analysis_conflict.html", context, status=409)


def confirm(
    request: HttpRequest,
    process: Process,
    command: Callable[[int], object],
    *,
    revision: int,
    back: str,
    done: StrOrPromise,
    **words: object,
) -> HttpResponse:
    """Ask before taking something away; whoever asks on words that have changed meanwhile sees them first."""
    form = Draft(request.POST or None, initial=beginning({}, revision))
    context: dict[str, Any] = {"danger": True, "label": _("Take out"), **words}
    return act(
        request, process, form, lambda data: command(data["revision"]), back=back, done=done, **context
    )
