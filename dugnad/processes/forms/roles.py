"""What people type about who has which part in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Person, RoleKind
from dugnad.people.rules import check_span
from dugnad.processes.forms.fields import day_field

if TYPE_CHECKING:
    from django.db.models import QuerySet


_KINDS = [(kind.value, kind.label) for kind in RoleKind if kind is not RoleKind.ADMINISTRATOR]


class RoleForm(forms.Form):
    """A part for somebody known here, or for somebody new."""

    kind = forms.ChoiceField(label=_("Part in the process"), choices=_KINDS)
    person = forms.ModelChoiceField(
        label=_("Somebody known here"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("Somebody new"),
    )
    name = forms.CharField(label=_("Name of somebody new"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("Their e-mail address"),
        max_length=254,
        required=False,
        help_text=_("They get a mail that tells how to sign in."),
    )
    title = forms.CharField(
        label=_("Title"), max_length=80, required=False, help_text=_("For example: leader, deputy.")
    )
    is_hired = forms.BooleanField(label=_("Hired from outside, not employed"), required=False)
    since = day_field(_("First day"), required=False, help_text=_("Leave open when it holds from now on."))
    until = day_field(_("Last day"), required=False, help_text=_("Leave open when it has no end."))

    def __init__(self, *args: Any, people: QuerySet[Person], **kwargs: Any) -> None:
        """`people` are those who already have a part in this place."""
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Somebody known is chosen, or somebody new is named by address; a part ends after it begins."""
        data = super().clean() or {}
        if not data.get("person") and not data.get("email") and not self.has_error("email"):
            self.add_error("email", _("Choose somebody known here, or write the address of somebody new."))
        if data.get("person") and data.get("email"):
            self.add_error("email", _("Choose somebody known or write an address, not both."))
        if not (verdict := check_span(data.get("since"), data.get("until"))):
            self.add_error("until", str(verdict))
        return data

    def given(self) -> dict[str, Any]:
        """Give what `give_role` and `invite_member` both take."""
        return {word: self.cleaned_data[word] for word in ("kind", "title", "is_hired", "since", "until")}


class EndForm(forms.Form):
    """The last day of a part."""

    until = day_field(_("Last day"))
