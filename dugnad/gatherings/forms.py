"""What is typed about a gathering, and about milieux reached otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.gatherings.commands import GatheringFacts
from dugnad.gatherings.models import Outcome
from dugnad.gatherings.rules import check_milieux
from dugnad.people.models import Milieu

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.forms.boundfield import BoundField
    from django_stubs_ext import StrOrPromise

MOST_PEOPLE = 100_000
_LONGEST = 20_000
_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)
_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]


def _people(label: StrOrPromise, *, help_text: StrOrPromise = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        required=False,
        help_text=help_text,
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "few"}),
        error_messages={
            "invalid": _("Write a whole number, for example 12."),
            "min_value": _("A number of people cannot be negative."),
            "max_value": _("Write at most 100,000 people."),
        },
    )


def _words(label: StrOrPromise, *, help_text: StrOrPromise = "", rows: int = 2) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=False, help_text=help_text, max_length=_LONGEST, widget=area)


class MilieuxForm(forms.Form):
    """How many people of each of the nine milieux."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask of each milieu whether it was there, and how many."""
        super().__init__(*args, **kwargs)
        for milieu, name in Milieu.choices:
            self.fields[f"there_{milieu}"] = forms.BooleanField(label=name, required=False)
            many = format_lazy("{name}: {what}", name=name, what=_("how many"))
            self.fields[f"milieu_{milieu}"] = _people(many)

    def milieu_fields(self) -> list[tuple[BoundField, BoundField]]:
        """Give each milieu's two fields."""
        return [(self[f"there_{milieu}"], self[f"milieu_{milieu}"]) for milieu in Milieu.values]

    def milieux(self) -> dict[str, int | None]:
        """Give how many came from each milieu that was there; None where nobody counted."""
        counts = {milieu: self.cleaned_data.get(f"milieu_{milieu}") or None for milieu in Milieu.values}
        return {
            milieu: count
            for milieu, count in counts.items()
            if count or self.cleaned_data.get(f"there_{milieu}")
        }


class GatheringForm(MilieuxForm):
    """The record of a gathering: when, where, who, and which of the six outcomes it reached."""

    revision = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, initial=0, required=False
    )
    title = forms.CharField(label=_("Name of the gathering"), max_length=160)
    held_on = forms.DateField(
        label=_("Day"),
        input_formats=_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d"),
        validators=[
            MinValueValidator(_FIRST, _("Choose a day between 1990 and 2099.")),
            MaxValueValidator(_LAST, _("Choose a day between 1990 and 2099.")),
        ],
        error_messages={"invalid": _("Write a day that exists, for example 01.03.2027.")},
        help_text=_("A day ahead is a gathering that is planned."),
    )
    venue = forms.CharField(label=_("Venue"), max_length=160, required=False)
    participants = _people(_("How many took part in all?"))
    summary = _words(_("What happened, in short"), rows=5, help_text=_("Shown publicly with the process."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for words and evidence of each outcome."""
        super().__init__(*args, **kwargs)
        for kind, name in Outcome.Kind.choices:
            self.fields[f"text_{kind}"] = _words(format_lazy("{name}: {what}", name=name, what=_("in words")))
            self.fields[f"evidence_{kind}"] = _words(
                format_lazy("{name}: {what}", name=name, what=_("where it can be seen"))
            )

    def clean(self) -> dict[str, Any]:
        """No milieu had more people than took part."""
        data = super().clean() or {}
        participants = data.get("participants")
        for milieu in Milieu.values:
            count = data.get(f"milieu_{milieu}") or 0
            verdict = check_milieux({milieu: count}, participants) if count else None
            if verdict is not None and not verdict:
                self.add_error(f"milieu_{milieu}", str(verdict))
        return data

    def plain_fields(self) -> list[BoundField]:
        """Give the fields of the gathering itself."""
        return [self[name] for name in ("title", "held_on", "venue", "participants", "summary")]

    def outcome_fields(self) -> list[tuple[StrOrPromise, BoundField, BoundField]]:
        """Give each outcome's name with its two fields."""
        return [(name, self[f"text_{kind}"], self[f"evidence_{kind}"]) for kind, name in Outcome.Kind.choices]

    def facts(self) -> GatheringFacts:
        """Give the gathering as commands take it; an outcome with words or evidence was reached."""
        data = self.cleaned_data
        words = {kind: (data[f"text_{kind}"], data[f"evidence_{kind}"]) for kind in Outcome.Kind.values}
        return GatheringFacts(
            title=data["title"],
            held_on=data["held_on"],
            venue=data["venue"],
            summary=data["summary"],
            participants=data["participants"],
            milieux=self.milieux(),
            outcomes={kind: both for kind, both in words.items() if any(both)},
        )

    def differing(self, words: Mapping[str, object]) -> list[tuple[StrOrPromise, object, object]]:
        """Give label, what stands there and what was typed, where the two differ."""
        found = []
        for name, field in self.fields.items():
            stands, typed = words.get(name), getattr(self, "cleaned_data", {}).get(name)
            if not field.widget.is_hidden and (stands or "") != (typed or ""):
                found.append((field.label or name, stands, typed))
        return found
