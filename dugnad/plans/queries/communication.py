"""Communication activities by day, each with what may be done to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dugnad.plans.models import CommunicationActivity
from dugnad.plans.rules.grounds import may_tick_communication

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.kit.verdicts import Verdict
    from dugnad.people.models import Person
    from dugnad.processes.models import Process

_WORDS = ("title", "audience", "channel", "planned_on", "phase_key", "owner_name")


@dataclass(frozen=True, slots=True)
class Planned:
    """An activity as its list shows it."""

    activity: CommunicationActivity
    phase: str
    is_late: bool
    tick: Verdict

    @property
    def owner(self) -> str:
        """Say who sees to it; nothing where nobody does."""
        return self.activity.owner_name or (self.activity.owner.name if self.activity.owner else "")


def communication_of(process: Process, *, by: Person | None, at: datetime) -> list[Planned]:
    """Give the process's activities by day, those that are done last."""
    phases = {phase.key: phase.title for phase in process.phases.all()}
    found = []
    for row in activities(process):
        row.process = process  # the rules remember a person's parts by it
        tick = may_tick_communication(row, by=by, at=at, done_on=at.date())
        is_late = row.done_on is None and row.planned_on < at.date()
        found.append(Planned(row, phases.get(row.phase_key, ""), is_late, tick))
    return sorted(found, key=lambda each: each.activity.done_on is not None)


def activities(process: Process) -> QuerySet[CommunicationActivity]:
    """Give the process's activities, for acting on one of them."""
    return CommunicationActivity.objects.filter(process=process).select_related("owner", "process__place")


def communication_words(activity: CommunicationActivity) -> dict[str, Any]:
    """Give what stands in an activity by its form's own names."""
    return {**{name: getattr(activity, name) for name in _WORDS}, "owner": activity.owner_id}
