"""Writing side by side: one way to save for every part of a plan, and one to meet when two wrote at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import Outdated, Refused
from dugnad.kit.wording import compare_words
from dugnad.plans.forms.draft import Writing, beginning, differences, seal, upon
from dugnad.plans.pages.finding import address, posted
from dugnad.plans.queries.margin import home_of
from dugnad.plans.queries.standing import standing
from dugnad.plans.queries.steps import last_writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse
    from django_stubs_ext import StrOrPromise

    from dugnad.plans.forms.draft import Draft
    from dugnad.plans.models import Plan


def write(request: HttpRequest, writing: Writing) -> HttpResponse:
    """Show the form of one thing, save it, or show both wordings when somebody else was first."""
    words = writing.words(writing.row)
    form = writing.form(posted(request), initial=beginning(words, writing.row.revision))
    if request.method == "POST" and form.is_valid():
        try:
            _save(writing, form)
        except Outdated as outdated:
            return _show_both(request, writing, form, outdated.current)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect(request.path if "stay" in request.POST else address(writing.plan, writing.where))
    return show_writing(request, writing, form)


def _save(writing: Writing, form: Draft) -> None:
    """Save upon the revision that was seen; where only other words of the row moved on, upon theirs."""
    try:
        writing.act(writing.row, form.cleaned_data["revision"], form)
    except Outdated as outdated:
        current: Any = outdated.current
        if seal(writing.words(current)) != form.cleaned_data["seen"]:
            raise
        writing.act(current, current.revision, form)


def show_writing(request: HttpRequest, writing: Writing, form: Draft) -> HttpResponse:
    """Show the form with the check and the remarks of its passage beside it."""
    context = {**beside(writing.plan, writing.where), "writing": writing}
    return show_form(request, writing.template, form, **context)


def _show_both(request: HttpRequest, writing: Writing, form: Draft, current: Any) -> HttpResponse:
    words = writing.words(current)
    differing = differences(form, words)
    by = who_and_when(request)["by"]
    context = {
        **beside(writing.plan, writing.where),
        "writing": writing,
        "form": writing.form(upon(request.POST, words, current.revision)),
        "last": last_writer(writing.plan, writing.verbs, writing.said, but=by),
        "texts": [(each, compare_words(each.theirs, each.yours)) for each in differing if each.is_text],
        "others": [each for each in differing if not each.is_text],
    }
    return render(request, "plans/conflict.html", context, status=409)


def beside(plan: Plan, where: str) -> dict[str, Any]:
    """Give what stands beside a form: the plan, and the margin of the passage that is being written."""
    margin = standing(plan).margin
    back = address(plan, where)
    return {
        "plan": plan,
        "place": plan.process.place,
        "back": back,
        "passage": margin[home_of(where, margin)],
    }


def add(
    request: HttpRequest,
    plan: Plan,
    form: Form,
    act: Callable[[Any], object],
    *,
    title: StrOrPromise,
    where: str,
    **words: object,
) -> HttpResponse:
    """Show a form that adds something to the plan, or add it and go to its place."""
    if acted(request, form, act):
        messages.success(request, _("Added."))
        return redirect(address(plan, where))
    words = {"title": title, "label": _("Add"), **beside(plan, where), **words}
    return show_form(request, "plans/add.html", form, **words)


def confirm(
    request: HttpRequest,
    plan: Plan,
    form: Form,
    act: Callable[[Any], object],
    *,
    done: StrOrPromise,
    where: str = "",
    **words: object,
) -> HttpResponse:
    """Ask before an act with what will happen, or do it, say so and go back to the plan.

    `words` are the page's: title, text, label (the button), danger, points (what will happen).
    """
    if acted(request, form, act):
        messages.success(request, str(done))
        return redirect(address(plan, where))
    context = {"plan": plan, "place": plan.process.place, "back": address(plan, where), **words}
    return show_form(request, "plans/act.html", form, **context)
