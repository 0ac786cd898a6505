"""Plain factories: each makes the least valid object of its kind; keyword-only."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count

from dugnad.people.models import Person, Place, PlaceRole, RoleKind
from dugnad.processes.commands import start_process
from dugnad.processes.models import Process

AT = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
_numbers = count(1)


def person(*, name: str = "Kari Nordmann", email: str = "", **fields: object) -> Person:
    """A person who can sign in."""
    return Person.objects.create(
        name=name, email=email or f"person{next(_numbers)}@example.org", created_at=AT, **fields
    )


def place(*, name: str = "Fjordvik", code: str = "", **fields: object) -> Place:
    """A municipality that works with Dugnad."""
    values = {"kind": Place.Kind.MUNICIPALITY, "country": "no", "is_active": True, **fields}
    return Place.objects.create(name=name, code=code or f"90{next(_numbers):02}", **values)


def place_role(*, person: Person, kind: str, place: Place | None = None, **fields: object) -> PlaceRole:
    """A part in a place, or in the whole installation."""
    return PlaceRole.objects.create(person=person, place=place, kind=kind, **fields)


def administrator(**fields: object) -> Person:
    """A person who administers the installation."""
    made = person(**{"name": "Ada Administrator", **fields})  # type: ignore[arg-type]
    place_role(person=made, kind=RoleKind.ADMINISTRATOR)
    return made


def process(*, by: Person | None = None, at: datetime = AT, **fields: object) -> Process:
    """A restructuring plan's process that has just started; its project manager is `by`."""
    manager = by or person(name="Per Prosjektleder")
    where = fields.pop("place", None) or place()
    place_role(person=manager, kind=RoleKind.EDITOR, place=where)  # type: ignore[arg-type]
    values = {
        "blueprint": "restructuring-plan",
        "title": "Omstillingsplan for Fjordvik",
        "language": "nb",
        "starts_on": date(2027, 1, 11),
        "adopt_by": date(2027, 10, 14),
        "period": (date(2028, 1, 1), date(2033, 12, 31)),
        **fields,
    }
    return start_process(where, by=manager, at=at, **values)  # type: ignore[arg-type]
