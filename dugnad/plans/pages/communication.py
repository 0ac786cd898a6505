"""Communication activities: the list by day, and what is done to them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.communication import CommunicationForm, TickForm
from dugnad.plans.forms.piece import Piece
from dugnad.plans.pages.ground import act, around, confirm, find_inside, write
from dugnad.plans.queries import communication as queries
from dugnad.plans.rules.grounds import may_communicate
from dugnad.processes.queries.roles import people_in

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.forms.draft import Draft
    from dugnad.plans.models import CommunicationActivity
    from dugnad.processes.models import Process


def _back(process_id: int) -> str:
    return reverse("plans:list_communication", args=[process_id])


def list_communication(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show what is planned so that people know, by day, and what has been done."""
    process, asks = find_inside(request, process_id), who_and_when(request)
    rows = queries.communication_of(process, **asks)
    context = around(
        process,
        rows=rows,
        coming=[row for row in rows if row.activity.done_on is None],
        done=[row for row in rows if row.activity.done_on is not None],
        may_plan=may_communicate(process, **asks),
    )
    return render(request, "plans/communication.html", context)


def _form_for(process: Process) -> partial[CommunicationForm]:
    people, phases = list(people_in(process)), list(process.phases.all())
    return partial(CommunicationForm, people=people, phases=phases)


def plan_communication(request: HttpRequest, process_id: int) -> HttpResponse:
    """Plan something so that people know."""
    process, asks = find_inside(request, process_id), who_and_when(request)
    enforce(may_communicate(process, **asks))
    phase = next((row.key for row in process.phases.all() if row.state == row.State.OPEN), "")
    initial = {"revision": 1, "planned_on": asks["at"].date() + timedelta(days=7), "phase_key": phase}
    form = _form_for(process)(request.POST or None, initial=initial)
    return act(
        request, process, form,
        lambda _data: commands.plan_communication(process, facts=form.facts(), **asks),
        back=_back(process_id), done=_("The activity is planned."), title=_("Plan an activity"),
        label=_("Plan the activity"), crumb=_("Communication"), crumb_href=_back(process_id), hold=True,
    )  # fmt: skip


def _find(request: HttpRequest, process_id: int, activity_id: int) -> CommunicationActivity:
    process = find_inside(request, process_id)
    activity = get_object_or_404(queries.activities(process), pk=activity_id)
    activity.process = process
    return activity


def edit_communication(request: HttpRequest, process_id: int, activity_id: int) -> HttpResponse:
    """Change a planned activity."""
    activity, asks = _find(request, process_id, activity_id), who_and_when(request)
    enforce(may_communicate(activity.process, **asks))

    def save(row: Any, revision: int, form: Draft) -> None:
        facts = form.facts()  # type: ignore[attr-defined]
        commands.edit_communication(row, revision=revision, facts=facts, **asks)

    piece = Piece(
        process=activity.process, row=activity, form=_form_for(activity.process),
        words=queries.communication_words, act=save, title=activity.title, back=_back(process_id),
        remove=reverse("plans:remove_communication", args=[process_id, activity_id]),
        more={"crumb": _("Communication"), "crumb_href": _back(process_id)},
    )  # fmt: skip
    return write(request, piece)


def tick_communication(request: HttpRequest, process_id: int, activity_id: int) -> HttpResponse:
    """Tick an activity off, with what came of it."""
    activity, asks = _find(request, process_id, activity_id), who_and_when(request)
    form = TickForm(request.POST or None, initial={"done_on": asks["at"].date()})
    return act(
        request, activity.process, form,
        lambda data: commands.tick_communication(activity, **data, **asks),
        back=_back(process_id), done=_("“%(activity)s” is ticked off.") % {"activity": activity.title},
        title=_("Tick “%(activity)s” off") % {"activity": activity.title}, label=_("Tick off"),
        crumb=_("Communication"), crumb_href=_back(process_id),
    )  # fmt: skip


def remove_communication(request: HttpRequest, process_id: int, activity_id: int) -> HttpResponse:
    """Take an activity out, after asking once."""
    activity, asks = _find(request, process_id, activity_id), who_and_when(request)
    enforce(may_communicate(activity.process, **asks))
    return confirm(
        request, activity.process, lambda _revision: commands.remove_communication(activity, **asks),
        revision=activity.revision, back=_back(process_id), done=_("Taken out."),
        title=_("Take “%(activity)s” out?") % {"activity": activity.title},
        crumb=_("Communication"), crumb_href=_back(process_id),
    )  # fmt: skip
