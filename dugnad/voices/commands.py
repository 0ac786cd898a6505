"""Remarking on a passage, settling a remark, and advisers' notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.voices.models import Comment, Note
from dugnad.voices.rules import may_add_note, may_comment, may_edit_note, may_settle_comment

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


@transaction.atomic
def add_note(process: Process, *, by: Person, at: datetime, text: str, is_shared: bool = False) -> Note:
    """Note something about a process, for oneself or shared with those who lead and other advisers.

    Raises:
        Refused: when the person does not advise, or the text is empty or too long.
    """
    enforce(may_add_note(process, by=by, at=at, text=text))
    note = Note.objects.create(process=process, text=text, is_shared=is_shared, by=by, at=at)
    _log_note(note, "note.added", by=by, at=at)
    return note


@transaction.atomic
def edit_note(note: Note, *, by: Person, at: datetime, text: str, is_shared: bool) -> None:
    """Change a note, share it, or take it back to oneself.

    Raises:
        Refused: when it is not this adviser's own, or the text is empty or too long.
    """
    enforce(may_edit_note(note, by=by, at=at, text=text))
    note.text, note.is_shared, note.edited_at = text, is_shared, at
    note.save(update_fields=["text", "is_shared", "edited_at"])
    _log_note(note, "note.edited", by=by, at=at)


@transaction.atomic
def remove_note(note: Note, *, by: Person, at: datetime) -> None:
    """Remove a note for good; a note is no part of what a decision rests on.

    Raises:
        Refused: when it is not this adviser's own.
    """
    enforce(may_edit_note(note, by=by, at=at))
    _log_note(note, "note.removed", by=by, at=at)
    note.delete()


def _log_note(note: Note, verb: str, *, by: Person, at: datetime) -> None:
    """Record the act without the text: the journal is read by all who have a part, a note is not."""
    content = {"note": note.pk, "is_shared": note.is_shared}
    record(verb, subject=f"note/{note.pk}", process_id=note.process_id, by=by, at=at, content=content)
