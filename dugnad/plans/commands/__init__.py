"""The acts of planning."""

from dugnad.plans.commands.areas import (
    Anchored,
    add_activity,
    add_area,
    edit_activity,
    edit_area,
    remove_activity,
    remove_area,
    restore_area,
    set_anchorings,
)
from dugnad.plans.commands.check import accept_warning, withdraw_acceptance
from dugnad.plans.commands.course import adopt_plan, approve_plan, publish_plan, revise_plan, submit_plan
from dugnad.plans.commands.drafting import edit_section, edit_vision, set_conditions, set_money, start_plan
from dugnad.plans.commands.goals import GoalFacts, add_goal, edit_goal, explain_sum, remove_goal
from dugnad.plans.commands.versions import freeze_version, map_areas, restore_version, save_version
from dugnad.plans.commands.work import (
    MeasureFacts,
    add_measure,
    edit_action_plan,
    edit_measure,
    remove_measure,
    start_action_plan,
)

__all__ = [
    "Anchored",
    "GoalFacts",
    "MeasureFacts",
    "accept_warning",
    "add_activity",
    "add_area",
    "add_goal",
    "add_measure",
    "adopt_plan",
    "approve_plan",
    "edit_action_plan",
    "edit_activity",
    "edit_area",
    "edit_goal",
    "edit_measure",
    "edit_section",
    "edit_vision",
    "explain_sum",
    "freeze_version",
    "map_areas",
    "publish_plan",
    "remove_activity",
    "remove_area",
    "remove_goal",
    "remove_measure",
    "restore_area",
    "restore_version",
    "revise_plan",
    "save_version",
    "set_anchorings",
    "set_conditions",
    "set_money",
    "start_action_plan",
    "start_plan",
    "submit_plan",
    "withdraw_acceptance",
]
