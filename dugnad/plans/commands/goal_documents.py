"""Documents on goals: attached and taken off; the document itself belongs to the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.plans.models import GoalDocument
from dugnad.plans.rules.goal_documents import may_attach_document, may_detach_document
from dugnad.processes.commands.files import add_document

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.plans.models import Goal
    from dugnad.processes.commands.files import DocumentFacts
    from dugnad.processes.models import Document


@transaction.atomic
def attach_document(goal: Goal, *, by: Person, at: datetime, document: Document) -> GoalDocument:
    """Attach one of the process's documents to a goal.

    Raises:
        Refused: when the person adds no documents here, or the document is another's or attached already.
    """
    enforce(may_attach_document(goal, document, by=by, at=at))
    attached = GoalDocument.objects.create(goal=goal, document=document)
    _log(attached, "document.attached", by=by, at=at)
    return attached


@transaction.atomic
def add_goal_document(
    goal: Goal, *, by: Person, at: datetime, facts: DocumentFacts, name: str, content: bytes
) -> GoalDocument:
    """Store a new document under the process, and attach it to the goal.

    Raises:
        Refused: when the person adds no documents here, or the file is none that may come in.
    """
    enforce(may_attach_document(goal, by=by, at=at))
    document = add_document(goal.plan.process, by=by, at=at, facts=facts, name=name, content=content)
    return attach_document(goal, by=by, at=at, document=document)


@transaction.atomic
def detach_document(attached: GoalDocument, *, by: Person, at: datetime) -> None:
    """Take a document off a goal; it stays among the process's documents.

    Raises:
        Refused: when the person adds no documents here.
    """
    enforce(may_detach_document(attached.goal, by=by, at=at))
    _log(attached, "document.detached", by=by, at=at)
    attached.delete()


def _log(attached: GoalDocument, verb: str, *, by: Person, at: datetime) -> None:
    """Tell insiders alone: which goal it is may not be published yet, nor the document's title."""
    document, plan = attached.document, attached.goal.plan
    content = {"title": document.title, "document": document.pk}
    record(
        verb, subject=f"goal/{attached.goal_id}", process_id=plan.process_id, by=by, at=at, content=content
    )
