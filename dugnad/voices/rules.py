"""Who may remark on a passage, and who may settle a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.rules import has_role, may_see_drafts
from dugnad.processes.rules.roles import LEADERS, WRITERS

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process
    from dugnad.voices.models import Comment

MOST_LETTERS = 5_000


def may_comment(process: Process, *, by: Person | None, at: datetime, text: str) -> Verdict:
    """Everyone with a part in the process remarks on its drafts, advisers included."""
    return first_refusal(
        (
            may_see_drafts(process, by=by, at=at),
            ALLOWED if text.strip() else refuse(_("Write your comment.")),
            ALLOWED if len(text) <= MOST_LETTERS else refuse(_("A comment has at most 5,000 letters.")),
        )
    )


def may_settle_comment(comment: Comment, *, by: Person | None, at: datetime) -> Verdict:
    """Its author, those who write and those who lead settle a comment, once."""
    own = by is not None and comment.by_id == by.pk
    writes = has_role(comment.process, *WRITERS, *LEADERS, by=by, at=at)
    return first_refusal(
        (
            ALLOWED if own or writes else refuse(_("Only its author and those who write settle a comment.")),
            refuse(_("The comment is already settled.")) if comment.settled_at else ALLOWED,
        )
    )
