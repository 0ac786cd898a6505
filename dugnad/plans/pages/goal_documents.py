"""Documents on goals: attached from among the process's own, added anew, taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.goals import AttachForm
from dugnad.plans.pages.finding import find_draft
from dugnad.plans.queries import rows
from dugnad.plans.queries.goal_documents import attached_documents, documents_to_attach
from dugnad.plans.rules.goal_documents import may_attach_document
from dugnad.processes.forms.files import DocumentForm
from dugnad.processes.queries import files

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Goal


def _find_goal(request: HttpRequest, plan_id: int, goal_id: int) -> Goal:
    plan = find_draft(request, plan_id)
    goal = get_object_or_404(rows.goals_of(plan), pk=goal_id)
    goal.plan = plan
    enforce(may_attach_document(goal, **who_and_when(request)))
    return goal


def _back(plan_id: int) -> str:
    return f"{reverse('plans:show_plan', args=[plan_id])}#goal-documents"


def _around(goal: Goal, **more: object) -> dict[str, Any]:
    process = goal.plan.process
    back = _back(goal.plan_id)
    return {"plan": goal.plan, "goal": goal, "process": process, "place": process.place, "back": back, **more}


def attach_document(request: HttpRequest, plan_id: int, goal_id: int) -> HttpResponse:
    """Choose one of the process's documents for a goal, or go on to add a new one."""
    goal, asks = _find_goal(request, plan_id, goal_id), who_and_when(request)
    documents = {row.pk: row for row in documents_to_attach(goal, **asks)}
    form = AttachForm(request.POST or None, documents=list(documents.values()))

    def act(data: dict[str, Any]) -> None:
        commands.attach_document(goal, document=documents[data["document"]], **asks)

    if acted(request, form, act):
        messages.success(request, _("The document is attached."))
        return redirect(_back(plan_id))
    return show_form(request, "plans/attach.html", form, **_around(goal, has_any=bool(documents)))


def add_goal_document(request: HttpRequest, plan_id: int, goal_id: int) -> HttpResponse:
    """Add a new document to the process, and attach it to a goal."""
    goal, asks = _find_goal(request, plan_id, goal_id), who_and_when(request)
    form = _document_form(request, goal)

    def act(data: dict[str, Any]) -> None:
        name, content = data["file"]
        commands.add_goal_document(goal, facts=form.facts(), name=name, content=content, **asks)

    if acted(request, form, act):
        messages.success(request, _("The document is attached."))
        return redirect(_back(plan_id))
    return show_form(request, "plans/attach.html", form, **_around(goal, is_new=True))


def _document_form(request: HttpRequest, goal: Goal) -> DocumentForm:
    process = goal.plan.process
    form = DocumentForm(
        request.POST or None,
        request.FILES or None,
        at=who_and_when(request)["at"],
        decisions=files.decisions_for_documents(process),
        meetings=files.meetings_for_documents(process),
    )
    for elsewhere in ("decision", "meeting"):  # it belongs to the goal
        del form.fields[elsewhere]
    return form


@require_POST
def detach_document(request: HttpRequest, plan_id: int, goal_id: int, document_id: int) -> HttpResponse:
    """Take a document off a goal."""
    goal = _find_goal(request, plan_id, goal_id)
    attached = get_object_or_404(attached_documents(), goal=goal, document=document_id)
    commands.detach_document(attached, **who_and_when(request))
    messages.success(request, _("The document is taken off the goal; it stays among the documents."))
    return redirect(_back(plan_id))
