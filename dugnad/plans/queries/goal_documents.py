"""Documents on goals as readers may see them: neither a draft's goal nor an exempt document slips out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dugnad.plans.models import Goal, GoalDocument
from dugnad.plans.queries.plans import version_outline
from dugnad.processes.queries.files import documents_of
from dugnad.processes.rules import may_see_drafts
from dugnad.processes.rules.files import is_exempt_now, may_add_document, may_read_document

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.people.models import Person
    from dugnad.plans.models import Plan, Version
    from dugnad.processes.models import Document


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal, and the documents on it that the reader may open."""

    goal: Goal
    documents: tuple[Document, ...]


def attached_documents() -> QuerySet[GoalDocument]:
    """Give what is attached, with what the rules look at."""
    rows = GoalDocument.objects.filter(document__withdrawn_at=None, goal__removed_at=None)
    return rows.select_related("goal__plan__process", "goal__area", "document__decision", "document__meeting")


def goal_rows(
    plan: Plan, version: Version | None, *, by: Person | None, at: datetime
) -> tuple[list[GoalRow], bool]:
    """Give goals with documents this reader may open, and whether the reader may attach more.

    Whoever may attach gets every goal of the draft; outsiders only goals worded as in the published version.
    """
    may_attach = bool(may_add_document(plan.process, by=by, at=at))
    documents: dict[int, list[Document]] = defaultdict(list)
    goals: dict[int, Goal] = {}
    for row in attached_documents().filter(goal__plan=plan):
        document = _readable(row, plan, by=by, at=at)
        if document is not None:
            documents[row.goal_id].append(document)
            goals[row.goal_id] = row.goal
    if may_attach:
        live = Goal.objects.filter(plan=plan, removed_at=None).select_related("area")
        goals = {goal.pk: goal for goal in live}
    elif not may_see_drafts(plan.process, by=by, at=at):
        said = _goals_said(version) if version else set()
        goals = {pk: goal for pk, goal in goals.items() if goal.text in said}
    ordered = sorted(goals.values(), key=lambda goal: (goal.area.code if goal.area else "", goal.number))
    return [GoalRow(goal, tuple(documents[goal.pk])) for goal in ordered], may_attach


def _readable(row: GoalDocument, plan: Plan, *, by: Person | None, at: datetime) -> Document | None:
    document = row.document
    document.process = plan.process  # the rules remember a person's parts by it
    document.is_exempt_today = is_exempt_now(document, at=at)  # type: ignore[attr-defined]
    return document if may_read_document(document, by=by, at=at) else None


def _goals_said(version: Version) -> set[str]:
    """Collect the wordings of the goals in a version."""
    outline = version_outline(version)
    main = (outline.main_goal,) if outline.main_goal else ()
    return {goal.text for goal in (*main, *(goal for area in outline.areas for goal in area.goals))}


def documents_to_attach(goal: Goal, *, by: Person | None, at: datetime) -> list[Document]:
    """Give the process's documents the person may read and that are not on the goal yet."""
    held = set(GoalDocument.objects.filter(goal=goal).values_list("document", flat=True))
    known = documents_of(goal.plan.process, by=by, at=at)
    return [row for row in known if row.pk not in held and not row.withdrawn_at]
