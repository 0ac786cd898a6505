"""Remarks on a passage: read, added, settled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.plans.forms.course import CommentForm, SettleForm
from dugnad.plans.pages.finding import find_draft, posted
from dugnad.plans.pages.writing import beside
from dugnad.plans.queries.margin import places
from dugnad.plans.queries.standing import standing_outline
from dugnad.voices import commands
from dugnad.voices.queries import comments_on

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def add_comment(request: HttpRequest, plan_id: int, where: str) -> HttpResponse:
    """Show the remarks on a passage, and add one."""
    plan = find_draft(request, plan_id)
    if where not in places(standing_outline(plan)):
        raise Http404
    form = CommentForm(posted(request))
    if acted(request, form, lambda data: _add(request, plan, where, data)):
        messages.success(request, _("Your comment is there."))
        return redirect("plans:add_comment", plan.pk, where)
    return show_form(request, "plans/comments.html", form, **beside(plan, where), settle=SettleForm())


def _add(request: HttpRequest, plan: Plan, where: str, data: dict[str, Any]) -> None:
    topic = f"plan/{plan.pk}"
    commands.add_comment(plan.process, topic=topic, where=where, **data, **who_and_when(request))


def settle_comment(request: HttpRequest, plan_id: int, comment_id: int) -> HttpResponse:
    """Settle a remark, with an answer where one is due."""
    plan = find_draft(request, plan_id)
    comment = get_object_or_404(comments_on(f"plan/{plan.pk}"), pk=comment_id)
    form = SettleForm(posted(request))
    if acted(request, form, lambda data: commands.settle_comment(comment, **data, **who_and_when(request))):
        messages.success(request, _("The comment is settled."))
        return redirect(f"{reverse('plans:show_plan', args=[plan.pk])}#comments")
    return show_form(request, "plans/settle.html", form, **beside(plan, comment.where), comment=comment)
