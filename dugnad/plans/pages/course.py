"""The plan's way through its bodies: submitted, approved, adopted, published, revised, its areas mapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, asks_to_confirm, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.forms.course import MapForm, ReasonForm
from dugnad.plans.pages.finding import address, find_draft, find_open, posted
from dugnad.plans.pages.writing import confirm
from dugnad.plans.queries import rows
from dugnad.plans.queries.comparison import changes_between
from dugnad.plans.queries.standing import standing_outline
from dugnad.plans.queries.steps import findings_in_the_way, laid_outline
from dugnad.plans.rules.acts import may_adopt, may_approve, may_publish_plan, may_revise, may_submit
from dugnad.processes.forms.decisions import DecisionForm
from dugnad.processes.queries.path import gates_with_process

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def submit_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Lay the draft before the steering group, after showing what still stands in the way of its yes."""
    plan = find_draft(request, plan_id)
    asks = who_and_when(request)
    if request.method != "POST":
        enforce(may_submit(plan, **asks))
    words: dict[str, Any] = {
        "title": _("Send the plan to the steering group?"),
        "label": _("Send it"),
        "points": _what_sending_does(),
        "findings": findings_in_the_way(standing_outline(plan), "approval", at=asks["at"]),
    }
    form, done = Form(posted(request)), _("The plan lies before the steering group.")
    return confirm(request, plan, form, lambda _d: commands.submit_plan(plan, **asks), done=done, **words)


def _what_sending_does() -> list[str]:
    return [
        _("The text is frozen as a version that the group decides on."),
        _("After that only the group's own changes are entered."),
        _("If the group sends it back, writing opens again."),
    ]


def approve_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Record what the steering group decided about the draft."""
    plan = find_draft(request, plan_id)
    if request.method != "POST":
        enforce(may_approve(plan, findings=(), **who_and_when(request)))
    return _decide(request, plan, "steering_group_approval", "approval", commands.approve_plan)


def adopt_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Record what the council decided about the plan."""
    plan = find_draft(request, plan_id)
    if request.method != "POST":
        enforce(may_adopt(plan, findings=(), **who_and_when(request)))
    return _decide(request, plan, "council_adoption", "adoption", commands.adopt_plan)


def _decide(
    request: HttpRequest, plan: Plan, key: str, kind: str, command: Callable[..., object]
) -> HttpResponse:
    gate = get_object_or_404(gates_with_process(), process=plan.process_id, key=key)
    asks = who_and_when(request)
    form = DecisionForm(posted(request), at=asks["at"])
    context = {"plan": plan, "process": plan.process, "place": plan.process.place, "gate": gate}
    if asks_to_confirm(request, form):
        return render(request, "processes/confirm_decision.html", {"form": form, **context})
    done = "confirmed" in request.POST and acted(
        request, form, lambda _d: command(plan, facts=form.facts(), **asks)
    )
    if done:
        messages.success(request, _("The decision is recorded."))
        return redirect(address(plan))
    return show_form(request, "plans/decide.html", form, **context, **_before_a_body(plan, kind, asks))


def _before_a_body(plan: Plan, kind: str, asks: dict[str, Any]) -> dict[str, Any]:
    outline = standing_outline(plan)
    laid = laid_outline(plan)
    return {
        "back": address(plan),
        "findings": findings_in_the_way(outline, kind, at=asks["at"]),
        "version": laid[0] if laid else None,
        "changes": changes_between(laid[1], outline) if laid else [],
    }


def show_changes(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the body's changes word by word: the version that was laid before it, and the draft now."""
    plan = find_draft(request, plan_id)
    laid = laid_outline(plan)
    if laid is None:
        raise Http404
    changes = changes_between(laid[1], standing_outline(plan))
    context = {"plan": plan, "place": plan.process.place, "version": laid[0], "changes": changes}
    return render(request, "plans/changes.html", context)


def publish_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Let anyone read the adopted version."""
    plan = find_draft(request, plan_id)
    asks = who_and_when(request)
    if request.method != "POST":
        enforce(may_publish_plan(plan, rows.adopted_version(plan), **asks))
    words: dict[str, Any] = {
        "title": _("Publish the adopted plan?"),
        "label": _("Publish"),
        "points": [_("Anyone can read this version. Drafts and comments stay with those who have a part.")],
    }
    form, done = Form(posted(request)), _("The plan is published.")
    return confirm(request, plan, form, lambda _d: commands.publish_plan(plan, **asks), done=done, **words)


def revise_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Open an adopted plan for a new version, with a reason."""
    plan = find_draft(request, plan_id)
    asks = who_and_when(request)
    if request.method != "POST":
        enforce(may_revise(plan, reason="-", **asks))
    form, done = ReasonForm(posted(request)), _("The plan is open for revision.")
    title, label, points = _("Open the plan for revision?"), _("Open it"), _what_revising_does()
    words: dict[str, Any] = {"title": title, "label": label, "points": points, "done": done}
    return confirm(request, plan, form, lambda data: commands.revise_plan(plan, **data, **asks), **words)


def _what_revising_does() -> list[str]:
    return [
        _("The adopted plan holds until the council has decided again."),
        _("Steering group and council decide on the new version; changed areas take a map."),
    ]


def map_areas(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Say what becomes of each area of the adopted plan (A-31)."""
    plan = find_open(request, plan_id)
    former = rows.adopted_version(plan)
    if former is None:
        raise Http404
    old = [(area["code"], area.get("title", "")) for area in former.content.get("areas", [])]
    new = [(area.code, area.title) for area in rows.areas_of(plan)]
    form = MapForm(posted(request), former=old, areas=new, initial=rows.mapped(former, old, new))

    def act(_data: object) -> None:
        commands.map_areas(plan, former=former, mappings=form.mappings(), **who_and_when(request))

    words = {"title": _("From old areas to new"), "label": _("Save the map"), "groups": form.groups()}
    done, where = _("The map is saved."), "sections.focus_areas"
    return confirm(request, plan, form, act, done=done, where=where, **words)
