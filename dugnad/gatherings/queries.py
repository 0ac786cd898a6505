"""Gatherings as pages show them, and which milieux they have heard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.gatherings.models import Gathering, Outcome
from dugnad.people.models import Milieu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from dugnad.gatherings.models import MilieuReached
    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True)
class Heard:
    """One of the nine milieux: how many people of it came to each gathering, and were reached otherwise.

    0 says that nobody came, None that they were there and nobody counted.
    """

    milieu: str
    name: StrOrPromise
    at_gatherings: tuple[int | None, ...]
    otherwise: int | None

    @property
    def is_heard(self) -> bool:
        """Tell whether anybody of it was reached."""
        return any(count != 0 for count in (*self.at_gatherings, self.otherwise))

    @property
    def people(self) -> int:
        """Give how many were counted in all; who came twice counts twice."""
        return sum(count or 0 for count in (*self.at_gatherings, self.otherwise))

    @property
    def cells(self) -> list[StrOrPromise | int]:
        """Give the row of the table: name, each gathering, otherwise, sum."""
        counts = [_shown(count) for count in (*self.at_gatherings, self.otherwise)]
        return [self.name, *counts, self.people or "–"]


def _shown(count: int | None) -> StrOrPromise | int:
    return _("yes") if count is None else count or "–"


@dataclass(frozen=True, slots=True)
class Reached:
    """One of the six outcomes, and each gathering that reached it."""

    kind: str
    name: StrOrPromise
    rows: tuple[Outcome, ...]

    @property
    def has_evidence(self) -> bool:
        """Tell whether some gathering says where it can be seen (A-10)."""
        return any(row.evidence.strip() for row in self.rows)


def gatherings() -> QuerySet[Gathering]:
    """Give all gatherings with what a page of one needs."""
    return Gathering.objects.select_related("process__place").prefetch_related("outcomes", "milieux")


def gatherings_of(process: Process) -> list[Gathering]:
    """Give the process's gatherings in the order they were held, with their outcomes."""
    return list(Gathering.objects.filter(process=process).prefetch_related("outcomes"))


def milieux_of(process: Process) -> list[MilieuReached]:
    """Give all milieux reached, at gatherings and otherwise."""
    return list(process.milieux_reached.all())


def reached_otherwise(process: Process) -> dict[str, int | None]:
    """Give how many of each milieu were reached by an interview or a hearing."""
    return {row.milieu: row.people for row in milieux_of(process) if row.gathering_id is None}


def coverage(held: Sequence[Gathering], rows: Iterable[MilieuReached]) -> list[Heard]:
    """Give all nine milieux, heard or not, across the gatherings and otherwise (A-11)."""
    people = {(row.gathering_id, row.milieu): row.people for row in rows}
    return [
        Heard(
            milieu,
            Milieu(milieu).label,
            tuple(people.get((gathering.pk, milieu), 0) for gathering in held),
            people.get((None, milieu), 0),
        )
        for milieu in Milieu.values
    ]


def outcomes_reached(held: Sequence[Gathering]) -> list[Reached]:
    """Give all six outcomes, reached or not, with the gatherings' own words (A-10)."""
    rows = [outcome for gathering in held for outcome in gathering.outcomes.all()]
    return [
        Reached(kind, Outcome.Kind(kind).label, tuple(row for row in rows if row.kind == kind))
        for kind in Outcome.Kind.values
    ]


def words_of(gathering: Gathering) -> dict[str, object]:
    """Give what stands in a gathering's record by the form's own names."""
    words: dict[str, object] = {
        name: getattr(gathering, name) for name in ("title", "held_on", "venue", "participants", "summary")
    }
    words |= milieu_words({row.milieu: row.people for row in gathering.milieux.all()})
    for row in gathering.outcomes.all():
        words |= {f"text_{row.kind}": row.text, f"evidence_{row.kind}": row.evidence}
    return words


def milieu_words(milieux: Mapping[str, int | None]) -> dict[str, object]:
    """Give milieux and their counts by the form's own names."""
    there = {f"there_{milieu}": True for milieu in milieux}
    return {**there, **{f"milieu_{milieu}": count for milieu, count in milieux.items()}}
