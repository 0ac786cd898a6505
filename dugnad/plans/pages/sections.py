"""Writing the plan's running text, its title and vision, and why sums differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.draft import Writing
from dugnad.plans.forms.sections import ExplanationForm, SectionForm, VisionForm
from dugnad.plans.models import Section
from dugnad.plans.pages.finding import find_open
from dugnad.plans.pages.writing import write
from dugnad.plans.queries import rows

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.forms.draft import Draft


def edit_section(request: HttpRequest, plan_id: int, key: str) -> HttpResponse:
    """Write the running text under one heading."""
    plan = find_open(request, plan_id)
    section = get_object_or_404(rows.sections_of(plan), key=key)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.edit_section(row, revision=revision, **form.values(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=section, form=SectionForm, words=rows.section_words, act=save,
        title=Section.Key(key).label, where=f"sections.{key}", verbs=("section.edited",),
        said={"section": key}, template="plans/write_text.html",
    )  # fmt: skip
    return write(request, writing)


def edit_vision(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write the plan's title and vision."""
    plan = find_open(request, plan_id)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.edit_vision(row, revision=revision, **form.values(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=plan, form=VisionForm, words=rows.vision_words, act=save,
        title=_("Title and vision"), where="vision", verbs=("vision.edited",),
    )  # fmt: skip
    return write(request, writing)


def explain_sum(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write why the areas' goals do not add up to the main goal."""
    plan = find_open(request, plan_id)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.explain_sum(row, revision=revision, **form.values(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=plan, form=ExplanationForm, words=rows.explanation_words, act=save,
        title=_("Why the sums differ"), where="main_goal_explanation", verbs=("sum.explained",),
    )  # fmt: skip
    return write(request, writing)
