"""How templates write numbers, dates and running text; loaded everywhere."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django import template
from django.conf import settings
from django.utils.translation import get_language

from dugnad.kit.dates import format_date
from dugnad.kit.money import format_kroner, format_number
from dugnad.kit.richtext import to_html

if TYPE_CHECKING:
    from decimal import Decimal

    from django.utils.safestring import SafeString

register = template.Library()


def _language() -> str:
    return get_language() or settings.LANGUAGE_CODE


@register.filter
def long_date(day: date | datetime | None) -> str:
    """Write a day out: «1. mars 2027»; nothing for none."""
    if day is None or day == "":
        return ""
    return format_date(day.date() if isinstance(day, datetime) else day, _language())


@register.filter
def kroner(amount: int | str | None) -> str:
    """Write whole kroner: «kr 1 200 000»; nothing for none."""
    return "" if amount is None or amount == "" else format_kroner(int(amount), _language())


@register.filter
def number(value: Decimal | int | None) -> str:
    """Write a number: «12 345,6»; nothing for none."""
    return "" if value is None or value == "" else format_number(value, _language())


@register.filter
def rich(text: str | None) -> SafeString | str:
    """Show light markup as safe HTML."""
    return to_html(text) if text else ""
