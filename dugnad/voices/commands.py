"""Remarking on a passage, and settling a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.voices.models import Comment
from dugnad.voices.rules import may_comment, may_settle_comment

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


@transaction.atomic
def add_comment(process: Process, *, by: Person, at: datetime, topic: str, where: str, text: str) -> Comment:
    """Remark on a passage: `topic` is the document (`plan/7`), `where` the passage (`areas.B`).

    Raises:
        Refused: when the person has no part in the process, or the text is empty or too long.
    """
    enforce(may_comment(process, by=by, at=at, text=text))
    comment = Comment.objects.create(process=process, topic=topic, where=where, text=text, by=by, at=at)
    _log(comment, "comment.added", by=by, at=at, text=text)
    return comment


@transaction.atomic
def settle_comment(comment: Comment, *, by: Person, at: datetime, answer: str) -> None:
    """Settle a remark, with an answer where one is due.

    Raises:
        Refused: when the person neither wrote it nor writes in the process, or it is settled.
    """
    enforce(may_settle_comment(comment, by=by, at=at))
    comment.answer, comment.settled_at, comment.settled_by = answer, at, by
    comment.save(update_fields=["answer", "settled_at", "settled_by"])
    _log(comment, "comment.settled", by=by, at=at, text=answer)


def _log(comment: Comment, verb: str, *, by: Person, at: datetime, text: str) -> None:
    record(
        verb,
        subject=comment.topic,
        process_id=comment.process_id,
        by=by,
        at=at,
        content={"comment": comment.pk, "where": comment.where, "text": text},
        person_ids=(comment.by_id, by.pk),
    )
