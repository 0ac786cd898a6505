"""Gatherings: the list with who was heard, one gathering, and the acts that record them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.gatherings import commands, queries
from dugnad.gatherings.forms import GatheringForm, MilieuxForm
from dugnad.gatherings.rules import may_record_gathering
from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.rules import may_see

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.gatherings.models import Gathering
    from dugnad.processes.models import Process


def _find_process(request: HttpRequest, process_id: int) -> Process:
    process: Process = get_object_or_404(processes_with_place(), pk=process_id)
    hide_unless(may_see(process, **who_and_when(request)))
    return process


def _find_gathering(request: HttpRequest, process_id: int, gathering_id: int) -> Gathering:
    gathering = get_object_or_404(queries.gatherings(), pk=gathering_id)
    hide_unless(may_see(gathering.process, **who_and_when(request)))
    if gathering.process_id != process_id:
        raise Http404
    return gathering


def _around(process: Process, **more: object) -> dict[str, Any]:
    return {"process": process, "place": process.place, **more}


def _back(process_id: int) -> str:
    return reverse("gatherings:list_gatherings", args=[process_id])


def list_gatherings(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the gatherings, which milieux have been heard, and which of the six outcomes are reached."""
    process = _find_process(request, process_id)
    asks = who_and_when(request)
    held = queries.gatherings_of(process)
    heard = queries.coverage(held, queries.milieux_of(process))
    context = _around(
        process,
        gatherings=held,
        today=asks["at"].date(),
        heard=heard,
        rows=[row.cells for row in heard],
        columns=_columns(held),
        outcomes=queries.outcomes_reached(held),
        may_record=may_record_gathering(process, **asks),
    )
    return render(request, "gatherings/list.html", context)


def _columns(held: list[Gathering]) -> list[tuple[str, str]]:
    numbers = [*(row.title for row in held), _("Otherwise"), _("Sum")]
    return [(_("Milieu"), ""), *((title, "number") for title in numbers)]


def show_gathering(request: HttpRequest, process_id: int, gathering_id: int) -> HttpResponse:
    """Show one gathering: what happened, who was there, and what came of it."""
    gathering = _find_gathering(request, process_id, gathering_id)
    context = _around(
        gathering.process,
        gathering=gathering,
        today=who_and_when(request)["at"].date(),
        outcomes=queries.outcomes_reached([gathering]),
        heard=queries.coverage([gathering], gathering.milieux.all()),
        may_record=may_record_gathering(gathering.process, **who_and_when(request)),
    )
    return render(request, "gatherings/show.html", context)


def record_gathering(request: HttpRequest, process_id: int) -> HttpResponse:
    """Write down that people met, or will meet."""
    process, asks = _find_process(request, process_id), who_and_when(request)
    enforce(may_record_gathering(process, **asks))
    form = GatheringForm(request.POST or None)
    if acted(request, form, lambda _data: commands.record_gathering(process, facts=form.facts(), **asks)):
        messages.success(request, _("The gathering is written down."))
        return redirect(_back(process_id))
    context = _around(process, label=_("Save the gathering"), back=_back(process_id))
    return show_form(request, "gatherings/edit.html", form, **context)


def edit_gathering(request: HttpRequest, process_id: int, gathering_id: int) -> HttpResponse:
    """Change the record of a gathering; whoever comes second sees both, and saves upon the first."""
    gathering, asks = _find_gathering(request, process_id, gathering_id), who_and_when(request)
    enforce(may_record_gathering(gathering.process, **asks))
    initial = queries.words_of(gathering) | {"revision": gathering.revision}
    form = GatheringForm(request.POST or None, initial=initial)
    page = reverse("gatherings:show_gathering", args=[process_id, gathering_id])
    context = _around(gathering.process, gathering=gathering, label=_("Save the gathering"), back=page)
    if request.method == "POST" and request.POST.get("revision") != str(gathering.revision):
        return _show_both(request, gathering, initial, context)
    if acted(request, form, lambda data: _edit(gathering, form, revision=data["revision"], asks=asks)):
        messages.success(request, _("The gathering is changed."))
        return redirect(page)
    return show_form(request, "gatherings/edit.html", form, **context)


def _edit(gathering: Gathering, form: GatheringForm, *, revision: int, asks: dict[str, Any]) -> None:
    commands.edit_gathering(gathering, revision=revision, facts=form.facts(), **asks)


def _show_both(
    request: HttpRequest, gathering: Gathering, words: dict[str, Any], context: dict[str, Any]
) -> HttpResponse:
    data = request.POST.copy()
    data["revision"] = str(gathering.revision)
    form = GatheringForm(data, initial=words)
    form.is_valid()
    context |= {"form": form, "differing": form.differing(words)}
    return render(request, "gatherings/edit.html", context, status=409)


def remove_gathering(request: HttpRequest, process_id: int, gathering_id: int) -> HttpResponse:
    """Take a gathering out that was written down by mistake, after asking once."""
    gathering, asks = _find_gathering(request, process_id, gathering_id), who_and_when(request)
    enforce(may_record_gathering(gathering.process, **asks))
    form = Form(request.POST or None)
    if acted(request, form, lambda _data: commands.remove_gathering(gathering, **asks)):
        messages.success(request, _("The gathering is taken out."))
        return redirect(_back(process_id))
    context = _around(
        gathering.process,
        title=_("Take “%(title)s” out?") % {"title": gathering.title},
        losses=[_("its outcomes and their evidence"), _("the count of who was there")],
        label=_("Take it out"), cancel=_back(process_id), crumb=gathering.title,
        crumb_href=reverse("gatherings:show_gathering", args=[process_id, gathering_id]),
    )  # fmt: skip
    return show_form(request, "components/confirm.html", form, **context)


def reach_milieux(request: HttpRequest, process_id: int) -> HttpResponse:
    """Write down which milieux were reached otherwise: by interviews, visits, letters or a hearing."""
    process, asks = _find_process(request, process_id), who_and_when(request)
    enforce(may_record_gathering(process, **asks))
    initial = queries.milieu_words(queries.reached_otherwise(process))
    form = MilieuxForm(request.POST or None, initial=initial)
    if acted(request, form, lambda _data: commands.reach_milieux(process, milieux=form.milieux(), **asks)):
        messages.success(request, _("The milieux are written down."))
        return redirect(_back(process_id))
    context = _around(process, label=_("Save"), back=_back(process_id))
    return show_form(request, "gatherings/milieux.html", form, **context)
