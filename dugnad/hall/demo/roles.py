"""The demo's parts by name, for its sign-in page alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch

from dugnad.people.queries import demo_people
from dugnad.processes.models import ProcessRole

if TYPE_CHECKING:
    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True)
class DemoRole:
    """A fictional person one can be in the demo: the key to post, their name, and their part in words."""

    key: int
    name: str
    part: str


def demo_roles() -> list[DemoRole]:
    """Give the fictional people and what each of them does; three queries, however many there are."""
    roles = Prefetch("process_roles", queryset=ProcessRole.objects.order_by("kind", "pk"))
    people = demo_people().prefetch_related(roles)
    return [DemoRole(person.pk, str(person), _part(person)) for person in people]


def _part(person: Person) -> str:
    kinds = [role.get_kind_display() for role in (*person.place_roles.all(), *person.process_roles.all())]
    return ", ".join(dict.fromkeys(str(kind) for kind in kinds))
