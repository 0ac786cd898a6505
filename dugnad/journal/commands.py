"""Writing the journal: one entry per command, inside the command's own transaction."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from dugnad.journal.models import Chain, Entry, Payload
from dugnad.journal.rules import chain_key, entry_hash, payload_digest
from dugnad.kit.digests import canonical_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from django.contrib.auth.models import AbstractBaseUser


def record(  # the one door into the journal
    verb: str,
    *,
    subject: str,
    by: AbstractBaseUser | None,
    at: datetime,
    process_id: int | None = None,
    content: Mapping[str, Any] | None = None,
    is_public: bool = False,
    person_ids: tuple[int, ...] = (),
) -> Entry:
    """Add one entry at the end of the chain and give it.

    Call it last in the command's transaction: it locks the chain's head until the commit. `content` is
    what JSON can say; `is_public` entries are told in open feeds; `person_ids` are those whose personal
    text the content holds, so that an erasure finds it.

    Raises:
        RuntimeError: outside a transaction, since an act and its entry stand or fall together.
    """
    if not transaction.get_connection().in_atomic_block:
        message = "an entry is written inside its command's transaction"
        raise RuntimeError(message)
    key = chain_key(process_id)
    Chain.objects.get_or_create(key=key)
    Chain.objects.filter(key=key).update(length=F("length") + 1)  # takes the row lock on every database
    chain = Chain.objects.get(key=key)
    plain = json.loads(canonical_json(content or {}))
    salt = secrets.token_hex(16)
    entry = Entry(
        chain=chain,
        number=chain.length,
        at=at,
        by_id=by.pk if by else None,
        verb=verb,
        subject=subject,
        digest=payload_digest(salt, plain),
        previous=chain.head,
    )
    entry.hash = entry_hash(entry)
    entry.save(force_insert=True)
    Payload.objects.create(
        entry=entry, salt=salt, content=plain, is_public=is_public, person_ids=list(person_ids)
    )
    Chain.objects.filter(key=key).update(head=entry.hash)
    return entry


def erase_person(person_id: int, *, at: datetime) -> int:
    """Erase every payload that holds this person's text; tell how many. The chain stays whole.

    Writes no entry itself: the command that erases the person does (people.commands.erase_person).
    """
    rows = [
        row.pk
        for row in Payload.objects.filter(erased_at=None).only("entry_id", "person_ids").iterator()
        if person_id in row.person_ids
    ]
    return Payload.objects.filter(pk__in=rows).update(salt="", content={}, erased_at=at)


def erase_process(process_id: int, *, before: datetime, at: datetime) -> int:
    """Erase every payload of a process that holds somebody's personal text and is older than `before`.

    Tells how many. The chain stays whole; writes no entry itself: the command that tidies the process does.
    """
    held = Payload.objects.filter(entry__chain=chain_key(process_id), entry__at__lt=before, erased_at=None)
    rows = list(held.exclude(person_ids=[]).values_list("pk", flat=True))
    return Payload.objects.filter(pk__in=rows).update(salt="", content={}, erased_at=at)
