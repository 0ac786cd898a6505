"""Documents as pages show them; what a reader may not know of is not in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.processes.models import Document
from dugnad.processes.rules.files import is_exempt_now, is_public, may_read_document

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.people.models import Person
    from dugnad.processes.models import Decision, Meeting, Process


def documents() -> QuerySet[Document]:
    """Give all documents with what the rules look at."""
    return Document.objects.select_related("process__place", "decision", "meeting__body", "added_by")


def documents_of(process: Process, *, by: Person | None, at: datetime) -> list[Document]:
    """Give the process's documents this reader may open, the latest first, each told whether it is exempt."""
    rows = [row for row in documents().filter(process=process) if _readable(row, process, by=by, at=at)]
    for row in rows:
        row.is_exempt_today = is_exempt_now(row, at=at)  # type: ignore[attr-defined]
    return rows


def _readable(document: Document, process: Process, *, by: Person | None, at: datetime) -> bool:
    document.process = process  # the rules remember a person's parts by it
    return bool(may_read_document(document, by=by, at=at))


def public_documents(process: Process, *, at: datetime) -> list[Document]:
    """Give what anyone may read of a published process: for search, feeds and open data."""
    if not process.published_at:
        return []
    return [row for row in documents().filter(process=process) if is_public(row, at=at)]


def meetings_for_documents(process: Process) -> QuerySet[Meeting]:
    """Give the meetings a document may belong to."""
    return process.meetings.select_related("body")


def decisions_for_documents(process: Process) -> QuerySet[Decision]:
    """Give the decisions a document may belong to."""
    return process.decisions.select_related("gate", "body")
