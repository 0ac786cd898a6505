"""The acts of planning."""

from dugnad.plans.commands.analysis import (
    AnalysisFacts,
    add_premise,
    attach_report,
    edit_analysis,
    edit_premise,
    remove_premise,
    remove_series,
    set_figures,
    start_analysis,
    write_series,
)
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
from dugnad.plans.commands.communication import (
    CommunicationFacts,
    edit_communication,
    plan_communication,
    remove_communication,
    tick_communication,
)
from dugnad.plans.commands.course import adopt_plan, approve_plan, publish_plan, revise_plan, submit_plan
from dugnad.plans.commands.drafting import edit_section, edit_vision, set_conditions, set_money, start_plan
from dugnad.plans.commands.goal_documents import add_goal_document, attach_document, detach_document
from dugnad.plans.commands.goals import GoalFacts, add_goal, edit_goal, explain_sum, remove_goal
from dugnad.plans.commands.reading import Invited, answer_reading, open_reading
from dugnad.plans.commands.statistics import fetch_statistics
from dugnad.plans.commands.versions import freeze_version, map_areas, restore_version, save_version
from dugnad.plans.commands.work import (
    MeasureFacts,
    add_measure,
    edit_action_plan,
    edit_measure,
    remove_measure,
    start_action_plan,
)
from dugnad.plans.rules.grounds import FigureFacts

__all__ = [
    "AnalysisFacts",
    "Anchored",
    "CommunicationFacts",
    "FigureFacts",
    "GoalFacts",
    "Invited",
    "MeasureFacts",
    "accept_warning",
    "add_activity",
    "add_area",
    "add_goal",
    "add_goal_document",
    "add_measure",
    "add_premise",
    "adopt_plan",
    "answer_reading",
    "approve_plan",
    "attach_document",
    "attach_report",
    "detach_document",
    "edit_action_plan",
    "edit_activity",
    "edit_analysis",
    "edit_area",
    "edit_communication",
    "edit_goal",
    "edit_measure",
    "edit_premise",
    "edit_section",
    "edit_vision",
    "explain_sum",
    "fetch_statistics",
    "freeze_version",
    "map_areas",
    "open_reading",
    "plan_communication",
    "publish_plan",
    "remove_activity",
    "remove_area",
    "remove_communication",
    "remove_goal",
    "remove_measure",
    "remove_premise",
    "remove_series",
    "restore_area",
    "restore_version",
    "revise_plan",
    "save_version",
    "set_anchorings",
    "set_conditions",
    "set_figures",
    "set_money",
    "start_action_plan",
    "start_analysis",
    "start_plan",
    "submit_plan",
    "tick_communication",
    "withdraw_acceptance",
    "write_series",
]
