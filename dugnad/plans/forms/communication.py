"""What is typed about communication activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person
from dugnad.plans.commands import CommunicationFacts
from dugnad.plans.forms.draft import Draft
from dugnad.plans.forms.fields import Line, Text, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dugnad.processes.models import Phase


class CommunicationForm(Draft):
    """What is done so that people know: for whom, how, when and by whom."""

    title = Line(label=_("What is done"), most=200, help_text=_("For example: a popular meeting."))
    audience = Line(label=_("For whom"), most=160)
    channel = Line(
        label=_("How they are reached"), most=160, help_text=_("For example: the local paper, the school.")
    )
    planned_on = day(_("Day"), required=True)
    phase_key = forms.ChoiceField(label=_("Belongs to the phase"), required=False)
    owner = forms.TypedChoiceField(label=_("Who sees to it"), required=False, coerce=int, empty_value=None)
    owner_name = Line(label=_("or somebody without a part here"), most=120, required=False)

    def __init__(self, *args: Any, people: Sequence[Person], phases: Iterable[Phase], **kwargs: Any) -> None:
        """`people` have a part in the process, `phases` are its."""
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        owner: Any = self.fields["owner"]
        owner.choices = [("", _("Nobody chosen")), *((person.pk, str(person)) for person in people)]
        phase: Any = self.fields["phase_key"]
        phase.choices = [("", _("None in particular")), *((row.key, row.title) for row in phases)]

    def clean(self) -> dict[str, Any]:
        """One owner, not two."""
        data = super().clean() or {}
        if data.get("owner") and data.get("owner_name"):
            self.add_error("owner_name", _("Choose somebody with a part or write a name, not both."))
        return data

    def facts(self) -> CommunicationFacts:
        """Give the activity as commands take it."""
        words = self.values()
        return CommunicationFacts(**{**words, "owner": self.people.get(words["owner"])})


class TickForm(forms.Form):
    """When it was done, and what came of it."""

    done_on = day(_("Done on"), required=True)
    result = Text(label=_("What came of it"), required=False, rows=3, most=5000)
