"""Who has which part in a process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from dugnad.people.models import Person, RoleKind
from dugnad.processes.models import ProcessRole

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of part, and everyone who has or had it."""

    kind: str
    title: StrOrPromise
    holders: tuple[ProcessRole, ...]


def parts_of(process: Process, *, at: datetime) -> list[Part]:
    """Give each part with those who have it now or will, then those who had it; in one query."""
    day = timezone.localdate(at)
    roles = list(ProcessRole.objects.filter(process=process).select_related("person__organisation"))
    roles.sort(key=lambda role: (is_over(role, at=at), role.until or day, role.person.name))
    return [
        Part(kind, RoleKind(kind).label, held)
        for kind in RoleKind.values
        if (held := tuple(role for role in roles if role.kind == kind))
    ]


def is_over(role: ProcessRole, *, at: datetime) -> bool:
    """Tell whether the part has ended."""
    return role.until is not None and role.until < timezone.localdate(at)


def roles_with_process() -> QuerySet[ProcessRole]:
    """Give parts with person, process and place, for acting on one of them."""
    return ProcessRole.objects.select_related("person", "process__place")


def people_nearby(process: Process) -> QuerySet[Person]:
    """Give those who already have a part in this place or its processes, to choose among."""
    near = Q(place_roles__place=process.place_id) | Q(process_roles__process__place=process.place_id)
    return Person.objects.filter(near, erased_at=None, is_active=True).distinct().order_by("name", "email")


def people_in(process: Process) -> QuerySet[Person]:
    """Give those who have or had a part in this process, to choose among."""
    people = Person.objects.filter(process_roles__process=process, erased_at=None)
    return people.distinct().order_by("name", "email")
