"""Deadlines: page, timeline and calendar feed; and the dates they are planned from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes import commands
from dugnad.processes.documents.calendar import write_calendar
from dugnad.processes.forms.deadlines import DeadlineForm, MoveForm, RetentionForm
from dugnad.processes.forms.processes import TimesForm
from dugnad.processes.pages.acting import act_page, find_part, find_process
from dugnad.processes.queries import acts, calendar, deadlines, path, roles
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.rules import may_see
from dugnad.processes.rules.times import may_move_deadline, may_plan_times, may_set_retention

if TYPE_CHECKING:
    from django.http import HttpRequest

    from dugnad.processes.models import Process

COMING = "…"
RETENTION = (
    gettext_lazy("When the process is over and the day has passed, personal text is erased by itself."),
    gettext_lazy(
        "Erased: comments and notes, names in the journal, and who read drafts, followed by mail, was called"
        " to a meeting from outside, or stood for communication."
    ),
    gettext_lazy("Kept as archive material: decisions, minutes, plans, their versions, and documents."),
)


def _back(process_id: int) -> str:
    return reverse("processes:list_deadlines", args=[process_id])


def list_deadlines(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the deadlines as a picture and a list, with what may be done with each."""
    process = find_process(request, process_id)
    who = who_and_when(request)
    rows = acts.deadline_acts(process, **who)
    context = {
        "process": process,
        "place": process.place,
        "rows": rows,
        "picture": deadlines.picture_of(process, [row.deadline for row in rows], at=who["at"]),
        "period": deadlines.current_period(process),
        "may_plan": may_plan_times(process, **who),
        "may_keep": may_set_retention(process, **who),
        "calendar": calendar.address_for(process, who["by"]),
    }
    return render(request, "processes/deadlines.html", context)


def add_deadline(request: HttpRequest, process_id: int) -> HttpResponse:
    """Add a deadline of one's own."""
    process = find_process(request, process_id)
    enforce(may_plan_times(process, **who_and_when(request)))
    people, phases = roles.people_in(process), path.phases_of(process)
    form = DeadlineForm(request.POST or None, people=people, phases=phases)
    return act_page(
        request, process, form,
        lambda data: commands.add_deadline(process, **data, **who_and_when(request)),
        back=_back(process_id), done=_("The deadline has been added."), title=_("Add a deadline"),
        label=_("Add the deadline"),
    )  # fmt: skip


def move_deadline(request: HttpRequest, process_id: int, deadline_id: int) -> HttpResponse:
    """Put a deadline on another day, with the reason."""
    deadline = find_part(request, deadlines.deadlines_with_process(), process_id, deadline_id)
    enforce(may_move_deadline(deadline, reason=COMING, **who_and_when(request)))
    form = MoveForm(request.POST or None, initial={"due_on": deadline.due_on})
    return act_page(
        request, deadline.process, form,
        lambda data: commands.move_deadline(deadline, **data, **who_and_when(request)),
        back=_back(process_id), done=_("The deadline has been moved."), label=_("Move the deadline"),
        title=_("Move “%(deadline)s”") % {"deadline": deadline.title},
        points=[_("From now on it stays where you put it, also when other dates change.")],
    )  # fmt: skip


@require_POST
def finish_deadline(request: HttpRequest, process_id: int, deadline_id: int) -> HttpResponse:
    """Tick a deadline off."""
    deadline = find_part(request, deadlines.deadlines_with_process(), process_id, deadline_id)
    commands.finish_deadline(deadline, **who_and_when(request))
    messages.success(request, _("“%(deadline)s” is ticked off.") % {"deadline": deadline.title})
    return redirect(_back(process_id))


def set_period(request: HttpRequest, process_id: int) -> HttpResponse:
    """Change the dates that all is planned from, after a look at what they move."""
    process = find_process(request, process_id)
    enforce(may_plan_times(process, **who_and_when(request)))
    form = TimesForm(request.POST or None, initial=deadlines.present_dates(process))
    moved: list[int] = []
    if "preview" not in request.POST and acted(
        request, form, lambda _data: moved.append(_set(request, process_id, form))
    ):
        messages.success(request, _moved(moved[0]))
        return redirect(_back(process_id))
    return show_form(request, "processes/period.html", form, **_looked_at(process, form))


def _looked_at(process: Process, form: TimesForm) -> dict[str, Any]:
    context: dict[str, Any] = {"process": process, "place": process.place}
    if form.is_bound and form.is_valid():
        context["moves"] = deadlines.planned_moves(process, **form.dates())
    return {**context, "periods": deadlines.periods_of(process)}


def _set(request: HttpRequest, process_id: int, form: TimesForm) -> int:
    why = {word: form.cleaned_data[word] for word in ("reason", "county_exception")}
    process = processes_with_place().get(pk=process_id)
    return commands.set_period(process, **form.dates(), **why, **who_and_when(request))


def set_retention(request: HttpRequest, process_id: int) -> HttpResponse:
    """Say until when personal text is kept."""
    process = find_process(request, process_id)
    enforce(may_set_retention(process, **who_and_when(request)))
    form = RetentionForm(request.POST or None, initial={"until": process.keep_personal_until})
    return act_page(
        request, process, form,
        lambda data: commands.set_retention(process, **data, **who_and_when(request)),
        back=_back(process_id), done=_("The day is set."), label=_("Set the day"),
        title=_("How long is personal text kept?"), points=RETENTION,
    )  # fmt: skip


def _moved(count: int) -> str:
    sentence = ngettext(
        "The dates are changed; %(count)s deadline moved.",
        "The dates are changed; %(count)s deadlines moved.",
        count,
    )
    return sentence % {"count": count}


def download_calendar(request: HttpRequest, process_id: int) -> HttpResponse:
    """Give the deadlines as a calendar feed: to those who may see the process, or who bring a key to it."""
    process = get_object_or_404(processes_with_place(), pk=process_id)
    who = who_and_when(request)
    reader = calendar.reader_of(process, request.GET["key"]) if request.GET.get("key") else who["by"]
    hide_unless(may_see(process, by=reader, at=who["at"]))
    content = write_calendar(process, deadlines.deadlines_of(process), at=process.created_at)
    headers = {"Content-Disposition": f'inline; filename="deadlines-{process.pk}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)
