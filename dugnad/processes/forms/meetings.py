"""The shape of meetings, agenda items, invitations, attendance and minutes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.processes.commands.agenda import ItemFacts
from dugnad.processes.commands.meetings import Invitee, MeetingFacts
from dugnad.processes.forms.fields import day_field, words_field
from dugnad.processes.models import Attendance
from dugnad.processes.rules.meetings import check_closing, check_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import QuerySet

    from dugnad.people.models import Person
    from dugnad.processes.models import Body, Gate
    from dugnad.processes.queries.meetings import ItemSheet

_ONE_A_LINE = _("One a line, for example: Ola Hansen <ola@example.org>")
_LINE = re.compile(r"^(?P<name>[^<>]*?)\s*(?:<(?P<email>[^<>]+)>)?$")


def _closing() -> tuple[forms.BooleanField, forms.CharField]:
    return (
        forms.BooleanField(
            label=_("Behind closed doors"),
            required=False,
            help_text=_("The public sees that there is something, and the legal basis, but not what it is."),
        ),
        forms.CharField(
            label=_("Legal basis for closing"),
            max_length=160,
            required=False,
            help_text=_("For example: kommuneloven § 11-5, offl. § 23 (1)."),
        ),
    )


class _Closable(forms.Form):
    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        basis = data.get("legal_basis") or ""
        verdict = check_closing(is_open=not data.get("is_closed"), legal_basis=basis)
        if not verdict and "legal_basis" not in self.errors:
            self.add_error("legal_basis", str(verdict))
        return data


class MeetingForm(_Closable):
    body: forms.ModelChoiceField[Body] = forms.ModelChoiceField(
        label=_("Which body meets"), queryset=None, empty_label=None
    )
    day = day_field(_("Day"))
    begins = forms.TimeField(label=_("Begins"), widget=forms.TimeInput)
    ends = forms.TimeField(label=_("Ends"), widget=forms.TimeInput, required=False)
    venue = forms.CharField(
        label=_("Where"), max_length=160, required=False, help_text=_("Room and address, or a link.")
    )
    remarks = words_field(_("Message to those who are called"), required=False, rows=3)
    is_closed, legal_basis = _closing()

    def __init__(self, *args: Any, bodies: QuerySet[Body] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if bodies is None:
            del self.fields["body"]
        else:
            self.fields["body"].queryset = bodies  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if {"day", "begins"} <= data.keys() and not check_span(*self._span(data)):
            self.add_error("ends", _("The meeting ends before it begins."))
        return data

    def _span(self, data: dict[str, Any]) -> tuple[datetime, datetime | None]:
        zone = timezone.get_current_timezone()
        begins = datetime.combine(data["day"], data["begins"], zone)
        return begins, datetime.combine(data["day"], data["ends"], zone) if data.get("ends") else None

    def facts(self) -> MeetingFacts:
        """Give what was typed as the command wants it."""
        data = self.cleaned_data
        starts_at, ends_at = self._span(data)
        return MeetingFacts(
            starts_at=starts_at, ends_at=ends_at, venue=data["venue"], remarks=data["remarks"],
            is_open=not data["is_closed"], legal_basis=data["legal_basis"] if data["is_closed"] else "",
        )  # fmt: skip


class ItemForm(_Closable):
    title = forms.CharField(label=_("Title"), max_length=200)
    text = words_field(_("What it is about"), required=False, rows=6)
    proposal = words_field(_("Proposed resolution"), required=False)
    gate: forms.ModelChoiceField[Gate] = forms.ModelChoiceField(
        label=_("Decision on the way"),
        queryset=None,
        required=False,
        empty_label=_("None: a matter for discussion or information"),
        help_text=_("Choose the decision this item prepares; it is recorded when the body has made it."),
    )
    is_closed, legal_basis = _closing()

    def __init__(self, *args: Any, gates: QuerySet[Gate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gate"].queryset = gates  # type: ignore[attr-defined]

    def facts(self) -> ItemFacts:
        """Give what was typed as the command wants it."""
        data = self.cleaned_data
        return ItemFacts(
            title=data["title"], text=data["text"], proposal=data["proposal"], gate=data["gate"],
            is_open=not data["is_closed"], legal_basis=data["legal_basis"] if data["is_closed"] else "",
        )  # fmt: skip


def read_names(text: str) -> list[Invitee]:
    """Read one person a line, «Name» or «Name <address>»; blank lines are nothing.

    Raises:
        ValidationError: naming the line that cannot be read.
    """
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _LINE.match(line)
        name, email = (match["name"], match["email"] or "") if match else ("", "")
        if not match or not (name or email):
            raise ValidationError(
                format_lazy(_("Write “{line}” as a name, or as name <address>."), line=line)
            )
        if email:
            try:
                validate_email(email)
            except ValidationError:
                raise ValidationError(
                    format_lazy(_("“{email}” is not an e-mail address."), email=email)
                ) from None
        found.append(Invitee(name=(name or email)[:120], email=email))
    return found


class CallForm(forms.Form):
    people = forms.MultipleChoiceField(
        label=_("Who is called"), widget=forms.CheckboxSelectMultiple, required=False
    )
    others = words_field(_("Others"), required=False, rows=3, help_text=_ONE_A_LINE)

    def __init__(self, *args: Any, people: Sequence[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(person.pk): (person, part) for person, part in people}
        field = self.fields["people"]
        field.choices = [(pk, f"{person}, {part}") for pk, (person, part) in self.known.items()]  # type: ignore[attr-defined]
        field.initial = list(self.known)

    def clean_others(self) -> list[Invitee]:
        return read_names(self.cleaned_data["others"])

    def invitees(self) -> list[Invitee]:
        """Give everybody who is called."""
        chosen = [self.known[pk] for pk in self.cleaned_data["people"]]
        by_part = [Invitee(name=str(person)[:120], part=part[:80], person=person) for person, part in chosen]
        return [*by_part, *self.cleaned_data["others"]]


class CancelForm(forms.Form):
    reason = words_field(_("Why the meeting is cancelled"), rows=3)


class AttendanceForm(forms.Form):
    others = words_field(_("Others who came"), required=False, rows=3, help_text=_ONE_A_LINE)

    def __init__(self, *args: Any, attendances: Sequence[Attendance], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {f"state_{row.pk}": row.pk for row in attendances}
        states = [choice for choice in Attendance.State.choices if choice[0] != Attendance.State.CALLED]
        for row in attendances:
            known = Attendance.State.PRESENT if row.state == Attendance.State.CALLED else row.state
            self.fields[f"state_{row.pk}"] = forms.ChoiceField(
                label=", ".join(filter(None, (row.name, row.part))), choices=states, initial=known
            )
        self.order_fields([*self.rows, "others"])

    def clean_others(self) -> list[Invitee]:
        return read_names(self.cleaned_data["others"])

    def states(self) -> dict[int, str]:
        """Give each attendance's state by its id."""
        return {pk: self.cleaned_data[name] for name, pk in self.rows.items()}


class MinutesForm(forms.Form):
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, items: Sequence[ItemSheet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {f"minutes_{item.pk}": item.pk for item in items}
        for item in items:
            field = words_field(f"{item.number}. {item.title}", required=False, rows=5)
            field.initial = item.minutes
            self.fields[f"minutes_{item.pk}"] = field

    def minutes(self) -> dict[int, str]:
        """Give each item's minutes by its id."""
        return {pk: self.cleaned_data[name] for name, pk in self.rows.items()}
