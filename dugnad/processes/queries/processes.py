"""Processes: one to look at, and lists of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from dugnad.people.models import Place, PlaceRole
from dugnad.processes.models import Phase, Process, ProcessRole
from dugnad.processes.rules.start import STARTERS

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.people.models import Person


def processes_with_place() -> QuerySet[Process]:
    """Give all processes with their place; a page asks `may_see` for the one it shows."""
    return Process.objects.select_related("place", "copied_from")


def process_ids_of(person: Person, *, at: datetime) -> list[int]:
    """Give the processes that the person has a part in today, through the process or its place."""
    day = timezone.localdate(at)
    own = ProcessRole.objects.on(day).filter(person=person).values("process")
    here = PlaceRole.objects.on(day).filter(person=person)
    if here.filter(place=None).exists():
        return list(Process.objects.order_by().values_list("pk", flat=True))
    places = here.values("place")
    of_places = Q(place__in=places) | Q(place__county__in=places) | Q(place__areas__in=places) | Q(pk__in=own)
    return list(Process.objects.order_by().filter(of_places).distinct().values_list("pk", flat=True))


def processes_seen(*, by: Person | None, at: datetime) -> QuerySet[Process]:
    """Give what this reader may see: what is published, and for a person where they have a part.

    Each comes with the title of the phase that is open (`now_in`).
    """
    published = Process.objects.published()
    own = process_ids_of(by, at=at) if by else []
    seen = published | Process.objects.filter(pk__in=own)
    opened = Phase.objects.filter(process=OuterRef("pk"), state=Phase.State.OPEN).order_by("number")
    return seen.select_related("place").annotate(now_in=Subquery(opened.values("title")[:1]))


def narrowed(
    processes: QuerySet[Process], *, q: str | None, place: Place | None, state: str | None
) -> QuerySet[Process]:
    """Give those of the processes that fit words in the title, a place and a state; none narrows nothing."""
    if q:
        processes = processes.filter(title__iregex=re.escape(q))  # LIKE knows no case for æøå on SQLite
    if place:
        processes = processes.filter(place=place)
    return processes.filter(state=state) if state else processes


def processes_to_tidy(*, at: datetime) -> QuerySet[Process]:
    """Give the processes that are over and whose personal text has been kept as long as it may."""
    over = Process.objects.filter(state__in=(Process.State.CLOSED, Process.State.WITHDRAWN))
    return over.filter(keep_personal_until__lt=timezone.localdate(at)).order_by("pk")


def places_of(processes: QuerySet[Process]) -> QuerySet[Place]:
    """Give the places of these processes by name, to choose from."""
    return Place.objects.filter(pk__in=processes.order_by().values("place")).order_by("name")


def first_choices(places: QuerySet[Place], *, at: datetime) -> dict[str, Any]:
    """Give what the form for a new process begins with: today, and the first place with its language."""
    place = places.first()
    today = {"starts_on": timezone.localdate(at)}
    return {**today, "place": place, "language": place.language} if place else today


def places_to_start_in(person: Person, *, at: datetime) -> QuerySet[Place]:
    """Give the places in use where this person may start a process (the same as `may_start` says)."""
    held = PlaceRole.objects.on(timezone.localdate(at)).filter(person=person, kind__in=STARTERS)
    places = Place.objects.filter(is_active=True).order_by("name")
    if held.filter(place=None).exists():
        return places
    own = held.values("place")
    return places.filter(Q(pk__in=own) | Q(county__in=own) | Q(areas__in=own)).distinct()
