"""What is typed about a year's action plan and its measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.plans.forms.draft import Draft
from dugnad.plans.forms.fields import Kroner, Line, Text, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dugnad.plans.models import FocusArea


class YearForm(forms.Form):
    """Which year's action plan to begin."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        """`years` are those without an action plan."""
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]


class ActionPlanForm(Draft):
    """A year's introduction and its communication part."""

    intro = Text(label=_("What the year is about"), rows=6, required=False)
    communication = Text(
        label=_("Communication this year"),
        rows=6,
        required=False,
        help_text=_("Which activities, for whom, when (A-12)."),
    )


class MeasureForm(Draft):
    """One thing to do in the year."""

    area = forms.ChoiceField(label=_("Focus area"))
    activity = forms.ChoiceField(label=_("Main activity"), required=False)
    title = Line(label=_("What is to be done"), most=200)
    text = Text(label=_("More about it"), required=False)
    owner = Line(label=_("Who does it"), most=120, required=False)
    amount = Kroner(label=_("Cost in whole kroner"), required=False)
    due_on = day(_("Done by"))

    def __init__(self, *args: Any, areas: Iterable[FocusArea], **kwargs: Any) -> None:
        """`areas` come with their activities (`live_activities`)."""
        super().__init__(*args, **kwargs)
        self.areas = list(areas)
        area: Any = self.fields["area"]
        activity: Any = self.fields["activity"]
        area.choices = [(str(row.pk), str(row)) for row in self.areas]
        activity.choices = [("", _("None in particular"))] + [
            (str(row), [(str(each.pk), each.title) for each in _activities(row)])
            for row in self.areas
            if _activities(row)
        ]

    def clean(self) -> dict[str, Any]:
        """An activity belongs to the measure's own area."""
        data = super().clean() or {}
        area = next((row for row in self.areas if str(row.pk) == data.get("area")), None)
        own = {str(each.pk) for each in _activities(area)} if area else set()
        if area and data.get("activity") and data["activity"] not in own:
            self.add_error("activity", _("This activity belongs to another area."))
        return data


def _activities(area: FocusArea) -> list[Any]:
    return list(getattr(area, "live_activities", ()))
