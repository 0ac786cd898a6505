"""The thread of a plan: what it answers, and what is done about it, followed both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language

from dugnad.kit.pages import hide_unless, who_and_when
from dugnad.plans.pages.finding import find_any
from dugnad.plans.queries.plans import published_version
from dugnad.plans.queries.shown_thread import shown_thread
from dugnad.plans.rules.acts import may_see_plan
from dugnad.processes.rules import may_see_drafts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def show_thread(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the whole thread, or with `?from=areas.B` only what hangs together with that."""
    plan = find_any(plan_id)
    hide_unless(may_see_plan(plan, **who_and_when(request)))
    insider = bool(may_see_drafts(plan.process, **who_and_when(request)))
    version = None if insider else published_version(plan)
    if not insider and version is None:
        raise Http404
    shown = shown_thread(plan, version, chosen=request.GET.get("from", ""), language=get_language() or "nb")
    context = {"plan": plan, "process": plan.process, "place": plan.process.place, "is_draft": insider}
    return render(request, "plans/thread.html", {**context, "shown": shown})
