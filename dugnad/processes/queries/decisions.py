"""Decisions as a reader may see them: what was decided behind closed doors stays there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language

from dugnad.kit.dates import format_date
from dugnad.processes.models import Decision
from dugnad.processes.queries.files import documents
from dugnad.processes.rules.files import may_read_document

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from dugnad.people.models import Person
    from dugnad.processes.models import Document, Process


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDecision:
    """A decision for a page; what the reader may not see is not in it at all (`is_withheld`)."""

    id: int
    process_id: int
    title: str
    body: str
    decided_on: date
    case_number: str
    result: str
    result_word: StrOrPromise
    is_open: bool
    legal_basis: str
    is_withheld: bool
    in_retrospect: bool
    subject: str
    subject_digest: str
    recorded_at: datetime
    wording: str = ""
    reason: str = ""
    votes: tuple[tuple[str, int], ...] = ()
    disqualified: tuple[str, ...] = ()
    recorded_by: str = ""

    @property
    def said_when(self) -> str:
        """Say the day, and the case number where there is one."""
        day = format_date(self.decided_on, get_language() or "nb")
        return f"{day} · {self.case_number}" if self.case_number else day

    @property
    def tone(self) -> str:
        """Give the tone of the result's word."""
        good = {Decision.Result.ADOPTED, Decision.Result.ADOPTED_WITH_CHANGES}
        return "good" if self.result in good else "bad" if self.result == Decision.Result.REJECTED else "warn"


def decisions_with_process() -> QuerySet[Decision]:
    """Give decisions with what a page says of them."""
    return Decision.objects.select_related("process__place", "body", "gate", "recorded_by")


def decisions_of(process: Process) -> QuerySet[Decision]:
    """Give a process's decisions, the latest first."""
    rows = Decision.objects.filter(process=process).select_related("body", "gate", "recorded_by")
    return rows.order_by("-decided_on", "-pk")


def show_decision(decision: Decision, *, to_insider: bool) -> ShownDecision:
    """Give what a reader may see; those without a part see of a closed decision only that it was made."""
    withheld = not decision.is_open and not to_insider
    inner: dict[str, Any] = {} if withheld else _inner(decision)
    return ShownDecision(
        id=decision.pk,
        process_id=decision.process_id,
        title=decision.gate.title if decision.gate else "",
        body=decision.body.name,
        decided_on=decision.decided_on,
        case_number=decision.case_number,
        result=decision.result,
        result_word=Decision.Result(decision.result).label,
        is_open=decision.is_open,
        legal_basis=decision.legal_basis,
        is_withheld=withheld,
        in_retrospect=decision.in_retrospect,
        subject=decision.subject,
        subject_digest=decision.subject_digest,
        recorded_at=decision.recorded_at,
        **inner,
    )


def _inner(decision: Decision) -> dict[str, Any]:
    votes = (
        ("for", decision.votes_for),
        ("against", decision.votes_against),
        ("blank", decision.votes_blank),
    )
    return {
        "wording": decision.wording,
        "reason": decision.reason,
        "votes": tuple((side, count) for side, count in votes if count is not None),
        "disqualified": tuple(line.strip() for line in decision.disqualified.splitlines() if line.strip()),
        "recorded_by": str(decision.recorded_by or ""),
    }


def documents_shown(decision: Decision, *, by: Person | None, at: datetime) -> list[Document]:
    """Give the documents of a decision that this reader may open."""
    return [row for row in documents().filter(decision=decision) if may_read_document(row, by=by, at=at)]
