"""The plan itself: begun, and read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.sections import PlanForm
from dugnad.plans.pages.finding import address, find_any, posted
from dugnad.plans.queries import published_version
from dugnad.plans.queries.document import draft_document, version_document
from dugnad.plans.queries.standing import head_of, moment_of, standing
from dugnad.plans.queries.steps import next_steps
from dugnad.plans.rules.acts import (
    may_edit_action_plan,
    may_edit_plan,
    may_see_plan,
    may_start_plan,
)
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.rules import may_see_drafts

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def start_plan(request: HttpRequest, process_id: int) -> HttpResponse:
    """Begin the plan of a process, with its six headings empty."""
    process = get_object_or_404(processes_with_place(), pk=process_id)
    hide_unless(may_see_drafts(process, **who_and_when(request)))
    if request.method != "POST":
        enforce(may_start_plan(process, **who_and_when(request)))
    form = PlanForm(posted(request), initial={"title": process.title})
    made: list[Plan] = []
    if acted(
        request,
        form,
        lambda data: made.append(commands.start_plan(process, **data, **who_and_when(request))),
    ):
        messages.success(request, _("The plan is begun. Write where you like; nothing is lost."))
        return redirect(address(made[0]))
    return show_form(request, "plans/start.html", form, process=process, place=process.place)


def show_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the draft to those who have a part in it, and to everyone else the version that is published."""
    plan = find_any(plan_id)
    hide_unless(may_see_plan(plan, **who_and_when(request)))
    insider = may_see_drafts(plan.process, **who_and_when(request))
    context = _draft(request, plan) if insider else _published(plan)
    return render(request, "plans/plan.html", {"plan": plan, "place": plan.process.place, **context})


def _draft(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    asks = who_and_when(request)
    return {
        "document": SimpleLazyObject(lambda: draft_document(standing(plan))),
        "moment": f"draft/{moment_of(plan)}",
        "head": head_of(plan),
        "is_insider": True,
        "may_edit": may_edit_plan(plan, **asks),
        "may_edit_years": may_edit_action_plan(plan, **asks),
        "steps": next_steps(plan, **asks),
    }


def _published(plan: Plan) -> dict[str, Any]:
    version = published_version(plan)
    if version is None:
        raise Http404
    return {
        "document": SimpleLazyObject(lambda: version_document(version)),
        "moment": f"version/{version.pk}",
        "version": version,
        "title": version.content.get("title", plan.title),
    }
