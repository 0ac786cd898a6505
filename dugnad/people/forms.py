"""The shape of what is typed about people and places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from dugnad.kit.colours import is_colour
from dugnad.people.models import Milieu, RoleKind
from dugnad.people.queries import municipalities_called, organisations, places_in_use
from dugnad.people.rules import bare_number, check_colour, check_organisation_number, check_span

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

    from dugnad.people.models import Organisation, Place

PLACE_ROLES = [
    RoleKind.ADMINISTRATOR,
    RoleKind.COUNCIL_SECRETARY,
    RoleKind.COUNTY_ADVISER,
    RoleKind.IN_ADVISER,
    RoleKind.ORGANISER,
    RoleKind.EDITOR,
]
_DAY = {"type": "date"}


def _day(label: object, help_text: object = "") -> forms.DateField:
    widget = forms.DateInput(attrs=_DAY, format="%Y-%m-%d")
    return forms.DateField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        required=False,
        widget=widget,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
        error_messages={"invalid": _("Write a day that exists, for example 01.03.2027.")},
    )


class Invitation(forms.Form):
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    language = forms.ChoiceField(
        label=_("Language of the invitation"), choices=settings.LANGUAGES, required=False
    )
    place: forms.ModelChoiceField[Place] = forms.ModelChoiceField(
        label=_("Place"), queryset=None, required=False, empty_label=_("The whole installation")
    )
    kind = forms.ChoiceField(label=_("Role"), choices=[(kind.value, kind.label) for kind in PLACE_ROLES])
    since = _day(_("First day"), _("Leave open when the role holds from now on."))
    until = _day(_("Last day"), _("Leave open when the role has no end."))

    def __init__(self, *args: Any, places: QuerySet[Place] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = places_in_use() if places is None else places  # type: ignore[attr-defined]

    def clean_until(self) -> date | None:
        until: date | None = self.cleaned_data.get("until")
        if not (verdict := check_span(self.cleaned_data.get("since"), until)):
            raise forms.ValidationError(str(verdict))
        return until


class RoleEnd(forms.Form):
    until = _day(_("Last day"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].required = True


class Profile(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    phone = forms.RegexField(
        r"^[0-9+() .-]*$",
        label=_("Telephone"),
        max_length=30,
        required=False,
        error_messages={"invalid": _("Write the telephone number with digits, for example +47 77 00 00 00.")},
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )
    language = forms.ChoiceField(
        label=_("Language"),
        choices=[("", _("The browser's language")), *settings.LANGUAGES],
        required=False,
        help_text=_("Pages and mail come in this language."),
    )
    wants_mail = forms.BooleanField(label=_("Send me mail about my deadlines and decisions"), required=False)
    wants_digest = forms.BooleanField(
        label=_("Gather what happens in one mail instead of many"), required=False
    )


class Affiliation(forms.Form):
    milieu = forms.ChoiceField(
        label=_("Milieu"),
        choices=[("", _("None")), *Milieu.choices],
        required=False,
        help_text=_("Which of the nine milieux you speak from. It shows who has been heard."),
    )
    organisation: forms.ModelChoiceField[Organisation] = forms.ModelChoiceField(
        label=pgettext_lazy("body", "Organisation"), queryset=None, required=False, empty_label=_("None")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations()  # type: ignore[attr-defined]


class OrganisationFacts(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=160)
    number = forms.CharField(
        label=_("Organisation number"),
        max_length=20,
        required=False,
        help_text=_("Nine digits in Norway, eight in Denmark (CVR)."),
    )
    place: forms.ModelChoiceField[Place] = forms.ModelChoiceField(
        label=_("Place"), queryset=None, required=False, empty_label=_("No single place")
    )
    milieu = forms.ChoiceField(label=_("Milieu"), choices=[("", _("None")), *Milieu.choices], required=False)

    def __init__(self, *args: Any, places: QuerySet[Place], keeps_all: bool, **kwargs: Any) -> None:
        """`places` are those the person may choose among; who keeps them all may choose none."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.queryset, field.required = places, not keeps_all

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_number(self) -> str:
        number = bare_number(self.cleaned_data["number"])
        if not (verdict := check_organisation_number(number)):
            raise forms.ValidationError(str(verdict))
        return number


class PlaceSettings(forms.Form):
    name = forms.CharField(
        label=_("Name as shown"), max_length=120, help_text=_("For example Fjordvik kommune.")
    )
    logo = forms.FileField(
        label=_("Logo"),
        required=False,
        help_text=_("PNG or JPEG, at most 2 MB. What the file says about camera and place is removed."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    removes_logo = forms.BooleanField(label=_("Remove the logo"), required=False)
    colour = forms.CharField(
        label=_("Colour"),
        max_length=7,
        widget=forms.TextInput(attrs={"type": "color"}),
        help_text=_("The municipality's own colour. Dugnad makes the shades that can be read."),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, help_text=_("New processes and papers begin in it.")
    )
    contact_email = forms.EmailField(label=_("E-mail for questions"), required=False)
    contact_phone = forms.CharField(label=_("Telephone for questions"), max_length=30, required=False)

    def clean_colour(self) -> str:
        colour = str(self.cleaned_data["colour"])
        if not is_colour(colour):
            raise forms.ValidationError(str(check_colour(colour)))
        return colour


class Area(forms.Form):
    name = forms.CharField(
        label=_("Name of the area"), max_length=120, help_text=_("For example Midt-Troms.")
    )
    members = forms.CharField(
        label=_("Municipalities"),
        max_length=2000,
        help_text=_("One on each line, by name or number."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_members(self) -> list[Place]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["members"].splitlines()]
        return [_municipality(line) for line in dict.fromkeys(filter(None, lines[:100]))]


def _municipality(words: str) -> Place:
    found = list(municipalities_called(words))
    if not found:
        raise forms.ValidationError(
            _("There is no municipality with the name or number “%(words)s”."), params={"words": words}
        )
    if len(found) > 1:
        numbers = ", ".join(f"{place.code} ({place.county})" for place in found)
        raise forms.ValidationError(
            _("Several municipalities are called “%(words)s”. Write the number: %(numbers)s."),
            params={"words": words, "numbers": numbers},
        )
    return found[0]
