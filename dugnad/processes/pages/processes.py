"""Processes: listed, started, described, published, copied, entered midway, paused and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes import commands
from dugnad.processes.forms import processes as forms
from dugnad.processes.models import Process
from dugnad.processes.pages.acting import act_page, find_process
from dugnad.processes.pages.words import STATE_WORDS
from dugnad.processes.queries import path, processes
from dugnad.processes.rules import may_lead, may_publish, may_start
from dugnad.processes.rules.start import may_start_somewhere

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 20


def list_processes(request: HttpRequest) -> HttpResponse:
    """List what the reader may see: all that is published, and their own."""
    seen = processes.processes_seen(**who_and_when(request))
    form = forms.ListForm(request.GET, places=processes.places_of(seen), states=Process.State.choices)
    found = processes.narrowed(seen, **form.chosen())
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "query": form.as_query(),
        "may_start": may_start_somewhere(**who_and_when(request)),
    }
    return render(request, "processes/list.html", context)


def start_process(request: HttpRequest) -> HttpResponse:
    """Start a process, after a look at the path its dates would give."""
    enforce(may_start_somewhere(**who_and_when(request)))
    places = processes.places_to_start_in(request.user, at=request.now)  # type: ignore[arg-type, attr-defined]
    initial = processes.first_choices(places, at=request.now)  # type: ignore[attr-defined]
    form = forms.StartForm(request.POST or None, places=places, initial=initial)
    made: list[Process] = []
    if "preview" not in request.POST and acted(
        request, form, lambda _data: made.append(_start(request, form))
    ):
        messages.success(request, _("The process has started. Next: name those who have a part in it."))
        return redirect(made[0].address)
    preview = path.preview(**form.planned()) if form.is_bound and form.is_valid() else {}
    return show_form(request, "processes/start.html", form, **preview)


def _start(request: HttpRequest, form: forms.StartForm) -> Process:
    return commands.start_process(form.cleaned_data["place"], **form.start(), **who_and_when(request))


def edit_process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Change title, purpose and mandate."""
    process = find_process(request, process_id)
    enforce(may_lead(process, **who_and_when(request)))
    initial = {"title": process.title, "purpose": process.purpose, "mandate": process.mandate}
    form = forms.EditForm(request.POST or None, initial=initial)
    return act_page(
        request, process, form,
        lambda data: commands.edit_process(process, **data, **who_and_when(request)),
        back=process.address, done=_("Saved."), title=_("Purpose and mandate"), label=_("Save"), hold=True,
    )  # fmt: skip


def publish_process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Let anyone see the process."""
    process = find_process(request, process_id)
    enforce(may_publish(process, **who_and_when(request)))
    points = [
        _("Anyone can see the path, the deadlines, the people, open decisions and public documents."),
        _("Drafts, comments and what was decided behind closed doors stay hidden."),
        _("People can follow the process by mail."),
    ]  # fmt: skip
    return act_page(
        request, process, forms.EmptyForm(request.POST or None),
        lambda _data: commands.publish_process(process, **who_and_when(request)),
        back=process.address, done=_("The process is published."), title=_("Publish the process?"),
        points=points, label=_("Publish the process"),
    )  # fmt: skip


def copy_process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Start a new process made after this one."""
    process = find_process(request, process_id)
    enforce(may_start(process.place, **who_and_when(request)))
    initial = {"title": process.title, "starts_on": timezone.localdate(request.now)}  # type: ignore[attr-defined]
    form = forms.CopyForm(request.POST or None, initial=initial)
    points = [
        _("The new process gets the same purpose, mandate and people."),
        _("Its path begins anew; plans, decisions and documents stay where they are."),
    ]
    return act_page(
        request, process, form,
        lambda data: commands.copy_process(process, **data, **who_and_when(request)),
        back=process.address, done=_("The copy has been made; you find it among your processes."),
        title=_("Copy the process"), points=points, label=_("Make the copy"),
    )  # fmt: skip


def enter_midway(request: HttpRequest, process_id: int) -> HttpResponse:
    """Take up work that has already come some way."""
    process = find_process(request, process_id)
    enforce(may_lead(process, **who_and_when(request)))
    form = forms.MidwayForm(request.POST or None, phases=path.phases_of(process))
    points = [
        _("The phases before it are marked as done."),
        _("Their decisions stay open until you record each of them in retrospect."),
    ]
    return act_page(
        request, process, form,
        lambda data: commands.enter_midway(process, **data, **who_and_when(request)),
        back=process.address, done=_("The process has been taken up midway."),
        title=_("Take up work that is under way"), points=points, label=_("Take it up here"),
    )  # fmt: skip


def change_state(request: HttpRequest, process_id: int, state: str) -> HttpResponse:
    """Pause, resume, withdraw or close."""
    process = find_process(request, process_id)
    enforce(may_lead(process, **who_and_when(request)))
    form_kind = forms.EmptyForm if state == Process.State.RUNNING else forms.ReasonForm
    return act_page(
        request, process, form_kind(request.POST or None),
        lambda data: commands.change_state(process, state=state, **data, **who_and_when(request)),
        back=process.address, **STATE_WORDS[state],
    )  # fmt: skip
