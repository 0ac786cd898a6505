"""Writing goals."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.draft import Writing
from dugnad.plans.forms.goals import GoalForm
from dugnad.plans.pages.finding import find_open, posted
from dugnad.plans.pages.removing import remove
from dugnad.plans.pages.writing import add, write
from dugnad.plans.queries import rows
from dugnad.plans.queries.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Goal


def add_goal(request: HttpRequest, plan_id: int, code: str = "") -> HttpResponse:
    """Add a goal to an area, or the main goal."""
    plan = find_open(request, plan_id)
    area = get_object_or_404(rows.areas_of(plan), code=code) if code else None
    initial = {"revision": 1, "is_cumulative": True, "job_kind": "none"}
    form = GoalForm(posted(request), years=standing(plan).years, initial=initial)

    def act(_data: object) -> None:
        commands.add_goal(plan, area=area, facts=form.facts(), **who_and_when(request))

    title = _("Add a goal to area %(code)s") % {"code": code} if code else _("Set the main goal")
    return add(request, plan, form, act, title=title, where=f"areas.{code}" if code else "main_goal")


def edit_goal(request: HttpRequest, plan_id: int, goal_id: int) -> HttpResponse:
    """Change a goal."""
    plan = find_open(request, plan_id)
    goal = get_object_or_404(rows.goals_of(plan).prefetch_related("targets"), pk=goal_id)
    years = sorted({*standing(plan).years, *(target.year for target in goal.targets.all())})

    def save(row: Any, revision: int, form: GoalForm) -> None:
        commands.edit_goal(row, revision=revision, facts=form.facts(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=goal, form=partial(GoalForm, years=years), words=rows.goal_words, act=save,
        title=_("Goal") if goal.area else _("Main goal"), where=_place(goal), verbs=("goal.edited",),
        said={"area": goal.area.code if goal.area else ""},
        remove=reverse("plans:remove_goal", args=[plan.pk, goal_id]),
    )  # fmt: skip
    return write(request, writing)


def _place(goal: Goal) -> str:
    return f"areas.{goal.area.code}" if goal.area else "main_goal"


def remove_goal(request: HttpRequest, plan_id: int, goal_id: int) -> HttpResponse:
    """Take a goal out of the draft."""
    plan = find_open(request, plan_id)
    goal = get_object_or_404(rows.goals_of(plan), pk=goal_id)
    title = _("Take “%(what)s” out?") % {"what": goal.text}
    text = _("It goes out of the draft; versions that had it keep it.")
    return remove(request, plan, goal, commands.remove_goal, title=title, text=text, where=_place(goal))
