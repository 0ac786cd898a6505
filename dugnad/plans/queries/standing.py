"""The draft as pages read it: built once after each act, then remembered until the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.core.cache import cache

from dugnad.journal.queries import chain_length
from dugnad.plans.outline import PlanOutline
from dugnad.plans.queries.grounds import place_of
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.rules import check_plan

if TYPE_CHECKING:
    from dugnad.kit.findings import Finding
    from dugnad.plans.models import Plan

_KEEP_SECONDS = 24 * 3600


def standing_outline(plan: Plan) -> PlanOutline:
    """Give the draft's outline for reading: one query when nothing has happened since it was last read.

    Every act on a process lengthens its chain, so an outline is remembered under the chain's length. Commands
    never use this; they build anew inside their transaction (`plan_outline`).
    """
    key = f"outline/{plan.pk}/{chain_length(plan.process_id)}"
    known: PlanOutline | None = cache.get(key)
    if known is None:
        known = plan_outline(plan)
        cache.set(key, known, _KEEP_SECONDS)
    return replace(known, place=place_of(plan.process))


def standing_findings(plan: Plan) -> list[Finding]:
    """Check the draft as pages read it."""
    return check_plan(standing_outline(plan))
