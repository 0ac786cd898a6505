"""The agenda of a meeting: its items, their order, and what is proposed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F, Max

from dugnad.kit.verdicts import Verdict, enforce, first_refusal
from dugnad.processes.commands.meetings import log_meeting
from dugnad.processes.models import AgendaItem, Meeting
from dugnad.processes.rules.meetings import check_closing, may_edit_meeting

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Gate


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """An item: what it is about, what is proposed, and the gate it decides on, if any."""

    title: str
    text: str = ""
    proposal: str = ""
    gate: Gate | None = None
    is_open: bool = True
    legal_basis: str = ""


@transaction.atomic
def add_item(meeting: Meeting, *, by: Person, at: datetime, facts: ItemFacts) -> AgendaItem:
    """Put an item last on the agenda.

    Raises:
        Refused: when the meeting has been held or cancelled, or a closed item lacks its legal basis.
    """
    enforce(_judge(meeting, facts, by=by, at=at))
    last = meeting.items.aggregate(last=Max("number"))["last"] or 0
    item = AgendaItem.objects.create(meeting=meeting, number=last + 1, **_fields(facts))
    _log(item, "item.added", by=by, at=at)
    return item


@transaction.atomic
def edit_item(item: AgendaItem, *, by: Person, at: datetime, facts: ItemFacts) -> None:
    """Change an item.

    Raises:
        Refused: when the meeting has been held or cancelled, or a closed item lacks its legal basis.
    """
    enforce(_judge(item.meeting, facts, by=by, at=at))
    for field, value in _fields(facts).items():
        setattr(item, field, value)
    item.save()
    _log(item, "item.edited", by=by, at=at)


@transaction.atomic
def move_item(item: AgendaItem, *, by: Person, at: datetime, up: bool) -> None:
    """Move an item one step up or down; at the end of the list it stays.

    Raises:
        Refused: when the meeting has been held or cancelled.
    """
    enforce(may_edit_meeting(item.meeting, by=by, at=at))
    neighbour = item.meeting.items.filter(number=item.number + (-1 if up else 1)).first()
    if neighbour is None:
        return
    item.number, neighbour.number = neighbour.number, item.number
    item.save(update_fields=["number"])
    neighbour.save(update_fields=["number"])
    _log(item, "item.moved", by=by, at=at)


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Person, at: datetime) -> None:
    """Take an item off the agenda; the journal keeps that it was there.

    Raises:
        Refused: when the meeting has been held or cancelled.
    """
    meeting = item.meeting
    enforce(may_edit_meeting(meeting, by=by, at=at))
    _log(item, "item.removed", by=by, at=at)
    AgendaItem.objects.filter(meeting=meeting, number__gt=item.number).update(number=F("number") - 1)
    item.delete()


def _fields(facts: ItemFacts) -> dict[str, object]:
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _judge(meeting: Meeting, facts: ItemFacts, *, by: Person, at: datetime) -> Verdict:
    return first_refusal(
        (
            may_edit_meeting(meeting, by=by, at=at),
            check_closing(is_open=facts.is_open, legal_basis=facts.legal_basis),
        )
    )


def _log(item: AgendaItem, verb: str, *, by: Person, at: datetime) -> None:
    title = item.title if item.is_open and item.meeting.is_open else ""
    log_meeting(item.meeting, verb, by=by, at=at, is_public=False, number=item.number, title=title)
