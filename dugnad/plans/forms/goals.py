"""What is typed about a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.plans.commands import GoalFacts
from dugnad.plans.forms.draft import Draft, by_year
from dugnad.plans.forms.fields import Line, Number, Text, day
from dugnad.plans.models import Goal
from dugnad.plans.rules.goal_facts import check_goal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dugnad.processes.models import Document


class GoalForm(Draft):
    """A goal: what is to be reached, how much of it by when, and how one will know."""

    years_legend = _("To be reached by the end of each year")

    text = Text(
        label=_("The goal in words"),
        rows=2,
        most=2000,
        help_text=_("For example: 100 new jobs by 2033."),
    )
    indicator = Line(
        label=_("What is measured"), most=160, required=False, help_text=_("For example: new jobs.")
    )
    unit = Line(
        label=_("Counted in"), most=40, required=False, help_text=_("For example: full-time equivalents.")
    )
    job_kind = forms.ChoiceField(
        label=_("Does the goal count jobs?"), choices=Goal.JobKind, widget=forms.RadioSelect, initial="none"
    )
    baseline = Number(label=_("Where we begin"), required=False)
    target = Number(label=_("What is to be reached"), required=False)
    due_on = day(_("By which day"))
    is_cumulative = forms.BooleanField(
        label=_("Each year's number includes the years before"), required=False, initial=True
    )
    how_measured = Text(label=_("How it is measured"), rows=2, most=2000, required=False)
    when_measured = Line(label=_("When it is measured"), most=200, required=False)
    measured_by = Line(label=_("Who measures"), most=160, required=False)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        """`years` are those of the plan's period."""
        super().__init__(*args, **kwargs)
        for year in years:
            self.fields[f"target_{year}"] = Number(label=str(year), required=False)
        self.years = years

    def clean(self) -> dict[str, Any]:
        """A goal says something, and no yearly target lies after the day it is due."""
        data = super().clean() or {}
        targets, due_on = by_year(data, "target"), data.get("due_on")
        late = next((year for year in targets if due_on and year > due_on.year), None)
        if late:
            self.refuse_at([(f"target_{late}", check_goal("x", due_on=due_on, targets=targets))])
        return data

    def facts(self) -> GoalFacts:
        """Give the goal as commands take it."""
        values = {name: value for name, value in self.values().items() if not name.startswith("target_")}
        return GoalFacts(**values, targets=by_year(self.cleaned_data, "target"))


class AttachForm(forms.Form):
    """One of the process's documents, for a goal."""

    document = forms.TypedChoiceField(label=_("Document"), coerce=int)

    def __init__(self, *args: Any, documents: Sequence[Document], **kwargs: Any) -> None:
        """`documents` may be attached."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        field.choices = [("", _("Choose a document")), *((row.pk, row.title) for row in documents)]
