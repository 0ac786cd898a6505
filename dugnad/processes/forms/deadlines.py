"""What people type about deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person
from dugnad.processes.forms.fields import day_field
from dugnad.processes.models import Phase

if TYPE_CHECKING:
    from django.db.models import QuerySet


class DeadlineForm(forms.Form):
    """A deadline of one's own."""

    title = forms.CharField(label=_("What is to be done?"), max_length=160)
    due_on = day_field(_("By when?"))
    owner = forms.ModelChoiceField(
        label=_("Who answers for it?"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
    )
    phase = forms.ModelChoiceField(
        label=_("Which phase does it belong to?"),
        queryset=Phase.objects.none(),
        required=False,
        empty_label=_("The whole process"),
    )

    def __init__(self, *args: Any, people: QuerySet[Person], phases: QuerySet[Phase], **kwargs: Any) -> None:
        """`people` have a part in the process, `phases` are its own."""
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]
        self.fields["phase"].queryset = phases  # type: ignore[attr-defined]


class RetentionForm(forms.Form):
    """Until when personal text is kept."""

    until = day_field(_("Personal text is kept until"))


class MoveForm(forms.Form):
    """Another day for a deadline, and why."""

    due_on = day_field(_("New day"))
    reason = forms.CharField(
        label=_("Why is it moved?"),
        max_length=200,
        help_text=_("The reason stands in the deadline's history."),
    )
