"""Does the result fit the text? What a body's yes is about, and what it mends by being said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from django.utils.translation import gettext_lazy as _

from dugnad.kit.digests import digest
from dugnad.kit.verdicts import ALLOWED, Verdict, refuse
from dugnad.plans.outline import Decision, PlanOutline, outline_to_data
from dugnad.processes.models import Decision as Recorded

if TYPE_CHECKING:
    from dugnad.plans.outline.words import BodyKind, DecisionKind
    from dugnad.processes.rules import DecisionFacts

_WORDS = (
    "title", "place", "periods", "premises", "vision", "main_goal", "main_goal_explanation", "areas",
    "administration", "money", "county_ceiling", "sections", "action_plans",
)  # fmt: skip


def version_content(outline: PlanOutline) -> dict[str, Any]:
    """Give what a version keeps: the whole outline but its decisions, which are recorded on the process."""
    return outline_to_data(replace(outline, decisions=(), accepted_warnings=(), area_change=None))


def words_digest(content: dict[str, Any]) -> str:
    """Digest the words that a body decides on; ticking off a communication activity does not change them."""
    return digest({key: content[key] for key in _WORDS if key in content})


def with_decision(outline: PlanOutline, kind: str, body: str, facts: DecisionFacts) -> PlanOutline:
    """Give the outline as it stands once this decision is made, which is what the gate's check looks at.

    The council's adoption is also the new decision that changed areas take (A-31); the steering group's
    approval comes before it, so that the missing one is not held against it.
    """
    decision = Decision(
        kind=cast("DecisionKind", kind),
        body=cast("BodyKind", body),
        decided_on=facts.decided_on,
        case_number=facts.case_number,
        result=cast("Any", facts.result),
    )
    change = outline.area_change
    if change:
        case = facts.case_number if kind == "adoption" else "-"
        change = replace(change, decided_on=facts.decided_on, case_number=case)
    return replace(outline, decisions=(*outline.decisions, decision), area_change=change)


def check_result(result: str, *, is_changed: bool) -> Verdict:
    """«Adopted» is about the text laid before the body; «with changes» about one that has them in it.

    Seed 002: the council's changes become a new version, and that text is the adopted one.
    """
    if result == Recorded.Result.ADOPTED and is_changed:
        return refuse(
            _(
                "The draft was changed after it was laid before the body: record it as adopted with changes, "
                "or restore the version that was laid before it."
            )
        )
    if result == Recorded.Result.ADOPTED_WITH_CHANGES and not is_changed:
        return refuse(_("Enter the body's changes in the plan first; then the new text is what was adopted."))
    return ALLOWED
