"""Who follows, who is to be told, and what they have not been told yet."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from dugnad.journal.models import Chain, Entry
from dugnad.journal.queries import entries_of
from dugnad.people.models import Person, PlaceRole
from dugnad.processes.models import Deadline, Follower, OutboxMark, Process, ProcessRole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from django.db.models import QuerySet

STAGES = (timedelta(days=-14), timedelta(days=-3), timedelta(days=1))  # from the day a deadline is due
FEED_LENGTH = 50


def followers() -> QuerySet[Follower]:
    """Give all followers with their process."""
    return Follower.objects.select_related("process__place")


def followers_of(process_id: int) -> QuerySet[Follower]:
    """Give those who have confirmed that they follow a process."""
    return followers().filter(process=process_id).exclude(confirmed_at=None)


def process_of(process_id: int) -> Process | None:
    """Give the process with its place, or none."""
    return Process.objects.select_related("place").filter(pk=process_id).first()


def published_process(process_id: int) -> QuerySet[Process]:
    """Give the process if anyone may see it."""
    return Process.objects.published().select_related("place").filter(pk=process_id)


def public_entries(process_id: int, verbs: Iterable[str]) -> list[Entry]:
    """Give the latest public entries with these verbs, newest first."""
    return list(entries_of(process_id, only_public=True).filter(verb__in=list(verbs))[:FEED_LENGTH])


def people_with_part(process: Process, *, on: date, kinds: Iterable[str] = ()) -> list[Person]:
    """Give everybody who has a part in the process on a day (one of these kinds, when given), each once."""
    own = ProcessRole.objects.on(on).filter(process=process)
    here = PlaceRole.objects.on(on).holding_in(process.place_id)
    if wanted := list(kinds):
        own, here = own.filter(kind__in=wanted), here.filter(kind__in=wanted)
    else:
        here = here.none()  # a part in the place alone is no reason for mail about every process
    ids = {*own.values_list("person_id", flat=True), *here.values_list("person_id", flat=True)}
    return list(Person.objects.filter(pk__in=ids, erased_at=None, is_active=True))


def mark(key: str) -> OutboxMark | None:
    """Give how far the mail has come, or none where nothing has been told yet."""
    return OutboxMark.objects.filter(key=key).first()


def chains_ahead() -> list[tuple[Chain, OutboxMark | None]]:
    """Give the processes' chains with entries that have not been told, each with its mark."""
    marks = OutboxMark.objects.filter(key__startswith="process/").in_bulk()
    chains = Chain.objects.filter(key__startswith="process/")
    pairs = [(chain, marks.get(chain.key)) for chain in chains]
    return [(chain, known) for chain, known in pairs if chain.length > (known.number if known else 0)]


def entries_between(chain: Chain, *, after: int) -> list[Entry]:
    """Give a chain's entries after a number, up to its length as read, oldest first."""
    entries = Entry.objects.filter(chain=chain, number__gt=after, number__lte=chain.length)
    return list(entries.select_related("by", "payload").order_by("number"))


def deadlines_to_remind(*, at: datetime) -> list[Deadline]:
    """Give deadlines whose owners are to be reminded: two weeks and three days before, and when overdue.

    Each stage once: a deadline is left out when its owners were reminded since its latest stage began.
    """
    today = timezone.localdate(at)
    open_ones = Deadline.objects.filter(
        done_at=None, due_on__lte=today - STAGES[0], process__state=Process.State.RUNNING
    ).select_related("process__place", "owner")
    return [row for row in open_ones if _is_due(row, today)]


def _is_due(deadline: Deadline, today: date) -> bool:
    latest = max(day for stage in STAGES if (day := deadline.due_on + stage) <= today)
    return deadline.reminded_at is None or timezone.localdate(deadline.reminded_at) < latest


def readers_of_digests() -> QuerySet[Person]:
    """Give those who want one mail a week."""
    return Person.objects.filter(wants_digest=True, wants_mail=True, is_active=True, erased_at=None)


def week_of(person: Person, *, at: datetime) -> list[tuple[Process, list[Entry]]]:
    """Give what happened the last seven days in the processes the person has a part in."""
    day = timezone.localdate(at)
    ids = ProcessRole.objects.on(day).filter(person=person).values("process")
    processes = Process.objects.filter(pk__in=ids).select_related("place").order_by("title")
    week = [(row, list(entries_of(row.pk).filter(at__gt=at - timedelta(days=7))[:40])) for row in processes]
    return [(process, entries) for process, entries in week if entries]
