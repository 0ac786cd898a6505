"""The key that lets somebody's calendar read a draft's deadlines, and only those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing

from dugnad.people.models import Person

if TYPE_CHECKING:
    from dugnad.processes.models import Process

_SALT = "dugnad.processes.calendar"


def calendar_key(process: Process, person: Person) -> str:
    """Sign that this person may read the deadlines of this process; it holds as long as their part does."""
    return signing.dumps([process.pk, person.pk], salt=_SALT)


def reader_of(process: Process, key: str) -> Person | None:
    """Give the person a key was made for, or none when it is not a key to this process."""
    try:
        process_id, person_id = signing.loads(key, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    people = Person.objects.filter(pk=person_id, is_active=True, erased_at=None)
    return people.first() if process_id == process.pk else None


def address_for(process: Process, person: Person | None) -> str:
    """Give the address of the calendar feed: open for a published process, with a key for a draft."""
    address = f"{settings.PUBLIC_URL}{process.address}deadlines.ics"
    is_open = process.published_at and process.state != process.State.WITHDRAWN
    return address if is_open or person is None else f"{address}?key={calendar_key(process, person)}"
