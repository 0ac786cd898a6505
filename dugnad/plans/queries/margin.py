"""The margin of a plan: what the check found and people remarked, each beside its passage."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dugnad.plans.outline.words import SECTIONS
from dugnad.voices.queries import comments_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dugnad.kit.findings import Finding
    from dugnad.plans import outline as o
    from dugnad.plans.models import Plan
    from dugnad.voices.models import Comment

# Where findings stand that are about something outside the plan's own text.
_HOMES = {
    "title": "vision",
    "main_goal_explanation": "main_goal",
    "areas": "sections.focus_areas",
    "area_change": "sections.focus_areas",
    "administration": "money",
    "county_ceiling": "conditions",
    "grant_committed_on": "conditions",
    "conditions_accepted_on": "conditions",
    "implementation_starts_on": "conditions",
    "communication": "sections.communication",
    "analysis": "sections.background",
    "premises": "sections.background",
    "gatherings": "sections.background",
    "milieux_reached": "sections.background",
}
_FIXED = (
    "course", "vision", "main_goal", "money", "conditions", "action_plans",
    *(f"sections.{key}" for key in SECTIONS),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """One place of the document, with what belongs in its margin."""

    where: str
    id: int | None = None
    findings: tuple[Finding, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def open_comments(self) -> int:
        """Count the remarks that nobody has settled."""
        return sum(comment.settled_at is None for comment in self.comments)

    @property
    def anchors(self) -> list[str]:
        """Give the finer places that findings name here, so that links find them."""
        places = dict.fromkeys(finding.where for finding in self.findings)
        return [place for place in places if place != self.where]

    @property
    def worst(self) -> str:
        """Give the gravest that stands open here: error, warning, or nothing."""
        standing = [finding for finding in self.findings if finding.is_open]
        return min((str(finding.severity) for finding in standing), default="")


def places(outline: o.PlanOutline) -> set[str]:
    """Give every place of the document that has a margin of its own."""
    found = set(_FIXED)
    for area in outline.areas:
        found.add(f"areas.{area.code}")
        found |= {f"areas.{area.code}.goals.{n}" for n in range(1, len(area.goals) + 1)}
        found |= {f"areas.{area.code}.activities.{n}" for n in range(1, len(area.activities) + 1)}
    return found | {f"action_plans.{row.year}" for row in outline.action_plans}


def home_of(where: str, known: Iterable[str]) -> str:
    """Give the passage in whose margin something belongs: the nearest that holds it, else its heading's."""
    steps = where.split(".")
    prefixes = (".".join(steps[:length]) for length in range(len(steps), 0, -1))
    return next((prefix for prefix in prefixes if prefix in known), _HOMES.get(steps[0], "course"))


def passages(
    outline: o.PlanOutline,
    *,
    rows: dict[str, int],
    findings: Sequence[Finding] = (),
    comments: Sequence[Comment] = (),
) -> dict[str, Passage]:
    """Give each place of the document with its margin; no finding and no remark is left out."""
    known = places(outline)
    found, said = _sorted_in(findings, known), _sorted_in(comments, known)
    measures = {
        f"action_plans.{row.year}.measures.{number}"
        for row in outline.action_plans
        for number in range(1, len(row.measures) + 1)
    }  # they stand in their year's margin
    return {
        where: Passage(where, rows.get(where), tuple(found[where]), tuple(said[where]))
        for where in known | measures
    }


def _sorted_in(things: Iterable[Any], known: set[str]) -> dict[str, list[Any]]:
    margin: dict[str, list[Any]] = defaultdict(list)
    for thing in things:
        margin[home_of(thing.where, known)].append(thing)
    return margin


def comments_of(plan: Plan) -> list[Comment]:
    """Give all remarks on the draft, oldest first."""
    return list(comments_on(f"plan/{plan.pk}"))
