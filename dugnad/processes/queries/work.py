"""What stands where in one process or many, read at once: the ground for "mine to do now"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, Prefetch, Q, prefetch_related_objects
from django.utils import timezone

from dugnad.people.models import Person, PlaceRole
from dugnad.processes.models import Deadline, Gate, Phase, Process, ProcessRole
from dugnad.processes.queries.path import gates_decided
from dugnad.processes.rules import role_kinds

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """A process as somebody meets it now: their parts, who else is there, what is open and what is due."""

    process: Process
    kinds: frozenset[str]
    phases: tuple[Phase, ...]
    gates: tuple[Gate, ...]
    deadlines: tuple[Deadline, ...]
    roles: tuple[ProcessRole, ...]
    by: Person | None
    at: datetime

    def has_part(self, *kinds: str) -> bool:
        """Tell whether the reader has any of these parts."""
        return not self.kinds.isdisjoint(kinds)

    def is_held(self, kind: str) -> bool:
        """Tell whether anybody has this part in the process."""
        return any(role.kind == kind for role in self.roles)

    def opens(self, act: str) -> bool:
        """Tell whether an open phase of a running process opens this act."""
        running = self.process.state == Process.State.RUNNING
        return running and any(
            phase.state == Phase.State.OPEN and act in phase.opens for phase in self.phases
        )

    def waiting_gates(self) -> list[Gate]:
        """Give the gates whose turn it is."""
        if self.process.state != Process.State.RUNNING:
            return []
        come = {phase.pk for phase in self.phases if phase.state in {Phase.State.OPEN, Phase.State.DONE}}
        return [gate for gate in self.gates if gate.state != Gate.State.PASSED and gate.phase_id in come]

    def my_deadlines(self) -> list[Deadline]:
        """Give what the reader answers for: by name, or by part where nobody is named."""
        return [
            row
            for row in self.deadlines
            if (self.by and row.owner_id == self.by.pk)
            or (row.owner_id is None and row.owner_kind in self.kinds)
        ]


def standing_of(process: Process, *, by: Person | None, at: datetime) -> Standing:
    """Read how one process stands; five queries."""
    kinds = role_kinds(process, by=by, at=at)
    prefetch_related_objects([process], *_parts(timezone.localdate(at)))
    return _standing(process, kinds, by=by, at=at)


def standings_of(person: Person, *, at: datetime) -> list[Standing]:
    """Read how all processes stand where the person has a part, also through the place; six queries."""
    parts = my_parts(person, at=at)
    found = Process.objects.filter(pk__in=parts).exclude(state=Process.State.WITHDRAWN)
    rows = found.select_related("place").prefetch_related(*_parts(timezone.localdate(at)))
    return [_standing(process, parts[process.pk], by=person, at=at) for process in rows]


def my_parts(person: Person, *, at: datetime) -> dict[int, frozenset[str]]:
    """Give the person's parts by process: their own and those in its place, not the whole installation's."""
    day = timezone.localdate(at)
    own = ProcessRole.objects.on(day).filter(person=person).order_by().values_list("process", "kind")
    here = PlaceRole.objects.on(day).filter(person=person).order_by()
    paths = ("place__processes", "place__municipalities__processes", "place__members__processes")
    of_places = [
        here.filter(~Q(**{path: None})).annotate(of=F(path)).values_list("of", "kind") for path in paths
    ]
    parts: dict[int, set[str]] = {}
    for process_id, kind in own.union(*of_places):
        parts.setdefault(process_id, set()).add(kind)
    return {process_id: frozenset(kinds) for process_id, kinds in parts.items()}


def _parts(day: date) -> list[Any]:
    return [
        "phases",
        Prefetch("gates", queryset=gates_decided()),
        Prefetch("deadlines", queryset=Deadline.objects.filter(done_at=None).select_related("owner")),
        Prefetch("roles", queryset=ProcessRole.objects.on(day).select_related("person")),
    ]


def _standing(process: Process, kinds: frozenset[str], *, by: Person | None, at: datetime) -> Standing:
    return Standing(
        process=process,
        kinds=kinds,
        phases=tuple(process.phases.all()),
        gates=tuple(process.gates.all()),
        deadlines=tuple(process.deadlines.all()),
        roles=tuple(process.roles.all()),
        by=by,
        at=at,
    )
