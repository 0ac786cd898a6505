"""The thread of a plan: what it answers, and what is done about it, followed both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.pages import hide_unless, who_and_when
from dugnad.plans.pages.finding import find_any
from dugnad.plans.queries.plans import published_version, version_outline
from dugnad.plans.queries.standing import standing_outline
from dugnad.plans.queries.thread import by_kind, plan_thread, thread_picture
from dugnad.plans.rules.acts import may_see_plan
from dugnad.processes.rules import may_see_drafts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan
    from dugnad.plans.outline import PlanOutline


def show_thread(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show the whole thread, or with `?from=areas.B` only what hangs together with that."""
    plan = find_any(plan_id)
    hide_unless(may_see_plan(plan, **who_and_when(request)))
    insider = bool(may_see_drafts(plan.process, **who_and_when(request)))
    whole = plan_thread(_text(plan, is_draft=insider))
    chosen = whole.find(request.GET.get("from", ""))
    found = whole.through(chosen.key) if chosen else whole
    title = _("The thread through the plan")
    context = {
        "plan": plan,
        "process": plan.process,
        "place": plan.process.place,
        "is_draft": insider,
        "chosen": chosen,
        "picture": thread_picture(found, title, language=get_language() or "nb", loose=whole),
        "kinds": by_kind(found, whole),
        "loose": whole.loose_ends(),
    }
    return render(request, "plans/thread.html", context)


def _text(plan: Plan, *, is_draft: bool) -> PlanOutline:
    """Give the draft to those with a part in it, the published text to everybody else."""
    if is_draft:
        return standing_outline(plan)
    version = published_version(plan)
    if version is None:
        raise Http404
    return version_outline(version)
