"""A process in its mobilisation, and gatherings in it, for the tests of this room."""

from __future__ import annotations

from datetime import date

from dugnad.gatherings.commands import GatheringFacts, record_gathering
from dugnad.gatherings.models import Gathering, Outcome
from dugnad.people.models import Person
from dugnad.processes.models import Phase, Process
from tests import make

EVERY_OUTCOME = {kind: (f"Om {kind}", "Referat, side 2") for kind in Outcome.Kind.values}


def mobilising(*, is_published: bool = False, phase: str = "mobilisation") -> Process:
    """A process where the phase is open; its project manager is `by(process)`."""
    process = make.process(title="Omstillingsplan for Fjordvik")
    Phase.objects.filter(process=process).update(state=Phase.State.AHEAD)
    Phase.objects.filter(process=process, key=phase).update(state=Phase.State.OPEN)
    Process.objects.filter(pk=process.pk).update(published_at=make.AT if is_published else None)
    return Process.objects.get(pk=process.pk)


def by(process: Process) -> Person:
    """The project manager."""
    return Person.objects.get(process_roles__process=process, process_roles__kind="editor")


def gathering(process: Process, **facts: object) -> Gathering:
    """A gathering that was held."""
    values = {"title": "Samling på Fjordheim", "held_on": date(2027, 1, 8), "participants": 40, **facts}
    return record_gathering(process, by=by(process), at=make.AT, facts=GatheringFacts(**values))


def typed(**more: object) -> dict[str, object]:
    """What somebody types about a gathering."""
    return {"revision": 0, "title": "Samling på Fjordheim", "held_on": "2027-01-08", **more}
