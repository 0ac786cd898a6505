"""What is typed about a focus area, its activities, and whom they touch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Milieu
from dugnad.plans.commands import Anchored
from dugnad.plans.forms.draft import Draft, by_year
from dugnad.plans.forms.fields import Kroner, Line, Text, day
from dugnad.plans.models import Anchoring

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.forms.boundfield import BoundField

    from dugnad.plans.models import Goal, Premise

_ROW = re.compile(r"^relation_(\w+)_(\d+)$")
_MOST_ROWS = 5  # of one milieu


class AreaForm(Draft):
    """A focus area: its name, what it answers, and its money by year."""

    years_legend = _("The area's frame, whole kroner a year")

    code = Line(
        label=_("Code"),
        most=8,
        help_text=_("One to eight letters and digits, for example A; it stays the same."),
    )
    title = Line(label=_("Name of the area"), most=160)
    text = Text(label=_("What the area is about"), required=False, rows=6)
    answers = forms.MultipleChoiceField(
        label=_("Which challenges and opportunities does it answer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        *args: Any,
        years: Sequence[int],
        premises: Iterable[Premise],
        is_new: bool = False,
        **kwargs: Any,
    ) -> None:
        """`years` are the period's, `premises` the analysis'; only a new area gets a code."""
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["code"]
        answers: Any = self.fields["answers"]
        answers.choices = [(str(row.pk), f"{row.code} {row.title}") for row in premises]
        if not answers.choices:
            answers.help_text = _("The analysis has no challenges or opportunities yet.")
        for year in years:
            self.fields[f"frame_{year}"] = Kroner(label=str(year), required=False)

    def facts(self) -> dict[str, Any]:
        """Give code, words and money as commands take them; what it answers is left as ids."""
        values = {name: value for name, value in self.values().items() if not name.startswith("frame_")}
        return {**values, "frames": by_year(self.cleaned_data, "frame")}


class ActivityForm(Draft):
    """A main activity: its words, and which of the area's goals it serves."""

    title = Line(label=_("The activity in one line"), most=200)
    text = Text(label=_("More about it"), required=False)
    goals = forms.MultipleChoiceField(
        label=_("Which goals does it serve?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, goals: Iterable[Goal], **kwargs: Any) -> None:
        """`goals` are the area's."""
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["goals"]
        chosen.choices = [(str(goal.pk), goal.text) for goal in goals]
        if not chosen.choices:
            chosen.help_text = _("The area has no goals yet.")


class AnchoringForm(Draft):
    """Which of the nine milieux are involved or affected, and how each was anchored there."""

    _RELATIONS = [("", _("Not concerned")), *Anchoring.Relation.choices]

    def __init__(self, *args: Any, rows: Mapping[str, int], **kwargs: Any) -> None:
        """`rows` says how many rows a milieu has now; what is posted may have more."""
        super().__init__(*args, **kwargs)
        posted = [match for name in self.data if (match := _ROW.match(name))]
        for milieu, name in Milieu.choices:
            more = [int(match[2]) + 1 for match in posted if match[1] == milieu]
            for number in range(min(_MOST_ROWS, max([1, rows.get(milieu, 0), *more]))):
                self._add_row(f"{milieu}_{number}", name)

    def _add_row(self, key: str, milieu: Any) -> None:
        def add(part: str, short: Any, field: Any) -> None:
            field.label = format_lazy("{milieu}: {short}", milieu=milieu, short=short)
            field.short = short  # for the eye: the row's own heading says which milieu
            self.fields[f"{part}_{key}"] = field

        add("relation", _("Part"), forms.ChoiceField(choices=self._RELATIONS, required=False))
        add("how", _("Anchored by"), forms.ChoiceField(choices=Anchoring.How.choices, required=False))
        add("reference", _("Which one"), Line(most=200, required=False))
        add("on", _("On the day"), day(""))

    def rows(self) -> list[tuple[str, list[BoundField]]]:
        """Give each row's milieu and its four fields."""
        parts = ("relation", "how", "reference", "on")
        found = [match for name in self.fields if (match := _ROW.match(name))]
        return [
            (str(Milieu(match[1]).label), [self[f"{part}_{match[1]}_{match[2]}"] for part in parts])
            for match in found
        ]

    def anchorings(self) -> list[Anchored]:
        """Give what was chosen as commands take it."""
        data = self.cleaned_data
        keys = [(match[1], f"{match[1]}_{match[2]}") for name in self.fields if (match := _ROW.match(name))]
        return [
            Anchored(
                milieu=milieu,
                relation=data[f"relation_{key}"],
                how=data[f"how_{key}"],
                reference=data[f"reference_{key}"],
                anchored_on=data[f"on_{key}"],
            )
            for milieu, key in keys
            if data[f"relation_{key}"]
        ]
