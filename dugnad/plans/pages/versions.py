"""Versions: listed, kept under a name, read, compared and restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.course import CompareForm, VersionForm
from dugnad.plans.pages.finding import find_any, find_draft, find_open, posted
from dugnad.plans.pages.writing import confirm
from dugnad.plans.queries import rows
from dugnad.plans.queries.comparison import changes_between
from dugnad.plans.queries.document import version_document
from dugnad.plans.queries.plans import version_outline
from dugnad.plans.queries.versions import outline_named, shown_versions
from dugnad.plans.rules.acts import may_edit_plan, may_see_plan
from dugnad.processes.rules import may_see_drafts

if TYPE_CHECKING:
    from typing import Any

    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def _context(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    versions = shown_versions(plan)
    first = str(versions[0].number) if versions else "draft"
    return {
        "plan": plan,
        "place": plan.process.place,
        "versions": versions,
        "compare": CompareForm(versions=versions, initial={"before": first, "after": "draft"}),
        "may_edit": may_edit_plan(plan, **who_and_when(request)),
    }


def list_versions(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show every version, and the forms that keep and compare them."""
    plan = find_draft(request, plan_id)
    return show_form(request, "plans/versions.html", VersionForm(), **_context(request, plan))


@require_POST
def save_version(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Keep the draft as it stands, under a name of one's own."""
    plan = find_draft(request, plan_id)
    form = VersionForm(request.POST)
    if acted(request, form, lambda data: commands.save_version(plan, **data, **who_and_when(request))):
        messages.success(request, _("The version is kept."))
        return redirect("plans:list_versions", plan.pk)
    return show_form(request, "plans/versions.html", form, **_context(request, plan))


def show_version(request: HttpRequest, plan_id: int, number: int) -> HttpResponse:
    """Show the plan as it stood in a version; those without a part see only what is published."""
    plan = find_any(plan_id)
    hide_unless(may_see_plan(plan, **who_and_when(request)))
    version = get_object_or_404(rows.versions_of(plan), number=number)
    if not version.is_public:
        hide_unless(may_see_drafts(plan.process, **who_and_when(request)))
    context = {
        "document": SimpleLazyObject(lambda: version_document(version)),
        "moment": f"version/{version.pk}",
        "version": version,
        "title": version.content.get("title", plan.title),
        "is_version": True,
    }
    return render(request, "plans/plan.html", {"plan": plan, "place": plan.process.place, **context})


def compare_versions(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Show two versions word by word, passage by passage."""
    plan = find_draft(request, plan_id)
    versions = shown_versions(plan)
    form = CompareForm(request.GET or None, versions=versions)
    changes = None
    if form.is_valid():
        before, after = (outline_named(plan, form.cleaned_data[side]) for side in ("before", "after"))
        changes = changes_between(before, after) if before and after else None
    context = {"plan": plan, "place": plan.process.place, "changes": changes}
    return show_form(request, "plans/compare.html", form, **context)


def restore_version(request: HttpRequest, plan_id: int, number: int) -> HttpResponse:
    """Write an earlier version's words into the draft, after showing what will change."""
    plan = find_open(request, plan_id)
    version = get_object_or_404(rows.versions_of(plan), number=number)
    now = outline_named(plan, "draft")
    if now is None:
        raise Http404

    def act(_data: object) -> None:
        commands.restore_version(plan, version=version, **who_and_when(request))

    words: dict[str, Any] = {"changes": changes_between(now, version_outline(version)), "label": _("Restore")}
    title = _("Restore version %(number)s?") % {"number": number}
    text = _("Its words replace the draft's. What stands in the draft now is kept as a version first.")
    done = _("The version is restored.")
    return confirm(request, plan, Form(posted(request)), act, done=done, title=title, text=text, **words)
