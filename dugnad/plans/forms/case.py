"""What must be known before a case can be put before a body."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.processes.models import Body


class CaseForm(forms.Form):
    body = forms.ChoiceField(
        label=_("Which body decides"),
        choices=[
            (Body.Kind.STEERING_GROUP.value, Body.Kind.STEERING_GROUP.label),
            (Body.Kind.COUNCIL.value, Body.Kind.COUNCIL.label),
        ],
        widget=forms.RadioSelect,
        initial=Body.Kind.STEERING_GROUP.value,
    )
    meeting_on = forms.DateField(label=_("Day of the meeting"), widget=forms.DateInput, required=False)
    case_number = forms.CharField(label=_("Case number"), max_length=40, required=False)
    officer = forms.CharField(label=_("Case officer"), max_length=120, required=False)
    ending = forms.ChoiceField(
        label=_("As"),
        choices=[("pdf", _("PDF, to read and print")), ("docx", _("Word, to work on"))],
        widget=forms.RadioSelect,
        initial="pdf",
    )

    def case(self) -> dict[str, object]:
        """Give what the paper says about the case."""
        return {key: self.cleaned_data[key] for key in ("body", "meeting_on", "case_number", "officer")}
