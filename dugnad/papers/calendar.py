"""Deadlines and meetings as a calendar file or feed (.ics, RFC 5545)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import icalendar

from dugnad.papers.flow import printable

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a time.

    `uid` stays the same for as long as the event lives and `sequence` rises when it changes, so that
    calendars move it instead of showing it twice. A date lasts all day, and its `end` is the last day;
    a time must know its zone.
    """

    uid: str
    summary: str
    start: date | datetime
    end: date | datetime | None = None
    description: str = ""
    location: str = ""
    url: str = ""
    sequence: int = 0
    cancelled: bool = False


def to_calendar(name: str, events: Iterable[Event], *, language: str, stamp: datetime) -> bytes:
    """Give the events as an iCalendar file, times in UTC.

    `stamp` (with its zone) says when this version was made; the same input gives the same bytes.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Dugnad//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", printable(name))
    calendar.add("name", printable(name), parameters={"LANGUAGE": language})
    for event in events:
        calendar.add_component(_component(event, language, stamp))
    content: bytes = calendar.to_ical()
    return content


def _component(event: Event, language: str, stamp: datetime) -> icalendar.Event:
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("dtstamp", stamp.astimezone(UTC))
    component.add("sequence", event.sequence)
    component.add("dtstart", _utc(event.start))
    if event.end is not None:
        component.add("dtend", _utc(event.end) if isinstance(event.end, datetime) else _day_after(event.end))
    component.add("summary", printable(event.summary), parameters={"LANGUAGE": language})
    for field, text in (("description", event.description), ("location", event.location)):
        if text:
            component.add(field, printable(text), parameters={"LANGUAGE": language})
    if event.url:
        component.add("url", event.url)
    if event.cancelled:
        component.add("status", "CANCELLED")
    if not isinstance(event.start, datetime):
        component.add("transp", "TRANSPARENT")
    return component


def _utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _day_after(day: date) -> date:
    return day + timedelta(days=1)
