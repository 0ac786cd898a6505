"""Documents: added, and withdrawn without being lost."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.digests import digest_bytes
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.processes.models import Document
from dugnad.processes.rules.files import (
    KINDS,
    check_exemption,
    check_file,
    is_public,
    kind_of_file,
    may_add_document,
    may_withdraw_document,
    tidy_file_name,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Decision, Meeting, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What a document is, and whether a law keeps it from the public (and until when)."""

    title: str
    kind: str = ""
    dated: date | None = None
    is_exempt: bool = False
    legal_basis: str = ""
    exempt_until: date | None = None
    to_journal: bool = False


@transaction.atomic
def add_document(
    process: Process,
    *,
    by: Person,
    at: datetime,
    facts: DocumentFacts,
    name: str,
    content: bytes,
    decision: Decision | None = None,
    meeting: Meeting | None = None,
) -> Document:
    """Store a file under the process, or under one of its decisions or meetings, with its digest.

    Raises:
        Refused: when the person has no such part, the file is none that may come in, or an exemption lacks
            its basis in law.
        ValueError: when the decision or meeting is another process's.
    """
    name = tidy_file_name(name)
    exemption = check_exemption(
        is_exempt=facts.is_exempt, legal_basis=facts.legal_basis, until=facts.exempt_until, at=at
    )
    file = check_file(name, content, limit=settings.MAX_UPLOAD)
    enforce(first_refusal((may_add_document(process, by=by, at=at), file, exemption)))
    if any(owner and owner.process_id != process.pk for owner in (decision, meeting)):
        message = "the decision or meeting is another process's"
        raise ValueError(message)
    kind, mark = kind_of_file(content), digest_bytes(content)
    document = Document.objects.create(
        process=process, decision=decision, meeting=meeting, file_name=name, size=len(content),
        content_type=KINDS[kind][0], digest=mark, added_at=at, added_by=by,
        file=ContentFile(content, name=f"{mark[:24]}.{KINDS[kind][1][0]}"), **asdict(facts),
    )  # fmt: skip
    _log(document, "document.added", by=by, at=at, content={"title": document.title, "digest": mark})
    return document


@transaction.atomic
def withdraw_document(document: Document, *, by: Person, at: datetime, reason: str) -> None:
    """Take a document out of sight; file, digest and reason are kept.

    Raises:
        Refused: when it is not theirs to withdraw, is withdrawn already, or the reason is missing.
    """
    enforce(may_withdraw_document(document, by=by, at=at, reason=reason))
    was_public = is_public(document, at=at)
    document.withdrawn_at = at
    document.save(update_fields=["withdrawn_at"])
    content = {"title": document.title, "reason": reason}
    _log(document, "document.withdrawn", by=by, at=at, content=content, was_public=was_public)


def _log(
    document: Document,
    verb: str,
    *,
    by: Person,
    at: datetime,
    content: Mapping[str, object],
    was_public: bool | None = None,
) -> None:
    record(
        verb, subject=f"document/{document.pk}", process_id=document.process_id, by=by, at=at,
        content=content, is_public=is_public(document, at=at) if was_public is None else was_public,
    )  # fmt: skip
