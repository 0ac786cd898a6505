"""Communication activities: planned with audience, channel, day and owner, and ticked off (A-12)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.plans.commands.writing import write_row
from dugnad.plans.models import CommunicationActivity
from dugnad.plans.rules.grounds import may_communicate, may_tick_communication

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationFacts:
    """What is done, for whom, how, when and by whom; the owner is a person here, or just a name."""

    title: str
    audience: str
    channel: str
    planned_on: date
    owner: Person | None = None
    owner_name: str = ""
    phase_key: str = ""

    def columns(self) -> dict[str, Any]:
        """Give what stands in the activity's row."""
        return {key: getattr(self, key) for key in self.__slots__}


@transaction.atomic
def plan_communication(
    process: Process, *, by: Person, at: datetime, facts: CommunicationFacts
) -> CommunicationActivity:
    """Plan something so that people know.

    Raises:
        Refused: when no open phase lets this person plan it.
    """
    enforce(may_communicate(process, by=by, at=at))
    activity = CommunicationActivity.objects.create(process=process, **facts.columns())
    _log(activity, "communication.planned", by=by, at=at)
    return activity


@transaction.atomic
def edit_communication(
    activity: CommunicationActivity, *, by: Person, at: datetime, revision: int, facts: CommunicationFacts
) -> None:
    """Change a planned communication activity.

    Raises:
        Refused: when no open phase lets this person plan it.
        Outdated: when somebody else changed it meanwhile.
    """
    enforce(may_communicate(activity.process, by=by, at=at))
    write_row(activity, revision=revision, **facts.columns())
    _log(activity, "communication.edited", by=by, at=at)


@transaction.atomic
def tick_communication(
    activity: CommunicationActivity, *, by: Person, at: datetime, done_on: date, result: str = ""
) -> None:
    """Tick an activity off, with what came of it.

    Raises:
        Refused: when it is not this person's to tick off, or the day lies ahead.
    """
    enforce(may_tick_communication(activity, by=by, at=at, done_on=done_on))
    write_row(activity, revision=activity.revision, done_on=done_on, result=result)
    _log(activity, "communication.done", by=by, at=at)


@transaction.atomic
def remove_communication(activity: CommunicationActivity, *, by: Person, at: datetime) -> None:
    """Take a communication activity out.

    Raises:
        Refused: when no open phase lets this person plan it.
    """
    enforce(may_communicate(activity.process, by=by, at=at))
    _log(activity, "communication.removed", by=by, at=at)
    activity.delete()


def _log(activity: CommunicationActivity, verb: str, *, by: Person, at: datetime) -> None:
    record(
        verb,
        subject=f"communication/{activity.pk}",
        process_id=activity.process_id,
        by=by,
        at=at,
        content={"title": activity.title, "planned_on": activity.planned_on, "done_on": activity.done_on},
    )
