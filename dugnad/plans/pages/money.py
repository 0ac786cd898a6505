"""Writing the money table and the county's conditions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from dugnad.kit.pages import who_and_when
from dugnad.plans import commands
from dugnad.plans.forms.draft import Writing
from dugnad.plans.forms.money import ConditionsForm, MoneyForm
from dugnad.plans.pages.finding import find_open
from dugnad.plans.pages.writing import show_writing, write
from dugnad.plans.queries import rows
from dugnad.plans.queries.money import money_table
from dugnad.plans.queries.standing import standing

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.plans.forms.draft import Draft
    from dugnad.plans.models import Plan


def set_money(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write what each source gives each year; `calculate` only adds up what has been typed."""
    plan = find_open(request, plan_id)
    writing = _money(request, plan)
    if "calculate" in request.POST:
        form = writing.form(request.POST)
        form.full_clean()
        return show_writing(request, writing, form)
    return write(request, writing)


def _money(request: HttpRequest, plan: Plan) -> Writing:
    now, known = standing(plan), rows.money_words(plan)
    years = sorted({*now.years, *money_table(now.outline).years})
    frames = rows.frames_by_year(now.outline)
    count = sum(name.startswith("source_") for name in known)
    form = partial(MoneyForm, years=years, rows=count, frames=frames)

    def save(row: Any, revision: int, form: MoneyForm) -> None:
        lines, administration, asks = form.lines(), form.administration(), who_and_when(request)
        commands.set_money(row, revision=revision, lines=lines, administration=administration, **asks)

    return Writing(
        plan=plan, row=plan, form=form, words=lambda row: known if row is plan else rows.money_words(row),
        act=save, title=_("Financing"),
        where="money", verbs=("money.set",), template="plans/write_money.html",
    )  # fmt: skip


def set_conditions(request: HttpRequest, plan_id: int) -> HttpResponse:
    """Write the county's ceiling and grant, and the day implementation starts."""
    plan = find_open(request, plan_id)

    def save(row: Any, revision: int, form: Draft) -> None:
        commands.set_conditions(row, revision=revision, **form.values(), **who_and_when(request))

    writing = Writing(
        plan=plan, row=plan, form=ConditionsForm, words=rows.conditions_words, act=save,
        title=_("The county's conditions"), where="conditions", verbs=("conditions.set",),
    )  # fmt: skip
    return write(request, writing)
