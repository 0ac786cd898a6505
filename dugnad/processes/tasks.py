"""Jobs of the worker: mail goes out one by one, is tried again when it fails, and is never sent twice.

What is to be told is written into the queue in the same transaction that marks it as told. Who writes the
letters is an argument: the hall puts together what all rooms have to say.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskContext, task

from dugnad.people.notices import try_to_send
from dugnad.processes.commands.marks import mark_reminded, move_mark
from dugnad.processes.queries import following

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from dugnad.journal.models import Entry
    from dugnad.people.models import Person
    from dugnad.processes.models import Deadline, Process

    Mails = Iterable[EmailMultiAlternatives]

TRIES = 8
BEGUN = "news"  # marks that the telling has begun, so that nobody is told what happened long before


def post(mail: EmailMultiAlternatives) -> None:
    """Put a mail into the queue; the worker sends it within seconds."""
    files = [(str(name), _packed(content), str(kind)) for name, content, kind in mail.attachments]
    html = mail.alternatives[0][0] if mail.alternatives else ""
    deliver.enqueue(
        subject=mail.subject, text=mail.body, html=html, sender=mail.from_email, to=mail.to,
        headers=mail.extra_headers, files=files,
    )  # fmt: skip


def _packed(content: Any) -> str:
    """Pack an attachment for the queue, which holds text alone; Django keeps text files as text."""
    return b64encode(content.encode() if isinstance(content, str) else content).decode()


@task(takes_context=True)
def deliver(context: TaskContext, /, *, tried: int = 0, **parts: Any) -> str:
    """Send one mail; when the mail server refuses it, try again after a while, eight times in two days."""
    mail = EmailMultiAlternatives(
        parts["subject"], parts["text"], parts["sender"], parts["to"], headers=parts["headers"]
    )
    if parts["html"]:
        mail.attach_alternative(parts["html"], "text/html")
    for name, content, kind in parts["files"]:
        mail.attach(name, b64decode(content), kind)
    failure = try_to_send(mail)
    last = context.task_result.last_attempted_at
    if failure and last and tried + 1 < TRIES:
        deliver.using(run_after=last + timedelta(minutes=10 * 2**tried)).enqueue(tried=tried + 1, **parts)
    return failure


def tell_news(write: Callable[[Entry], Mails], *, at: datetime) -> int:
    """Post what `write` has to say about each entry that has not been told; tell how many entries.

    Read chain by chain, since only within a chain is the order of numbers the order of commits.
    """
    if following.mark(BEGUN) is None:
        return _begin(at=at)
    told = 0
    for chain, known in following.chains_ahead():
        with transaction.atomic():
            if not move_mark(chain.key, to=chain.length, at=at, before=known):
                continue
            for entry in following.entries_between(chain, after=known.number if known else 0):
                told += 1
                for mail in write(entry):
                    post(mail)
    return told


@transaction.atomic
def _begin(*, at: datetime) -> int:
    if move_mark(BEGUN, to=0, at=at, before=None):
        for chain, known in following.chains_ahead():
            move_mark(chain.key, to=chain.length, at=at, before=known)
    return 0


@transaction.atomic
def remind(write: Callable[[list[Deadline]], Mails], *, at: datetime) -> int:
    """Remind the owners of deadlines that come near or are overdue; tell how many deadlines."""
    due = [row for row in following.deadlines_to_remind(at=at) if mark_reminded(row, at=at)]
    for mail in write(due):
        post(mail)
    return len(due)


def send_digests(write: Callable[[Person, list[tuple[Process, list[Entry]]]], Mails], *, at: datetime) -> int:
    """Send last week to those who want one mail a week, on Monday or as soon after it as can be."""
    today = timezone.localdate(at)
    monday = today - timedelta(days=today.weekday())
    sent = 0
    for person in following.readers_of_digests():
        key = f"digest/{person.pk}"
        known = following.mark(key)
        if known and timezone.localdate(known.at) >= monday:
            continue
        with transaction.atomic():
            if move_mark(key, to=0, at=at, before=known) and known:
                for mail in write(person, following.week_of(person, at=at)):
                    post(mail)
                    sent += 1
    return sent
