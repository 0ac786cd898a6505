"""Who may remark on a passage and settle a remark, and who writes and reads advisers' notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import RoleKind
from dugnad.processes.rules import has_role, may_see_drafts
from dugnad.processes.rules.roles import LEADERS, WRITERS

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process
    from dugnad.voices.models import Comment, Note

MOST_LETTERS = 5_000
ADVISERS = (RoleKind.COUNTY_ADVISER, RoleKind.IN_ADVISER)
COMING = "…"  # stands for the text while a page asks whether to offer the act


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


def may_see_notes(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Advisers' notes are for the advisers, and shared ones for those who lead (seed 002)."""
    if has_role(process, *ADVISERS, *LEADERS, by=by, at=at):
        return ALLOWED
    return refuse(_("Notes are for the advisers, and for those who lead the process."))


def may_add_note(process: Process, *, by: Person | None, at: datetime, text: str = COMING) -> Verdict:
    """The county's and Innovasjon Norge's advisers note what they think of a process."""
    advises = has_role(process, *ADVISERS, by=by, at=at)
    return first_refusal(
        (
            ALLOWED
            if advises
            else refuse(_("Only advisers of the county and of Innovasjon Norge write notes.")),
            ALLOWED if text.strip() else refuse(_("Write your note.")),
            ALLOWED if len(text) <= MOST_LETTERS else refuse(_("A note has at most 5,000 letters.")),
        )
    )


def may_read_note(note: Note, *, by: Person | None, at: datetime) -> Verdict:
    """A note is its author's alone until it is shared; then those who lead and other advisers read it too."""
    own = by is not None and note.by_id == by.pk
    return first_refusal(
        (
            may_see_notes(note.process, by=by, at=at),
            ALLOWED if own or note.is_shared else refuse(_("This note is not shared.")),
        )
    )


def may_edit_note(note: Note, *, by: Person | None, at: datetime, text: str = COMING) -> Verdict:
    """An adviser changes, shares and removes their own notes, nobody else's."""
    own = by is not None and note.by_id == by.pk
    return first_refusal(
        (
            ALLOWED if own else refuse(_("Only its author changes a note.")),
            may_add_note(note.process, by=by, at=at, text=text),
        )
    )
