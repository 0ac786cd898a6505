"""Reading the journal: feeds, and the proof that nobody rewrote it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dugnad.journal.models import Chain, Entry
from dugnad.journal.rules import chain_key, entry_hash, payload_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the proof found: an entry altered, missing, out of order, or (no fault) lawfully erased."""

    chain: str
    number: int
    kind: Literal["altered", "missing", "erased"]


def entries_of(process_id: int | None, *, only_public: bool = False) -> QuerySet[Entry]:
    """Give a process's entries, newest first, with who and payload."""
    entries = Entry.objects.filter(chain_id=chain_key(process_id)).select_related("by", "payload")
    if only_public:
        entries = entries.filter(payload__is_public=True, payload__erased_at=None)
    return entries.order_by("-number")


def entries_since(entry_id: int) -> QuerySet[Entry]:
    """Give all entries after the one with this id, oldest first: what the outbox has still to tell."""
    return Entry.objects.filter(pk__gt=entry_id).select_related("by", "payload").order_by("pk")


def verify_chains() -> Iterator[Fault]:
    """Walk every chain from its first entry and yield what does not hold; erased payloads are told apart."""
    for chain in Chain.objects.order_by("key").iterator():
        previous, expected = "", 0
        entries = Entry.objects.filter(chain=chain).select_related("payload").order_by("number")
        for entry in entries.iterator(chunk_size=1000):
            expected += 1
            if entry.number != expected:
                yield Fault(chain.key, expected, "missing")
                expected = entry.number
            yield from _judge(entry, previous)
            previous = entry.hash
        if expected != chain.length or previous != chain.head:
            yield Fault(chain.key, chain.length, "missing")


def _judge(entry: Entry, previous: str) -> Iterator[Fault]:
    payload = getattr(entry, "payload", None)
    if entry.previous != previous or entry.hash != entry_hash(entry):
        yield Fault(entry.chain_id, entry.number, "altered")
    elif payload is None:
        yield Fault(entry.chain_id, entry.number, "missing")
    elif payload.erased_at:
        yield Fault(entry.chain_id, entry.number, "erased")
    elif payload_digest(payload.salt, payload.content) != entry.digest:
        yield Fault(entry.chain_id, entry.number, "altered")


def chain_head(process_id: int | None) -> str:
    """Give the hash of a process's newest entry: while it is the same, nothing has been done there."""
    head = Chain.objects.filter(key=chain_key(process_id)).values_list("head", flat=True).first()
    return head or ""


def chain_length(process_id: int | None) -> int:
    """Give how many entries a process's chain has; it grows with every act."""
    chain = Chain.objects.filter(key=chain_key(process_id)).values_list("length", flat=True).first()
    return chain or 0
