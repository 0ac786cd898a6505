"""Reading remarks."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dugnad.voices.models import Comment

if TYPE_CHECKING:
    from django.db.models import QuerySet


def comments_on(topic: str) -> QuerySet[Comment]:
    """Give all comments on a document, oldest first, with who wrote and settled them."""
    return Comment.objects.filter(topic=topic).select_related("by", "settled_by")


def comments_by_passage(topic: str) -> dict[str, list[Comment]]:
    """Give a document's comments by passage, for its margin."""
    passages: dict[str, list[Comment]] = defaultdict(list)
    for comment in comments_on(topic):
        passages[comment.where].append(comment)
    return dict(passages)
