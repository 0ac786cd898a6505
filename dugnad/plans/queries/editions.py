"""A plan's text as papers are made from it: the draft, or a version with the decisions made about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dugnad.kit.digests import digest
from dugnad.plans.models import Version
from dugnad.plans.outline import outline_from_data
from dugnad.plans.queries.grounds import place_of
from dugnad.plans.queries.outline import decision_in_outline
from dugnad.plans.queries.standing import standing_outline
from dugnad.plans.rules import check_plan
from dugnad.plans.rules.course import version_content
from dugnad.processes.models import Body, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dugnad.kit.findings import Finding
    from dugnad.plans.models import Plan
    from dugnad.plans.outline import PlanOutline


@dataclass(frozen=True, slots=True)
class Edition:
    """One text of a plan; without a version it is the draft. `digest` is the hash of its content."""

    plan: Plan
    outline: PlanOutline
    version: Version | None
    digest: str

    @property
    def number(self) -> int | None:
        """Give the version's number; the draft has none."""
        return self.version.number if self.version else None

    @property
    def years(self) -> list[int]:
        """Give the years that the text has an action plan for."""
        return [row.year for row in self.outline.action_plans if row.year]


def versions_of(plan: Plan) -> list[Version]:
    """Give a plan's versions, the newest first, without their texts."""
    return list(Version.objects.filter(plan=plan).defer("content").order_by("-number"))


def version_numbered(plan: Plan, number: int) -> Version | None:
    """Give one version with its text, or none."""
    return Version.objects.filter(plan=plan, number=number).first()


def draft_edition(plan: Plan) -> Edition:
    """Give the draft as it stands."""
    outline = standing_outline(plan)
    return Edition(plan, outline, None, digest(version_content(outline)))


def version_edition(plan: Plan, version: Version) -> Edition:
    """Give a version's text, with the start decision and what was decided about it or a text before it."""
    outline = outline_from_data(version.content)
    rows = [row for row in _decisions(plan) if _about(plan, row) <= version.number]
    outline = replace(
        outline, place=place_of(plan.process), decisions=tuple(decision_in_outline(row) for row in rows)
    )
    return Edition(plan, outline, version, version.digest)


def _decisions(plan: Plan) -> Iterable[Decision]:
    rows = Decision.objects.filter(process=plan.process_id).exclude(gate=None)
    return rows.select_related("body", "gate").order_by("decided_on", "pk")


def _about(plan: Plan, decision: Decision) -> int:
    """Tell which version a decision was about; 0 for the start decision, which was about none."""
    head, _, number = decision.subject.rpartition("/")
    return int(number) if head == f"plan/{plan.pk}/version" and number.isdigit() else 0


def edition_findings(edition: Edition) -> list[Finding]:
    """Check an edition, with the reasons written for its warnings; a version is checked as the draft is."""
    now = standing_outline(edition.plan)
    kept = replace(edition.outline, accepted_warnings=now.accepted_warnings, area_change=now.area_change)
    return check_plan(kept)


def decided_before(edition: Edition) -> Version | None:
    """Give the latest other text that a body has decided on, to show what has changed since; else none."""
    numbers = {_about(edition.plan, row) for row in _decisions(edition.plan)} - {0}
    rows = Version.objects.filter(plan=edition.plan, number__in=numbers).exclude(digest=edition.digest)
    if edition.number is not None:
        rows = rows.filter(number__lt=edition.number)
    return rows.order_by("-number").first()


def body_name(plan: Plan, kind: str) -> str:
    """Give the name that this place or process gives a kind of body, else the usual one."""
    process = plan.process
    bodies = Body.objects.filter(place=process.place_id, kind=kind, process__in=[process.pk])
    placed = Body.objects.filter(place=process.place_id, kind=kind, process=None)
    found = bodies.first() or placed.first()
    return found.name if found else str(Body.Kind(kind).label)
