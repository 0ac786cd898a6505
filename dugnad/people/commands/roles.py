"""Roles in a place or in the whole installation: invited, given, ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce
from dugnad.people.commands.persons import enrol_person
from dugnad.people.models import PlaceRole, RoleKind
from dugnad.people.rules import may_end_role, may_give_role, may_invite_person

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person, Place


@transaction.atomic
def invite_person(
    place: Place | None,
    *,
    email: str,
    name: str = "",
    language: str = "",
    kind: str,
    since: date | None = None,
    until: date | None = None,
    by: Person | None,
    at: datetime,
) -> PlaceRole:
    """Write a person into the register where needed and give them a role.

    The mail is sent afterwards by `people.notices.send_invitation`, since mail cannot be rolled back.
    """
    enforce(may_invite_person(place, by=by, at=at))
    person = enrol_person(email, name=name, language=language, by=by, at=at)
    return give_role(person, place=place, kind=kind, since=since, until=until, by=by, at=at)


@transaction.atomic
def give_role(
    person: Person,
    *,
    place: Place | None,
    kind: str,
    since: date | None = None,
    until: date | None = None,
    by: Person | None,
    at: datetime,
) -> PlaceRole:
    """Give a person a role from the first day to the last, both included; without dates it simply holds."""
    enforce(may_give_role(place, by=by, at=at, person=person, kind=kind, since=since, until=until))
    return _write_role(person, place=place, kind=kind, since=since, until=until, by=by, at=at)


@transaction.atomic
def end_role(role: PlaceRole, *, until: date, by: Person | None, at: datetime) -> PlaceRole:
    """End a role after this day; it stays in the register as history."""
    enforce(may_end_role(role, by=by, at=at, until=until))
    role.until = until
    role.save(update_fields=["until"])
    journal.record(
        "role.ended",
        subject=f"person/{role.person_id}",
        by=by,
        at=at,
        content={"role": role.pk, "kind": role.kind, "place": role.place_id, "until": until.isoformat()},
    )
    return role


@transaction.atomic
def appoint_administrator(email: str, *, name: str = "", at: datetime) -> Person:
    """Make someone administrator of the installation, from the server's command line.

    Asks no rule: whoever runs commands on the server already has everything in hand.
    """
    person = enrol_person(email, name=name, by=None, at=at)
    if not PlaceRole.objects.filter(
        person=person, place=None, kind=RoleKind.ADMINISTRATOR, until=None
    ).exists():
        _write_role(person, place=None, kind=RoleKind.ADMINISTRATOR, since=None, until=None, by=None, at=at)
    return person


def _write_role(
    person: Person,
    *,
    place: Place | None,
    kind: str,
    since: date | None,
    until: date | None,
    by: Person | None,
    at: datetime,
) -> PlaceRole:
    role = PlaceRole.objects.create(person=person, place=place, kind=kind, since=since, until=until)
    journal.record(
        "role.given",
        subject=f"person/{person.pk}",
        by=by,
        at=at,
        content={"role": role.pk, "kind": str(kind), "place": place.pk if place else None},
    )
    return role
