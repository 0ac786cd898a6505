"""Marks of what has been told by mail, moved under a guard so that nothing is told twice.

They write no entry: nothing about a process changes when its news are sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.processes.models import Deadline, OutboxMark

if TYPE_CHECKING:
    from datetime import datetime


def move_mark(key: str, *, to: int, at: datetime, before: OutboxMark | None) -> bool:
    """Move a mark on from where it was read; tell whether it was us (another server may have been first)."""
    if before is None:
        _mark, made = OutboxMark.objects.get_or_create(key=key, defaults={"number": to, "at": at})
        return made
    unmoved = OutboxMark.objects.filter(key=key, number=before.number, at=before.at)
    return bool(unmoved.update(number=to, at=at))


def mark_reminded(deadline: Deadline, *, at: datetime) -> bool:
    """Note that the deadline's owners are reminded now; tell whether it was us who noted it."""
    unmoved = Deadline.objects.filter(
        pk=deadline.pk, reminded_at=deadline.reminded_at, due_on=deadline.due_on, done_at=None
    )
    return bool(unmoved.update(reminded_at=at))
