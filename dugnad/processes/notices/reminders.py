"""Reminders of deadlines, and the week in one mail."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from dugnad.people.models import RoleKind
from dugnad.processes.notices.letters import absolute, language_for, write_letter
from dugnad.processes.queries.following import people_with_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from django.core.mail import EmailMultiAlternatives

    from dugnad.journal.models import Entry
    from dugnad.people.models import Person
    from dugnad.processes.models import Deadline, Process
    from dugnad.processes.notices.news import Notice

    Letters = Iterator[EmailMultiAlternatives]


def owners_of(deadline: Deadline, *, at: datetime) -> list[Person]:
    """Give whom a deadline concerns: its owner, else all with its part, else the project managers."""
    if deadline.owner and not deadline.owner.erased_at:
        return [deadline.owner]
    day, process = timezone.localdate(at), deadline.process
    kinds = [deadline.owner_kind] if deadline.owner_kind else []
    return (kinds and people_with_part(process, on=day, kinds=kinds)) or people_with_part(
        process, on=day, kinds=[RoleKind.EDITOR]
    )


def letters_of_reminder(deadlines: list[Deadline], *, at: datetime) -> Letters:
    """Write one mail to each person, with all deadlines that come near or are overdue."""
    rows: dict[int, tuple[Person, list[Deadline]]] = {}
    for deadline in deadlines:
        for person in owners_of(deadline, at=at):
            if person.wants_mail:
                rows.setdefault(person.pk, (person, []))[1].append(deadline)
    for person, own in rows.values():
        pages = {row.process_id: _page_of(row.process) for row in own}
        yield write_letter(
            "reminder", to=person.email, language=language_for(person, own[0].process),
            stop=("person", person.pk), person=person, today=timezone.localdate(at),
            deadlines=[(row, pages[row.process_id]) for row in own],
        )  # fmt: skip


def letters_of_digest(
    person: Person, week: list[tuple[Process, list[Entry]]], *, notices: Mapping[str, Notice]
) -> Letters:
    """Write the week of a person's processes as one mail, or none when nothing happened."""
    told = []
    for process, entries in week:
        news = [
            (timezone.localdate(entry.at), partial(notices[entry.verb].sentence, entry))
            for entry in entries
            if entry.verb in notices and not entry.payload.erased_at
        ]
        told.append((process, _page_of(process), news))
    told = [row for row in told if row[2]]
    if told:
        yield write_letter(
            "digest", to=person.email, language=language_for(person, told[0][0]),
            stop=("person", person.pk), person=person, week=told,
        )  # fmt: skip


def _page_of(process: Process) -> str:
    return absolute(process.address)
