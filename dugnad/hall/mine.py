"""What waits for a person in all their processes, remembered until something happens anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.cache import cache
from django.utils import timezone
from django.utils.translation import get_language

from dugnad.hall.next_steps import NextStep, next_steps
from dugnad.journal.models import Entry
from dugnad.processes.queries.work import standings_of

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person

_KEEP_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Mine:
    """One of the reader's processes, and what waits for them in it."""

    title: str
    address: str
    place: str
    steps: tuple[NextStep, ...]


def mine(person: Person, *, at: datetime) -> list[Mine]:
    """Give the person's processes with what waits in each; one query when nothing has happened meanwhile.

    Every act anywhere, a changed part included, is an entry in the journal; and a day passes.
    """
    newest = Entry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    key = f"mine/{person.pk}/{newest}/{timezone.localdate(at)}/{get_language()}"
    known: list[Mine] | None = cache.get(key)
    if known is None:
        known = [
            Mine(row.process.title, row.process.address, row.process.place.name, tuple(next_steps(row)))
            for row in standings_of(person, at=at)
        ]
        cache.set(key, known, _KEEP_SECONDS)
    return known
