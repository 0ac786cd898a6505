"""Recording gatherings: when, where, who was there, and which of the six outcomes were reached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from dugnad.gatherings.models import Gathering, MilieuReached, Outcome
from dugnad.gatherings.rules import check_milieux, may_record_gathering
from dugnad.journal.commands import record
from dugnad.kit.verdicts import Outdated, enforce, first_refusal, refuse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class GatheringFacts:
    """A gathering as it is written down.

    `milieux` counts the people who came from each (None: they were there, nobody counted); `outcomes` has
    text and evidence for each kind reached.
    """

    title: str
    held_on: date
    venue: str = ""
    summary: str = ""
    participants: int | None = None
    milieux: Mapping[str, int | None] = field(default_factory=dict)
    outcomes: dict[str, tuple[str, str]] = field(default_factory=dict)

    def columns(self) -> dict[str, Any]:
        """Give what stands in the gathering's own row."""
        keys = ("title", "held_on", "venue", "summary", "participants")
        return {key: getattr(self, key) for key in keys}


@transaction.atomic
def record_gathering(process: Process, *, by: Person, at: datetime, facts: GatheringFacts) -> Gathering:
    """Record that people met, or will meet.

    Raises:
        Refused: when no open phase lets this person record it, or the counts cannot be.
    """
    enforce(
        first_refusal(
            (
                may_record_gathering(process, by=by, at=at),
                check_milieux(facts.milieux, facts.participants),
            )
        )
    )
    gathering = write_gathering(process, facts)
    _log(gathering, "gathering.recorded", by=by, at=at)
    return gathering


def write_gathering(process: Process, facts: GatheringFacts) -> Gathering:
    """Write a gathering's rows. A step: the calling command logs it."""
    gathering = Gathering.objects.create(process=process, **facts.columns())
    _write_parts(gathering, facts)
    return gathering


@transaction.atomic
def edit_gathering(
    gathering: Gathering, *, by: Person, at: datetime, revision: int, facts: GatheringFacts
) -> None:
    """Change the record of a gathering.

    Raises:
        Refused: when no open phase lets this person record it, or the counts cannot be.
        Outdated: when somebody else changed the record meanwhile.
    """
    enforce(
        first_refusal(
            (
                may_record_gathering(gathering.process, by=by, at=at),
                check_milieux(facts.milieux, facts.participants),
            )
        )
    )
    rows = Gathering.objects.filter(pk=gathering.pk, revision=revision)
    if not rows.update(revision=F("revision") + 1, **facts.columns()):
        verdict = refuse(_("Somebody else changed this while you were writing."))
        raise Outdated(verdict, Gathering.objects.get(pk=gathering.pk))
    gathering.refresh_from_db()
    _write_parts(gathering, facts)
    _log(gathering, "gathering.edited", by=by, at=at)


@transaction.atomic
def remove_gathering(gathering: Gathering, *, by: Person, at: datetime) -> None:
    """Take out a gathering that was written down by mistake.

    Raises:
        Refused: when no open phase lets this person record gatherings.
    """
    enforce(may_record_gathering(gathering.process, by=by, at=at))
    _log(gathering, "gathering.removed", by=by, at=at)
    gathering.milieux.all().delete()
    gathering.delete()


@transaction.atomic
def reach_milieux(process: Process, *, by: Person, at: datetime, milieux: Mapping[str, int | None]) -> None:
    """Write down how many of each milieu were reached outside gatherings; replaces what stood there.

    Raises:
        Refused: when no open phase lets this person record it, or a count cannot be.
    """
    enforce(first_refusal((may_record_gathering(process, by=by, at=at), check_milieux(milieux, None))))
    process.milieux_reached.filter(gathering=None).delete()
    MilieuReached.objects.bulk_create(
        MilieuReached(process=process, milieu=milieu, people=people) for milieu, people in milieux.items()
    )
    record(
        "milieux.reached",
        subject=f"process/{process.pk}",
        process_id=process.pk,
        by=by,
        at=at,
        content={"milieux": dict(milieux)},
    )


def _write_parts(gathering: Gathering, facts: GatheringFacts) -> None:
    gathering.outcomes.all().delete()
    gathering.milieux.all().delete()
    Outcome.objects.bulk_create(
        Outcome(gathering=gathering, kind=kind, text=text, evidence=evidence)
        for kind, (text, evidence) in facts.outcomes.items()
    )
    MilieuReached.objects.bulk_create(
        MilieuReached(process_id=gathering.process_id, gathering=gathering, milieu=milieu, people=people)
        for milieu, people in facts.milieux.items()
    )


def _log(gathering: Gathering, verb: str, *, by: Person, at: datetime) -> None:
    record(
        verb,
        subject=f"gathering/{gathering.pk}",
        process_id=gathering.process_id,
        by=by,
        at=at,
        content={"title": gathering.title, "held_on": gathering.held_on},
        is_public=True,
    )
