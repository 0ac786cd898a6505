"""Laying a draft before invited milieux, and taking in their answers (A-34)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.plans.commands.versions import freeze_version
from dugnad.plans.commands.writing import log
from dugnad.plans.models import Anchoring, Plan, Reader, ReadingRound
from dugnad.plans.rules.acts import may_open_reading
from dugnad.plans.rules.reading import check_round, may_answer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Somebody asked to read on behalf of a milieu; without an e-mail the link is handed over otherwise."""

    milieu: str
    name: str
    email: str = ""


@transaction.atomic
def open_reading(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    opens_on: date,
    closes_on: date,
    readers: Sequence[Invited],
    question: str = "",
) -> ReadingRound:
    """Lay the draft as it stands before invited milieux between two dates; each gets a personal link.

    Raises:
        Refused: when the person does not lead, it is no draft, the days cannot be, or nobody is invited.
    """
    enforce(
        first_refusal(
            (
                may_open_reading(plan, by=by, at=at),
                check_round(opens_on, closes_on, readers=len(readers), at=at),
            )
        )
    )
    version = freeze_version(plan, by=by, at=at, label="reading round")
    days = {"opens_on": opens_on, "closes_on": closes_on}
    opened = ReadingRound.objects.create(
        plan=plan, version=version, question=question, opened_by=by, opened_at=at, **days
    )
    Reader.objects.bulk_create(_reader(opened, row) for row in readers)
    log(
        plan,
        "reading.opened",
        by=by,
        at=at,
        subject=f"reading/{opened.pk}",
        opens_on=opens_on,
        closes_on=closes_on,
        milieux=sorted({row.milieu for row in readers}),
    )
    return opened


def _reader(opened: ReadingRound, row: Invited) -> Reader:
    token = secrets.token_urlsafe(32)
    return Reader(round=opened, milieu=row.milieu, name=row.name, email=row.email, token=token)


@transaction.atomic
def answer_reading(reader: Reader, *, at: datetime, answer: str, area_codes: Sequence[str] = ()) -> None:
    """Take in a reader's answer; the areas it speaks of count as anchored with the milieu by hearing.

    Raises:
        Refused: when the round is not open, or the answer is empty or too long.
    """
    enforce(may_answer(reader, at=at, answer=answer))
    reader.answer, reader.answered_at, reader.area_codes = answer, at, list(area_codes)
    reader.save(update_fields=["answer", "answered_at", "area_codes"])
    plan = reader.round.plan
    waiting = Anchoring.objects.filter(
        area__plan=plan, area__code__in=area_codes, milieu=reader.milieu, how=""
    )
    waiting.update(how=Anchoring.How.HEARING, reference=reader.name, anchored_on=at.date())
    record(
        "reading.answered",
        subject=f"reading/{reader.round_id}",
        process_id=plan.process_id,
        by=None,
        at=at,
        content={"milieu": reader.milieu, "areas": list(area_codes), "answer": answer},
    )
