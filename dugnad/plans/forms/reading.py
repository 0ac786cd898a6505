"""What is typed about a reading round, and what its readers answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Milieu
from dugnad.plans.commands import Invited
from dugnad.plans.forms.fields import Line, Text, day
from dugnad.plans.rules.reading import MOST_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.forms.boundfield import BoundField
    from django_stubs_ext import StrOrPromise

_ROW = re.compile(r"^name_(\d{1,3})$")
_FEWEST_ROWS, _MOST_ROWS = 5, 60


class RoundForm(forms.Form):
    """From when to when, what is asked, and who is invited."""

    opens_on = day(_("Opens on"), required=True)
    closes_on = day(_("Closes on"), required=True)
    question = Text(
        label=_("What do you ask the readers?"),
        required=False,
        most=2000,
        help_text=_("For example: Which of the areas can your milieu carry, and what is missing?"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give room for readers; what is posted may have more."""
        super().__init__(*args, **kwargs)
        posted = [int(match[1]) + 1 for name in self.data if (match := _ROW.match(name))]
        self.count = min(_MOST_ROWS, max([_FEWEST_ROWS, *posted]))
        for number in range(self.count):
            self._add_row(number)

    def _add_row(self, number: int) -> None:
        def named(what: StrOrPromise) -> StrOrPromise:
            return format_lazy("{what}, {row} {number}", what=what, row=_("row"), number=number + 1)

        milieux = [("", "–"), *Milieu.choices]
        self.fields[f"name_{number}"] = Line(label=named(_("Name")), most=120, required=False)
        self.fields[f"milieu_{number}"] = forms.ChoiceField(
            label=named(_("Milieu")), choices=milieux, required=False
        )
        self.fields[f"email_{number}"] = forms.EmailField(
            label=named(_("E-mail")),
            required=False,
            max_length=254,
            error_messages={"invalid": _("Write an e-mail address, for example kari@example.org.")},
        )

    def rows(self) -> list[tuple[BoundField, BoundField, BoundField]]:
        """Give each reader's fields."""
        return [(self[f"name_{n}"], self[f"milieu_{n}"], self[f"email_{n}"]) for n in range(self.count)]

    def clean(self) -> dict[str, Any]:
        """A reader has a name and a milieu; nobody is invited twice by the same address."""
        data = super().clean() or {}
        opens_on, closes_on = data.get("opens_on"), data.get("closes_on")
        if opens_on and closes_on and closes_on < opens_on:
            self.add_error("closes_on", _("The round closes before it opens."))
        seen: set[str] = set()
        for number in range(self.count):
            name, milieu, email = (data.get(f"{part}_{number}") for part in ("name", "milieu", "email"))
            if (milieu or email) and not name:
                self.add_error(f"name_{number}", _("Write the reader's name."))
            if (name or email) and not milieu:
                self.add_error(f"milieu_{number}", _("For which milieu does this reader answer?"))
            if email and email.lower() in seen:
                self.add_error(f"email_{number}", _("This address is invited already."))
            seen |= {email.lower()} if email else set()
        if not self.errors and not self.invited():
            self.add_error("name_0", _("Invite at least one reader."))
        return data

    def invited(self) -> list[Invited]:
        """Give the readers as commands take them."""
        data = self.cleaned_data
        return [
            Invited(milieu=data[f"milieu_{n}"], name=data[f"name_{n}"], email=data[f"email_{n}"])
            for n in range(self.count)
            if data.get(f"name_{n}")
        ]

    def facts(self) -> dict[str, Any]:
        """Give the round as commands take it."""
        data = self.cleaned_data
        days = {name: data[name] for name in ("opens_on", "closes_on", "question")}
        return {**days, "readers": self.invited()}


class AnswerForm(forms.Form):
    """What a reader has to say, and which areas it speaks of."""

    answer = Text(label=_("Your answer"), most=MOST_LETTERS, rows=8)
    area_codes = forms.MultipleChoiceField(
        label=_("Which areas does it speak of?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave empty when it is about the plan as a whole."),
    )

    def __init__(self, *args: Any, areas: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """`areas` are (code, name) of the version that is read."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["area_codes"]
        field.choices = [(code, f"{code} {title}") for code, title in areas]
        if not field.choices:
            del self.fields["area_codes"]
