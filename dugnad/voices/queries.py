"""Reading remarks and notes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db.models import Q

from dugnad.voices.models import Comment, Note

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


def comments_on(topic: str) -> QuerySet[Comment]:
    """Give all comments on a document, oldest first, with who wrote and settled them."""
    return Comment.objects.filter(topic=topic).select_related("by", "settled_by")


def comments_by_passage(topic: str) -> dict[str, list[Comment]]:
    """Give a document's comments by passage, for its margin."""
    passages: dict[str, list[Comment]] = defaultdict(list)
    for comment in comments_on(topic):
        passages[comment.where].append(comment)
    return dict(passages)


def notes() -> QuerySet[Note]:
    """Give all notes with what the rules look at; a page asks `may_read_note` for the one it shows."""
    return Note.objects.select_related("process__place", "by__organisation")


def notes_of(process: Process, *, by: Person) -> QuerySet[Note]:
    """Give a process's notes that are this reader's own or shared, the latest first."""
    return notes().filter(Q(by=by) | Q(is_shared=True), process=process)
