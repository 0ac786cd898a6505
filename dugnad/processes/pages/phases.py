"""The path: phases ended, skipped and renamed, and what can be done with the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes import commands
from dugnad.processes.forms import processes as forms
from dugnad.processes.pages.acting import act_page, find_part, find_process
from dugnad.processes.queries import path
from dugnad.processes.queries.acts import phase_acts, process_acts
from dugnad.processes.rules import may_end_phase, may_lead, may_skip_phase

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

COMING = "…"  # the reason is asked for on the next page


def show_path(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show each phase with what it is for, its doors, and what can be done with it."""
    process = find_process(request, process_id)
    own = phase_acts(process, **who_and_when(request))
    context = {
        "process": process,
        "place": process.place,
        "rows": [(step, own[step.phase_id or 0]) for step in path.path_of(process)],
        "acts": process_acts(process, **who_and_when(request)),
        "may_lead": may_lead(process, **who_and_when(request)),
    }
    return render(request, "processes/path.html", context)


def _back(process_id: int) -> str:
    return reverse("processes:show_path", args=[process_id])


def end_phase(request: HttpRequest, process_id: int, phase_id: int) -> HttpResponse:
    """End a phase that no decision closes."""
    phase = find_part(request, path.phases_with_process(), process_id, phase_id)
    enforce(may_end_phase(phase, **who_and_when(request)))
    points = [_("The phase is marked as done, and the next one opens."), _("It cannot be opened again.")]
    return act_page(
        request, phase.process, forms.EmptyForm(request.POST or None),
        lambda _data: commands.end_phase(phase, **who_and_when(request)),
        back=_back(process_id), done=_("The phase has ended."), label=_("End the phase"), points=points,
        title=_("End the phase “%(phase)s”?") % {"phase": phase.title},
    )  # fmt: skip


def skip_phase(request: HttpRequest, process_id: int, phase_id: int) -> HttpResponse:
    """Leave out a recommended phase, with a reason."""
    phase = find_part(request, path.phases_with_process(), process_id, phase_id)
    enforce(may_skip_phase(phase, reason=COMING, **who_and_when(request)))
    points = [
        _("The phase is recommended, not demanded: it may be left out with a reason."),
        _("The reason stands on the path, where everyone who sees the process can read it."),
    ]
    return act_page(
        request, phase.process, forms.ReasonForm(request.POST or None),
        lambda data: commands.skip_phase(phase, **data, **who_and_when(request)),
        back=_back(process_id), done=_("The phase is skipped."), label=_("Skip the phase"), points=points,
        title=_("Skip the phase “%(phase)s”?") % {"phase": phase.title}, danger=True,
    )  # fmt: skip


def rename_phase(request: HttpRequest, process_id: int, phase_id: int) -> HttpResponse:
    """Call a phase what the municipality calls it."""
    phase = find_part(request, path.phases_with_process(), process_id, phase_id)
    enforce(may_lead(phase.process, **who_and_when(request)))
    form = forms.RenameForm(request.POST or None, initial={"title": phase.title})
    return act_page(
        request, phase.process, form,
        lambda data: commands.rename_phase(phase, **data, **who_and_when(request)),
        back=_back(process_id), done=_("The phase has its new name."), label=_("Rename"),
        title=_("Rename the phase “%(phase)s”") % {"phase": phase.title},
        points=[_("The name holds in this process alone.")],
    )  # fmt: skip
