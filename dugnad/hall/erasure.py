"""A person's data across the house: what each room tells and what it erases, written down in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dugnad.people.commands import erase_person
from dugnad.people.commands.persons import ERASED_NAME
from dugnad.people.queries import person_data
from dugnad.plans.models import Reader
from dugnad.processes.models import Attendance, Deadline, Follower, ProcessRole
from dugnad.voices.models import Comment, Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.people.models import Person

    Tell = Callable[[Person], list[Any]]
    Forget = Callable[[Person, datetime], object]


def process_roles_of(person: Person) -> QuerySet[ProcessRole]:
    """Give a person's parts in processes, with the process."""
    return ProcessRole.objects.filter(person=person).select_related("process").order_by("kind", "pk")


def _tell_roles(person: Person) -> list[Any]:
    fields = ("process__title", "kind", "title", "is_hired", "since", "until")
    return list(process_roles_of(person).values(*fields))


def _tell_deadlines(person: Person) -> list[Any]:
    return list(Deadline.objects.filter(owner=person).order_by("pk").values("process__title", "title"))


def _tell_attendance(person: Person) -> list[Any]:
    fields = ("meeting__starts_at", "meeting__body__name", "name", "part", "state")
    return list(Attendance.objects.filter(person=person).order_by("pk").values(*fields))


def _tell_follows(person: Person) -> list[Any]:
    rows = Follower.objects.filter(email__iexact=person.email).order_by("pk")
    return list(rows.values("process__title", "email", "language", "asked_at", "confirmed_at"))


def _tell_comments(person: Person) -> list[Any]:
    rows = Comment.objects.filter(by=person).order_by("pk")
    return list(rows.values("process__title", "where", "text", "at", "answer"))


def _tell_notes(person: Person) -> list[Any]:
    rows = Note.objects.filter(by=person).order_by("pk")
    return list(rows.values("process__title", "text", "is_shared", "at"))


def _tell_readings(person: Person) -> list[Any]:
    rows = Reader.objects.filter(email__iexact=person.email).order_by("pk")
    return list(rows.values("milieu", "name", "email", "answer", "answered_at"))


def _end_roles(person: Person, at: datetime) -> None:
    day = timezone.localdate(at)
    roles = ProcessRole.objects.filter(person=person)
    roles.filter(since__gt=day).delete()  # what has not begun never will
    roles.filter(Q(until=None) | Q(until__gt=day)).update(until=day)


def _free_deadlines(person: Person, _at: datetime) -> None:
    Deadline.objects.filter(owner=person).update(owner=None)


def _blank_attendance(person: Person, _at: datetime) -> None:
    Attendance.objects.filter(person=person).update(name=ERASED_NAME)


def _stop_following(person: Person, _at: datetime) -> None:
    Follower.objects.filter(email__iexact=person.email).delete()


def _remove_own_notes(person: Person, _at: datetime) -> None:
    Note.objects.filter(by=person, is_shared=False).delete()


def _blank_readings(person: Person, _at: datetime) -> None:
    Reader.objects.filter(email__iexact=person.email).update(name=ERASED_NAME, email="")


# Heading in the file of access → what the room tells about the person (GDPR art. 15).
ACCESS: dict[str, Tell] = {
    "roles_in_processes": _tell_roles,
    "deadlines": _tell_deadlines,
    "meetings": _tell_attendance,
    "followed_processes": _tell_follows,
    "comments": _tell_comments,
    "notes": _tell_notes,
    "reading_rounds": _tell_readings,
}

# What identifies the person and goes (GDPR art. 17). Comments and shared notes stay without their author's
# name, since the answers and decisions that followed from them would otherwise hang in the air.
ERASURE: tuple[Forget, ...] = (
    _end_roles,
    _free_deadlines,
    _blank_attendance,
    _stop_following,
    _blank_readings,
    _remove_own_notes,
)


def everything_about(person: Person, *, by: Person | None, at: datetime) -> dict[str, Any]:
    """Give all that is stored about a person, every room's part under its heading.

    Raises:
        Refused: unless asked by the person themself or an administrator.
    """
    data = person_data(person, by=by, at=at)
    return {**data, **{heading: tell(person) for heading, tell in ACCESS.items()}}


@transaction.atomic
def erase_everywhere(person: Person, *, by: Person | None, at: datetime) -> None:
    """Erase a person in all rooms, or in none; the rule is asked by `erase_person`, which goes last.

    Raises:
        Refused: unless asked by the person themself or an administrator, or for the last administrator.
    """
    for forget in ERASURE:
        forget(person, at)
    erase_person(person, by=by, at=at)
    transaction.on_commit(cache.clear)  # what pages remember may hold the name
