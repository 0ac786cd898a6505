"""The demo's dates: written for one day, moved to the day it is loaded."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from dateutil.relativedelta import relativedelta

if TYPE_CHECKING:
    from dugnad.plans.outline import PlanOutline

WRITTEN_FOR = date(2026, 11, 23)  # a Monday; weeks are moved whole, so that meetings keep their weekdays

_PLANNED = ("periods", "main_goal", "areas", "administration", "money", "action_plans")
_LIVED = ("status", "analysis", "gatherings", "communication")
Part = TypeVar("Part")
_YEAR = re.compile(r"\b20[23]\d\b")


def days_moved(at: datetime) -> timedelta:
    """Give how far what has happened is moved: whole weeks, to the week that has this day in it or after it.

    What is written for the last week before that day has thus always happened already.
    """
    return timedelta(weeks=-((WRITTEN_FOR - at.date()).days // 7))


def moved_to(outline: PlanOutline, at: datetime) -> PlanOutline:
    """Give the outline as it would stand at this moment: events moved by weeks, plan years by whole years."""
    weeks, years = days_moved(at), at.year - WRITTEN_FOR.year
    changes: dict[str, Any] = {key: _moved(getattr(outline, key), weeks, 0) for key in _LIVED}
    changes |= {key: _moved(getattr(outline, key), timedelta(), years) for key in _PLANNED}
    return _said(replace(outline, **changes), years)


def _said(part: Part, years: int) -> Part:
    """Move the years that texts speak of, so that a plan for 2028 is not called one for 2027."""
    if isinstance(part, str):
        return _YEAR.sub(lambda year: str(int(year[0]) + years), part)  # type: ignore[return-value]
    if isinstance(part, tuple):
        return tuple(_said(item, years) for item in part)  # type: ignore[return-value]
    if not is_dataclass(part) or isinstance(part, type):
        return part
    return replace(part, **{field.name: _said(getattr(part, field.name), years) for field in fields(part)})


def _moved(part: Part, weeks: timedelta, years: int) -> Part:
    """Move every date, and every year of a plan, in a part and what it holds; anchorings are events."""
    if isinstance(part, tuple):
        return tuple(_moved(item, weeks, years) for item in part)  # type: ignore[return-value]
    if isinstance(part, date):
        return part + weeks + relativedelta(years=years)
    if not is_dataclass(part) or isinstance(part, type):
        return part
    changes: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if field.name == "year" and value is not None:
            changes[field.name] = value + years
        elif field.name == "anchored_on" and value is not None:
            changes[field.name] = value + (weeks or timedelta(days=365 * years // 7 * 7))
        else:
            changes[field.name] = _moved(value, weeks, years)
    return replace(part, **changes)


def morning(day: date) -> datetime:
    """Give nine in the morning (Norwegian winter time) of a day, as a moment."""
    return datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
