"""The whole check of a plan: every rule, in the order of the document, accepted warnings filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.kit.findings import accept_warnings
from dugnad.plans.outline.shapes import shapes_of
from dugnad.plans.rules import anchoring, content, goals, money, process
from dugnad.plans.rules.found import each_area

if TYPE_CHECKING:
    from dugnad.kit.findings import Finding
    from dugnad.plans.outline import PlanOutline

_CHECKS = (
    content.check_analysis,
    content.check_answers,
    content.check_main_goal,
    content.check_number_of_areas,
    content.check_area_parts,
    goals.check_quantities,
    goals.check_measuring,
    process.check_decisions,
    process.check_first_action_plan,
    anchoring.check_gatherings,
    anchoring.check_milieux,
    anchoring.check_communication,
    content.check_headings,
    process.check_period,
    money.check_sums,
    money.check_county_share,
    process.check_start,
    goals.check_sum_of_goals,
    goals.check_realism,
    goals.check_yearly_targets,
    process.check_area_change,
    anchoring.check_anchoring,
)


def check_plan(outline: PlanOutline) -> list[Finding]:
    """Check the plan against all its rules (A-01 to A-20, A-31, A-34), in the order of the document.

    A warning that the outline accepts with a reason carries it in `accepted`.
    """
    findings = [finding for check in _CHECKS for finding in check(outline)]
    reasons = {
        (accepted.rule, accepted.where): accepted.reason.strip() for accepted in outline.accepted_warnings
    }
    parts = {key: place for place, key in enumerate(shapes_of(type(outline)))}
    areas = {where: place for place, (where, _area) in enumerate(each_area(outline))}

    def place_in_document(finding: Finding) -> tuple[int, int]:
        part, _, rest = finding.where.partition(".")
        return parts[part], areas.get(f"areas.{rest.partition('.')[0]}", -1) if part == "areas" else -1

    return accept_warnings(sorted(findings, key=place_in_document), reasons)
