"""Fields that several forms of a process share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LONGEST = 20_000  # signs; some eight pages
_FIRST, _LAST = date(1990, 1, 1), date(2099, 12, 31)
_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d-%m-%Y"]


def day_field(label: StrOrPromise, *, required: bool = True, help_text: StrOrPromise = "") -> forms.DateField:
    """Ask for a day that exists, between 1990 and 2099."""
    out_of_reach = _("Choose a day between 1990 and 2099.")
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        input_formats=_FORMATS,
        widget=forms.DateInput(format="%Y-%m-%d"),
        validators=[MinValueValidator(_FIRST, out_of_reach), MaxValueValidator(_LAST, out_of_reach)],
        error_messages={"invalid": _("Write a day that exists, for example 01.03.2027.")},
    )


def words_field(
    label: StrOrPromise, *, required: bool = True, help_text: StrOrPromise = "", rows: int = 4
) -> forms.CharField:
    """Ask for running text of some eight pages at most."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
