"""How the plan's pages find what they are about; what may not be seen is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from django.urls import reverse

from dugnad.kit.findings import place_id
from dugnad.kit.pages import hide_unless, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans.queries.rows import plan_with_phases
from dugnad.plans.rules.acts import may_edit_plan
from dugnad.processes.rules import may_see_drafts

if TYPE_CHECKING:
    from django.http import HttpRequest, QueryDict

    from dugnad.plans.models import Plan


def find_any(plan_id: int) -> Plan:
    """Give the plan, or answer 404; the page asks who may see what of it."""
    plan = plan_with_phases(plan_id)
    if plan is None:
        raise Http404
    return plan


def find_draft(request: HttpRequest, plan_id: int) -> Plan:
    """Give the plan for those who have a part in it; for others it is not there."""
    plan = find_any(plan_id)
    hide_unless(may_see_drafts(plan.process, **who_and_when(request)))
    return plan


def find_open(request: HttpRequest, plan_id: int) -> Plan:
    """Give the plan for writing in it; whoever may not is told why before they have written anything.

    What is posted is judged by its command, so that nothing typed is lost.
    """
    plan = find_draft(request, plan_id)
    if request.method != "POST":
        enforce(may_edit_plan(plan, **who_and_when(request)))
    return plan


def address(plan: Plan, where: str = "") -> str:
    """Give the plan's address, at one of its passages."""
    page = reverse("plans:show_plan", args=[plan.pk])
    return f"{page}#{place_id(where)}" if where else page


def posted(request: HttpRequest) -> QueryDict | None:
    """Give what was posted, be it nothing at all; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None
