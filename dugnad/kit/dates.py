"""Dates as people count them: durations in months, clamped month ends, and each language's writing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from babel.dates import format_date as babel_date
from babel.dates import format_interval
from dateutil.relativedelta import relativedelta
from django.utils import timezone

if TYPE_CHECKING:
    from datetime import date, datetime

_LOCALES = {"en": "en_GB", "nb": "nb", "nn": "nn", "da": "da"}
_DURATION = re.compile(r"^(?P<sign>[+-]?)P(?:(?P<y>\d+)Y)?(?:(?P<m>\d+)M)?(?:(?P<w>\d+)W)?(?:(?P<d>\d+)D)?$")


def parse_duration(text: str) -> relativedelta:
    """Read a signed ISO-8601 duration of whole years, months, weeks and days (`-P2Y`, `P1M15D`).

    Raises:
        ValueError: when the text is not such a duration.
    """
    match = _DURATION.match(text)
    if not match or not any(match[part] for part in "ymwd"):
        message = f"not an ISO-8601 duration of years, months, weeks or days: {text!r}"
        raise ValueError(message)
    years, months, weeks, days = (int(match[part] or 0) for part in "ymwd")
    span = relativedelta(years=years, months=months, weeks=weeks, days=days)
    return -span if match["sign"] == "-" else span


def shift(day: date, duration: str) -> date:
    """Move a day by a signed ISO-8601 duration, month ends clamped (31 March, -P1M: 28 February)."""
    return day + parse_duration(duration)


def format_date(day: date, language: str) -> str:
    """Write a day out as the language does: «1. mars 2027», «1. marts 2027», «1 March 2027»."""
    pattern = "d MMMM y" if language == "en" else "d. MMMM y"
    return babel_date(day, pattern, locale=_LOCALES[language])


def format_span(first: date, last: date, language: str) -> str:
    """Write the days from the first to the last, short: «11. jan.–10. feb. 2027»; one day as one."""
    return str(format_interval(first, last, "yMMMd", locale=_LOCALES[language]))


def format_short(day: date, language: str) -> str:
    """Write a day with its month shortened: «1. mars 2027», "1 Mar 2027"."""
    return babel_date(day, "d MMM y" if language == "en" else "d. MMM y", locale=_LOCALES[language])


def format_times(starts_at: datetime, ends_at: datetime | None, language: str) -> str:
    """Write day and local time: «14. oktober 2027 kl. 18.00–20.00», "14 October 2027, 18:00–20:00"."""
    begins = timezone.localtime(starts_at)
    pattern, between = ("%H:%M", ", ") if language == "en" else ("%H.%M", " kl. ")
    times = [begins.strftime(pattern)]
    if ends_at:
        times.append(timezone.localtime(ends_at).strftime(pattern))
    return f"{format_date(begins.date(), language)}{between}{'–'.join(times)}"
