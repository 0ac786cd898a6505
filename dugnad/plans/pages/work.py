"""Writing the yearly action plans and their measures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.plans import commands
from dugnad.plans.commands import MeasureFacts
from dugnad.plans.forms.draft import Writing
from dugnad.plans.forms.work import ActionPlanForm, MeasureForm, YearForm
from dugnad.plans.pages.finding import find_draft, posted
from dugnad.plans.pages.removing import remove
from dugnad.plans.pages.writing import add, write
from dugnad.plans.queries import rows
from dugnad.plans.queries.standing import standing
from dugnad.plans.rules.acts import may_edit_action_plan

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.models import Plan


def _find(request: HttpRequest, plan_id: int) -> Plan:
    plan = find_draft(request, plan_id)
    if request.method != "POST":
        enforce(may_edit_action_plan(plan, **who_and_when(request)))
    return plan


def start_action_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Begin one year's action plan."""
    plan = _find(request, plan_id)
    now = standing(plan)
    taken = {row.year for row in now.outline.action_plans}
    form = YearForm(posted(request), years=[year for year in now.years if year not in taken])

    def act(data: dict[str, Any]) -> None:
        commands.start_action_plan(plan, **data, **who_and_when(request))

    where = f"action_plans.{request.POST.get('year', '')}" if request.POST else "action_plans"
    return add(request, plan, form, act, title=_("Begin a year's action plan"), where=where, label=_("Begin"))


def edit_action_plan(request: HttpRequest, plan_id: int, year: int) -> HttpResponse:
    """Write what the year is about and its communication part."""
    plan = _find(request, plan_id)
    action_plan = get_object_or_404(rows.action_plans_of(plan), year=year)

    def save(row: Any, revision: int, form: ActionPlanForm) -> None:
        commands.edit_action_plan(row, revision=revision, **form.values(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=action_plan, form=ActionPlanForm, words=rows.action_plan_words, act=save,
        title=_("Action plan %(year)s") % {"year": year}, where=f"action_plans.{year}",
        verbs=("action_plan.edited",), said={"year": year},
    )  # fmt: skip
    return write(request, writing)


def _facts(plan: Plan, form: MeasureForm) -> MeasureFacts:
    values = form.values()
    area = next(row for row in form.areas if str(row.pk) == values.pop("area"))
    chosen = values.pop("activity")
    activity = rows.activities_of(plan).get(pk=chosen) if chosen else None
    return MeasureFacts(**{**values, "amount": values["amount"] or 0}, area=area, activity=activity)


def add_measure(request: HttpRequest, plan_id: int, year: int) -> HttpResponse:
    """Add a measure to a year."""
    plan = _find(request, plan_id)
    action_plan = get_object_or_404(rows.action_plans_of(plan), year=year)
    form = MeasureForm(posted(request), areas=rows.areas_with_activities(plan), initial={"revision": 1})

    def act(_data: object) -> None:
        commands.add_measure(action_plan, facts=_facts(plan, form), **who_and_when(request))

    title = _("Add a measure to %(year)s") % {"year": year}
    return add(request, plan, form, act, title=title, where=f"action_plans.{year}")


def edit_measure(request: HttpRequest, plan_id: int, measure_id: int) -> HttpResponse:
    """Change a measure."""
    plan = _find(request, plan_id)
    measure = get_object_or_404(rows.measures_of(plan), pk=measure_id)
    year = measure.action_plan.year

    def save(row: Any, revision: int, form: MeasureForm) -> None:
        commands.edit_measure(row, revision=revision, facts=_facts(plan, form), **who_and_when(request))

    writing = Writing(
        plan=plan, row=measure, form=partial(MeasureForm, areas=rows.areas_with_activities(plan)),
        words=rows.measure_words, act=save, title=_("Measure"), where=f"action_plans.{year}",
        verbs=("measure.edited",), said={"year": year},
        remove=reverse("plans:remove_measure", args=[plan.pk, measure_id]),
    )  # fmt: skip
    return write(request, writing)


def remove_measure(request: HttpRequest, plan_id: int, measure_id: int) -> HttpResponse:
    """Take a measure out of its year."""
    plan = _find(request, plan_id)
    row = get_object_or_404(rows.measures_of(plan), pk=measure_id)
    where, title = f"action_plans.{row.action_plan.year}", _("Take “%(what)s” out?") % {"what": row.title}
    text = _("It goes out of the draft; versions that had it keep it.")
    return remove(request, plan, row, commands.remove_measure, title=title, text=text, where=where)
