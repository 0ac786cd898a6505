"""What is typed about the analysis, and about the challenges and opportunities it found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.plans.commands import AnalysisFacts
from dugnad.plans.forms.draft import Draft
from dugnad.plans.forms.fields import SECTION_LETTERS, Line, Text, day
from dugnad.plans.models import Premise
from dugnad.plans.rules.grounds import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from dugnad.processes.models import Document

_MOST_COUNT = 10_000_000


def count(label: StrOrPromise, *, help_text: StrOrPromise = "") -> forms.IntegerField:
    """Ask for a whole number of persons or jobs."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=False,
        min_value=0,
        max_value=_MOST_COUNT,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "few"}),
        error_messages={
            "invalid": _("Write a whole number, for example 120."),
            "min_value": _("The number cannot be negative."),
            "max_value": _("Write at most ten million."),
        },
    )


class AnalysisForm(Draft):
    """What is known of the analysis itself."""

    title = Line(label=_("Title of the analysis"), most=200)
    author = Line(label=_("Made by"), most=160, required=False)
    finished_on = day(
        _("Finished on"),
        help_text=_("Leave empty while it is being written. A finished analysis is public with the process."),
    )
    summary = Text(label=_("Summary"), most=SECTION_LETTERS, rows=8, required=False)
    interviews = count(_("Interviews held"))
    survey_answers = count(_("Answers to the survey"))
    jobs_lost = count(_("Jobs lost"), help_text=_("What the restructuring status was given for."))
    jobs_lost_ripple = count(_("Further jobs lost as a consequence"))
    employed = count(_("Employed in the place before"))
    employed_year = forms.IntegerField(
        label=_("In the year"),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "few"}),
        error_messages={
            "invalid": _("Write a year with four digits."),
            "min_value": _("Write a year with four digits."),
            "max_value": _("Write a year with four digits."),
        },
    )

    def facts(self) -> AnalysisFacts:
        """Give the analysis as commands take it."""
        return AnalysisFacts(**self.values())


class PremiseForm(Draft):
    """A challenge or an opportunity."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=Premise.Kind.choices, widget=forms.RadioSelect)
    code = Line(
        label=_("Code"),
        most=8,
        help_text=_("One to eight letters and digits, for example U1 or M1; it stays the same."),
    )
    title = Line(label=_("In one line"), most=200)
    text = Text(label=_("More about it"), required=False, rows=6)

    def __init__(self, *args: Any, is_new: bool = False, **kwargs: Any) -> None:
        """Only a new one gets a code."""
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["code"]


class ReportForm(forms.Form):
    """Which of the process's documents is the analysis' report."""

    document = forms.TypedChoiceField(
        label=_("The report of the analysis"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, documents: Iterable[Document], **kwargs: Any) -> None:
        """`documents` are the process's."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["document"]
        field.choices = [("", _("No report yet")), *((row.pk, row.title) for row in documents)]
