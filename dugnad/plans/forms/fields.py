"""Fields of a plan's forms: running text, numbers as people write them, whole kroner, days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.kit.money import format_number, parse_number
from dugnad.plans.rules.amounts import MOST

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SECTION_LETTERS = 200_000  # some eighty pages; what is longer is an enclosure, not a section
TEXT_LETTERS = 20_000
_MOST_NUMBER = Decimal(10) ** 11
_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)


def _too_long(letters: int, most: int) -> str:
    sentence = ngettext(
        "Write at most %(most)s letters; this is %(letters)s letter.",
        "Write at most %(most)s letters; this is %(letters)s letters.",
        letters,
    )
    language = get_language() or "nb"
    return sentence % {"most": format_number(most, language), "letters": format_number(letters, language)}


_said_too_long = lazy(_too_long, str)


class Text(forms.CharField):
    """Running text with a limit that is said in a sentence; newlines are kept as one sign each."""

    def __init__(self, *, most: int = TEXT_LETTERS, rows: int = 4, **options: Any) -> None:
        """`most` is the number of letters, `rows` how tall the box is at first."""
        self.most = most
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        """Read the text; browsers send two signs for each newline."""
        return str(super().to_python(value) or "").replace("\r\n", "\n")

    def validate(self, value: Any) -> None:
        """Refuse what is too long, and say how long it is."""
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(_said_too_long(len(value), self.most))


class Line(forms.CharField):
    """One line of text."""

    def __init__(self, *, most: int, **options: Any) -> None:
        """`most` is the number of letters."""
        self.most = most
        super().__init__(**options)

    def validate(self, value: Any) -> None:
        """Refuse what is too long, and say how long it is."""
        super().validate(value)
        if len(value) > self.most:
            raise ValidationError(_said_too_long(len(value), self.most))


class Number(forms.Field):
    """A number as people write it: «1 200», «2,5»; at most two decimals."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        """Ask for a number; phones show their numbers' keyboard."""
        super().__init__(**{"widget": forms.TextInput(attrs={"inputmode": "decimal"}), **options})

    def to_python(self, value: Any) -> Decimal | None:
        """Read the number, or say how one is written."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            number = parse_number(text)
        except ValueError:
            raise ValidationError(_("Write a number, for example 1 200 or 2,5.")) from None
        if round(number, 2) != number or abs(number) >= _MOST_NUMBER:
            raise ValidationError(
                _("Write a number with at most two decimals, below a hundred thousand million.")
            )
        return number

    def prepare_value(self, value: Any) -> Any:
        """Write the number as the reader's language does; what was typed stays as it was typed."""
        return format_number(value, get_language() or "nb") if isinstance(value, Decimal | int) else value


class Kroner(Number):
    """Whole kroner, never negative."""

    def to_python(self, value: Any) -> Any:
        """Read the amount, or say what is wrong with it."""
        amount = super().to_python(value)
        if amount is None:
            return None
        if amount != amount.to_integral_value():
            raise ValidationError(_("Write whole kroner, without øre."))
        if amount < 0:
            raise ValidationError(_("An amount cannot be negative."))
        if amount > MOST:
            raise ValidationError(_("An amount is too large; write whole kroner."))
        return int(amount)


def day(label: StrOrPromise, *, help_text: StrOrPromise = "", required: bool = False) -> forms.DateField:
    """Ask for a day that exists, between 1990 and 2099."""
    return _Day(
        label=label,
        help_text=help_text,
        required=required,
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d"),
        error_messages={"invalid": _("Write a day that exists, for example 01.03.2027.")},
    )


class _Day(forms.DateField):
    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not _FIRST <= value <= _LAST:
            raise ValidationError(_("Choose a day between 1990 and 2099."))


def for_year(sentence: StrOrPromise, year: int) -> StrOrPromise:
    """Say something of a year (`%(year)s`), when it is read."""
    return say(sentence, year=str(year))
