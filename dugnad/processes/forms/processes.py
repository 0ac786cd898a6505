"""What people type when they start, change, copy or end a process, and move along its path."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dugnad.people.models import Place
from dugnad.processes.forms.fields import day_field, words_field
from dugnad.processes.rules.blueprints import blueprints
from dugnad.processes.rules.times import check_adoption, check_period

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from dugnad.processes.models import Phase

    Days = tuple[date, date]


def _blueprint_choices() -> list[tuple[str, str]]:
    language = get_language() or "nb"
    return [(key, plan.title[language]) for key, plan in blueprints().items()]


class DatesForm(forms.Form):
    """The dates that everything else is planned from."""

    starts_on = day_field(_("The process starts"))
    adopt_by = day_field(
        _("To be adopted by"),
        required=False,
        help_text=_("Phases and deadlines are planned backwards from this day. Leave open to plan forwards."),
    )
    period_first = day_field(
        _("First day of the period"),
        required=False,
        help_text=_("The period the plan is for, such as the years of restructuring status."),
    )
    period_last = day_field(_("Last day of the period"), required=False)

    def clean(self) -> dict[str, Any]:
        """Nothing ends before it begins; a period has both its days."""
        data = super().clean() or {}
        first, last = data.get("period_first"), data.get("period_last")
        if data.get("starts_on") and not (verdict := check_adoption(data["starts_on"], data.get("adopt_by"))):
            self.add_error("adopt_by", str(verdict))
        if first and last and not (verdict := check_period((first, last))):
            self.add_error("period_last", str(verdict))
        both = not self.has_error("period_first") and not self.has_error("period_last")
        if both and bool(first) != bool(last):
            lacking = "period_last" if first else "period_first"
            self.add_error(lacking, _("A period has a first and a last day."))
        return data

    def dates(self) -> dict[str, Any]:
        """Give the dates as commands take them."""
        data = self.cleaned_data
        period = (data["period_first"], data["period_last"]) if data["period_first"] else None
        return {"starts_on": data["starts_on"], "adopt_by": data["adopt_by"], "period": period}


class StartForm(DatesForm):
    """A new process."""

    place = forms.ModelChoiceField(label=_("Place"), queryset=Place.objects.none(), empty_label=None)
    blueprint = forms.ChoiceField(label=_("What kind of work is it?"), choices=_blueprint_choices)
    title = forms.CharField(
        label=_("What is it called?"),
        max_length=200,
        help_text=_("For example: Restructuring plan for Fjordvik"),
    )
    language = forms.ChoiceField(
        label=_("Language of the process"),
        choices=settings.LANGUAGES,
        help_text=_("Phases, deadlines and papers come in this language."),
    )
    purpose = words_field(
        _("Purpose"), required=False, help_text=_("Why is this done? One or two sentences.")
    )
    mandate = words_field(
        _("Mandate"),
        required=False,
        help_text=_(
            "What has the municipality asked for? It can be written later, before the start decision."
        ),
    )
    field_order = ("place", "blueprint", "title", "language", "starts_on", "adopt_by", "period_first",
                   "period_last", "purpose", "mandate")  # fmt: skip

    def __init__(self, *args: Any, places: QuerySet[Place], **kwargs: Any) -> None:
        """`places` are those where the person may start a process."""
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]

    def planned(self) -> dict[str, Any]:
        """Give what the path is laid out from, for a look before anything is started."""
        data = self.cleaned_data
        return {word: data[word] for word in ("blueprint", "language", "starts_on", "adopt_by")}

    def start(self) -> dict[str, Any]:
        """Give what `start_process` takes besides place, person and moment."""
        words = ("blueprint", "title", "language", "purpose", "mandate")
        return {**self.dates(), **{word: self.cleaned_data[word] for word in words}}


class TimesForm(DatesForm):
    """Other dates for a process that runs, and why."""

    county_exception = forms.CharField(
        label=_("The county's written exception"),
        required=False,
        max_length=200,
        help_text=_("Where the period is longer than six years: the letter's date and reference."),
    )
    reason = forms.CharField(
        label=_("Why are the dates changed?"),
        max_length=200,
        help_text=_("The reason stands in the history."),
    )


class EditForm(forms.Form):
    """What a process is called, why it is, and what it has been asked to do."""

    title = forms.CharField(label=_("What is it called?"), max_length=200)
    purpose = words_field(_("Purpose"), required=False)
    mandate = words_field(_("Mandate"), required=False, rows=8)


class CopyForm(forms.Form):
    """A new process made after this one."""

    title = forms.CharField(label=_("What is the new process called?"), max_length=200)
    starts_on = day_field(_("The new process starts"))


class MidwayForm(forms.Form):
    """Where a process stands that is taken up midway."""

    phase = forms.ChoiceField(label=_("Which phase is the work in now?"), widget=forms.RadioSelect)
    reason = words_field(
        _("How far had the work come, and where is it documented?"),
        help_text=_("For example: two gatherings held in 2026, minutes in the archive, case 26/118."),
    )

    def __init__(self, *args: Any, phases: QuerySet[Phase], **kwargs: Any) -> None:
        """`phases` are the process's own, in order."""
        super().__init__(*args, **kwargs)
        self.fields["phase"].choices = [(row.key, row.title) for row in phases]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """A reason that is kept and shown."""

    reason = words_field(
        _("Reason"), help_text=_("It is kept in the journal and shown on the process's page.")
    )


class RenameForm(forms.Form):
    """What the municipality calls a phase."""

    title = forms.CharField(label=_("What do you call this phase?"), max_length=120)


class EmptyForm(forms.Form):
    """Nothing to fill in: the button is the answer."""


class ListForm(forms.Form):
    """Which processes to list."""

    q = forms.CharField(label=_("Words in the title"), required=False, max_length=100)
    place = forms.ModelChoiceField(
        label=_("Place"), queryset=Place.objects.none(), required=False, empty_label=_("All places")
    )
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(
        self, *args: Any, places: QuerySet[Place], states: list[tuple[str, Any]], **kwargs: Any
    ) -> None:
        """`places` and `states` are those there is something to show for."""
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places  # type: ignore[attr-defined]
        self.fields["state"].choices = [("", _("All states")), *states]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """Give what to narrow the list by; what cannot be understood narrows nothing."""
        self.is_valid()
        return {word: self.cleaned_data.get(word) for word in ("q", "place", "state")}

    def as_query(self) -> str:
        """Give the choices as an address carries them, ending in & when there are any."""
        chosen = {word: self.data[word] for word in ("q", "place", "state") if self.data.get(word)}
        return f"{urlencode(chosen)}&" if chosen else ""
