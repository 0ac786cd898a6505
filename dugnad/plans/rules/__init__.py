"""What a plan must be, rule by rule, and the check of them all."""

from dugnad.plans.rules.anchoring import (
    check_anchoring,
    check_communication,
    check_gatherings,
    check_milieux,
)
from dugnad.plans.rules.check import check_plan
from dugnad.plans.rules.content import (
    check_analysis,
    check_answers,
    check_area_parts,
    check_headings,
    check_main_goal,
    check_number_of_areas,
)
from dugnad.plans.rules.goals import (
    check_measuring,
    check_quantities,
    check_realism,
    check_sum_of_goals,
    check_yearly_targets,
)
from dugnad.plans.rules.money import check_county_share, check_sums, county_ceiling
from dugnad.plans.rules.process import (
    check_area_change,
    check_decisions,
    check_first_action_plan,
    check_period,
    check_start,
)

__all__ = [
    "check_analysis",
    "check_anchoring",
    "check_answers",
    "check_area_change",
    "check_area_parts",
    "check_communication",
    "check_county_share",
    "check_decisions",
    "check_first_action_plan",
    "check_gatherings",
    "check_headings",
    "check_main_goal",
    "check_measuring",
    "check_milieux",
    "check_number_of_areas",
    "check_period",
    "check_plan",
    "check_quantities",
    "check_realism",
    "check_start",
    "check_sum_of_goals",
    "check_sums",
    "check_yearly_targets",
    "county_ceiling",
]
