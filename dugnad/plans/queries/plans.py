"""Finding plans, their findings and their versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.plans.models import Plan, Version
from dugnad.plans.outline import PlanOutline, outline_from_data
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.rules import check_plan

if TYPE_CHECKING:
    from dugnad.kit.findings import Finding


def find_plan(plan_id: int) -> Plan | None:
    """Give a plan with its process and place, or None."""
    return Plan.objects.select_related("process__place__county").filter(pk=plan_id).first()


def findings_of(plan: Plan) -> list[Finding]:
    """Check the draft as it stands now."""
    return check_plan(plan_outline(plan))


def latest_version(plan: Plan) -> Version | None:
    """Give the newest version, or None when none was saved yet."""
    return plan.versions.order_by("-number").first()


def published_version(plan: Plan) -> Version | None:
    """Give the version that the public reads, or None."""
    return plan.versions.filter(is_public=True).order_by("-number").first()


def version_outline(version: Version) -> PlanOutline:
    """Give a version's text as an outline; it never changes, so what was read is remembered by its digest."""
    if not version.digest:
        return outline_from_data(version.content)
    if version.digest not in _READ:
        if len(_READ) >= MOST_REMEMBERED:
            _READ.clear()
        _READ[version.digest] = outline_from_data(version.content)
    return _READ[version.digest]


MOST_REMEMBERED = 64
_READ: dict[str, PlanOutline] = {}
