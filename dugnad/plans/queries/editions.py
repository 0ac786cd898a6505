"""A plan's text as papers are made from it: the draft, or a version with the decisions made about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from dugnad.kit.digests import digest
from dugnad.plans.models import Version
from dugnad.plans.queries.grounds import place_of
from dugnad.plans.queries.outline import decision_in_outline
from dugnad.plans.queries.plans import version_outline
from dugnad.plans.queries.standing import standing_outline
from dugnad.plans.rules import check_plan
from dugnad.plans.rules.course import version_content
from dugnad.processes.models import Body, Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dugnad.kit.findings import Finding
    from dugnad.plans.models import Plan
    from dugnad.plans.outline import PlanOutline


@dataclass(frozen=True)
class Edition:
    """One text of a plan; without a version it is the draft. Its outline is read when it is asked for."""

    plan: Plan
    version: Version | None

    @cached_property
    def outline(self) -> PlanOutline:
        """Give the text, a version's with the decisions made about it or about a text before it."""
        if self.version is None:
            return standing_outline(self.plan)
        outline = version_outline(self.version)
        rows = [row for row in _decisions(self.plan) if _about(self.plan, row) <= self.version.number]
        decisions = tuple(decision_in_outline(row) for row in rows)
        return replace(outline, place=place_of(self.plan.process), decisions=decisions)

    @property
    def digest(self) -> str:
        """Give the hash of the content."""
        return self.version.digest if self.version else digest(version_content(self.outline))

    @property
    def number(self) -> int | None:
        """Give the version's number; the draft has none."""
        return self.version.number if self.version else None

    @property
    def years(self) -> list[int]:
        """Give the years that the text has an action plan for."""
        if self.version is None:
            return list(self.plan.action_plans.order_by("year").values_list("year", flat=True))
        return [row["year"] for row in self.version.content.get("action_plans", []) if row.get("year")]


def versions_of(plan: Plan) -> list[Version]:
    """Give a plan's versions, the newest first, without their texts."""
    return list(Version.objects.filter(plan=plan).defer("content").order_by("-number"))


def version_numbered(plan: Plan, number: int) -> Version | None:
    """Give one version with its text, or none."""
    return Version.objects.filter(plan=plan, number=number).first()


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
