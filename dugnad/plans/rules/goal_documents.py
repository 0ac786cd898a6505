"""Who attaches documents to goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.plans.models import GoalDocument
from dugnad.processes.rules.files import may_add_document, may_read_document

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.plans.models import Goal
    from dugnad.processes.models import Document


def may_attach_document(
    goal: Goal, document: Document | None = None, *, by: Person | None, at: datetime
) -> Verdict:
    """Those who add documents attach them to goals, also when the plan is adopted: no text of it changes.

    Only documents of the same process that the person may read, each once.
    """
    verdict = may_add_document(goal.plan.process, by=by, at=at)
    if not verdict or document is None:
        return verdict
    strange = document.process_id != goal.plan.process_id or document.withdrawn_at is not None
    held = GoalDocument.objects.filter(goal=goal, document=document).exists()
    return first_refusal(
        (
            refuse(_("Choose one of the process's documents.")) if strange else ALLOWED,
            may_read_document(document, by=by, at=at),
            refuse(_("The document is attached to this goal already.")) if held else ALLOWED,
            refuse(_("The goal has been taken out.")) if goal.removed_at else ALLOWED,
        )
    )


def may_detach_document(goal: Goal, *, by: Person | None, at: datetime) -> Verdict:
    """Whoever may attach a document may take it off again; the document itself stays."""
    return may_add_document(goal.plan.process, by=by, at=at)
