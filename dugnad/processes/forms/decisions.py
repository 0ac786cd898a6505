"""What is typed about a decision; every gate's page uses this form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dugnad.kit.dates import format_date
from dugnad.processes.forms.fields import day_field, words_field
from dugnad.processes.models import Decision
from dugnad.processes.rules.decisions import DecisionFacts, check_basis, check_day, check_reason

if TYPE_CHECKING:
    from datetime import datetime

_MOST = 1000  # members; the largest council has far fewer
_OPENNESS = [("open", _("Open meeting")), ("closed", _("Closed meeting"))]


def _votes(label: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=_MOST, required=False)


class DecisionForm(forms.Form):
    """What a body decided, as it is minuted. `facts()` gives it as commands take it."""

    result = forms.ChoiceField(label=_("Result"), choices=Decision.Result, widget=forms.RadioSelect)
    decided_on = day_field(_("Day of the meeting"))
    case_number = forms.CharField(
        label=_("Case number"), max_length=40, required=False, help_text=_("For example 27/14.")
    )
    wording = words_field(_("The resolution as minuted"), required=False, rows=6)
    reason = words_field(
        _("Reason"), required=False, help_text=_("Needed when the matter is sent back or rejected.")
    )
    votes_for = _votes(_("Votes for"))
    votes_against = _votes(_("Votes against"))
    votes_blank = _votes(_("Blank votes"))
    disqualified = forms.CharField(
        label=_("Disqualified members"),
        max_length=2000,
        required=False,
        help_text=_("One name a line."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    openness = forms.ChoiceField(
        label=_("Was the meeting open?"), choices=_OPENNESS, initial="open", widget=forms.RadioSelect
    )
    legal_basis = forms.CharField(
        label=_("Legal basis for closing it"),
        max_length=160,
        required=False,
        help_text=_("For example kommuneloven § 11-5."),
    )

    def __init__(
        self,
        *args: Any,
        at: datetime,
        results: tuple[str, ...] = tuple(Decision.Result.values),
        **kwargs: Any,
    ) -> None:
        """`at` is the request's moment; `results` those that this gate knows."""
        super().__init__(*args, **kwargs)
        self.at = at
        self.fields["result"].choices = [  # type: ignore[attr-defined]
            choice for choice in Decision.Result.choices if choice[0] in results
        ]

    def clean(self) -> dict[str, Any]:
        """Each rule of a decision speaks at the field it is about."""
        data = super().clean() or {}
        if data.get("result") and data.get("decided_on"):
            facts = self._facts(data)
            for field, verdict in (
                ("decided_on", check_day(facts, at=self.at)),
                ("legal_basis", check_basis(facts)),
                ("reason", check_reason(facts)),
            ):
                if not verdict:
                    self.add_error(field, str(verdict))
        return data

    def facts(self, *, in_retrospect: bool = False) -> DecisionFacts:
        """Give the decision as commands take it."""
        return replace(self._facts(self.cleaned_data), in_retrospect=in_retrospect)

    def summary(self) -> list[tuple[str, str]]:
        """Say each answer in words, for the page that asks whether it is right."""
        said = []
        for bound in self:
            value = self.cleaned_data.get(bound.name)
            if isinstance(value, date):
                value = format_date(value, get_language() or "nb")
            elif isinstance(bound.field, forms.ChoiceField):
                value = dict(list(bound.field.choices)).get(value)  # type: ignore[arg-type]
            said.append((str(bound.label), "" if value is None else str(value)))
        return said

    def _facts(self, data: dict[str, Any]) -> DecisionFacts:
        words = ("case_number", "wording", "reason", "disqualified", "legal_basis")
        said: dict[str, Any] = {word: data.get(word) or "" for word in words}
        said |= {side: data.get(side) for side in ("votes_for", "votes_against", "votes_blank")}
        is_open = data.get("openness") != "closed"
        return DecisionFacts(decided_on=data["decided_on"], result=data["result"], is_open=is_open, **said)
