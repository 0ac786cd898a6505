"""Retention of a process across the house: which personal text goes when its day has passed.

The table beside `erasure.py`'s: there a person's data go when the person asks, here a process's when it is
over. What documents a decision stays: decisions, minutes, plans, versions, documents, and who had which part.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from dugnad.journal import commands as journal
from dugnad.people.commands.persons import ERASED_NAME
from dugnad.plans.models import CommunicationActivity, Reader
from dugnad.processes.models import Attendance, Follower
from dugnad.processes.queries.processes import processes_to_tidy
from dugnad.voices.models import Comment, Note

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from dugnad.processes.models import Process

    Forget = Callable[[Process, datetime], int]


def _remove_comments(process: Process, _at: datetime) -> int:
    return Comment.objects.filter(process=process).delete()[0]


def _remove_notes(process: Process, _at: datetime) -> int:
    return Note.objects.filter(process=process).delete()[0]


def _blank_readers(process: Process, _at: datetime) -> int:
    """Blank who read, and close their personal links; what a milieu answered stays with the plan."""
    known = Reader.objects.filter(round__plan__process=process).exclude(name=ERASED_NAME, email="")
    for reader in known:
        reader.name, reader.email, reader.token = ERASED_NAME, "", secrets.token_urlsafe(32)
        reader.save(update_fields=["name", "email", "token"])
    return len(known)


def _remove_followers(process: Process, _at: datetime) -> int:
    return Follower.objects.filter(process=process).delete()[0]


def _blank_outsiders(process: Process, _at: datetime) -> int:
    """Blank those who were called to a meeting without being a member here; members stay, as minutes say."""
    outsiders = Attendance.objects.filter(meeting__process=process, person=None)
    return outsiders.exclude(name=ERASED_NAME, email="").update(name=ERASED_NAME, email="")


def _blank_communicators(process: Process, _at: datetime) -> int:
    named = CommunicationActivity.objects.filter(process=process).filter(~Q(owner_name="") | ~Q(owner=None))
    return named.update(owner_name="", owner=None)


def _erase_journal_texts(process: Process, at: datetime) -> int:
    return journal.erase_process(process.pk, before=at, at=at)


# Heading in the journal's entry → what goes; each tells how much there was.
RETENTION: dict[str, Forget] = {
    "comments": _remove_comments,
    "notes": _remove_notes,
    "readers": _blank_readers,
    "followers": _remove_followers,
    "outsiders": _blank_outsiders,
    "communicators": _blank_communicators,
    "journal_texts": _erase_journal_texts,
}


def tidy_processes(*, at: datetime) -> int:
    """Tidy every process that is over and whose day has passed; tell in how many something was erased."""
    return sum(bool(tidy_process(process, at=at)) for process in processes_to_tidy(at=at))


@transaction.atomic
def tidy_process(process: Process, *, at: datetime) -> dict[str, int]:
    """Erase a process's personal text, all of it or none; tell how much, heading by heading.

    Asks no rule: those who lead set the day (`processes.commands.set_retention`), and it has passed. Where
    nothing is left there is nothing to record, so that a round an hour leaves no trace.
    """
    erased = {heading: count for heading, forget in RETENTION.items() if (count := forget(process, at))}
    if erased:
        journal.record(
            "process.tidied",
            subject=f"process/{process.pk}",
            process_id=process.pk,
            by=None,
            at=at,
            content=erased,
            is_public=True,
        )
    return erased
