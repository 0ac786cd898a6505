"""The check by itself: every finding, what would mend it, and warnings accepted with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.course import AcceptForm
from dugnad.plans.pages.finding import address, find_draft
from dugnad.plans.queries import rows
from dugnad.plans.queries.standing import standing
from dugnad.plans.queries.steps import grouped, tally
from dugnad.plans.rules.acts import may_accept_warning

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def _context(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    findings = standing(plan).findings
    return {
        "plan": plan,
        "place": plan.process.place,
        "base": address(plan),
        "groups": grouped(findings),
        "tally": tally(findings),
        "may_accept": may_accept_warning(plan, reason="-", **who_and_when(request)),
    }


def show_check(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show all that the check found, gravest first."""
    plan = find_draft(request, plan_id)
    return render(request, "plans/check.html", _context(request, plan))


@require_POST
def accept_warning(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Accept a warning with a written reason."""
    plan = find_draft(request, plan_id)
    form = AcceptForm(request.POST)
    if acted(request, form, lambda data: commands.accept_warning(plan, **data, **who_and_when(request))):
        messages.success(request, _("The warning is accepted. Your reason is printed in the case papers."))
        return redirect("plans:show_check", plan.pk)
    return show_form(request, "plans/accept.html", form, **_context(request, plan))


@require_POST
def withdraw_acceptance(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Take an acceptance back; the warning stands again."""
    plan = find_draft(request, plan_id)
    asked = {name: request.POST.get(name, "") for name in ("rule", "where")}
    accepted = get_object_or_404(rows.accepted_warnings(plan), **asked)
    commands.withdraw_acceptance(accepted, **who_and_when(request))
    messages.success(request, _("The acceptance is withdrawn; the warning stands again."))
    return redirect("plans:show_check", plan.pk)
