"""The nouns of a plan."""

from dugnad.plans.models.analysis import (
    Analysis,
    CommunicationActivity,
    Fetch,
    Figure,
    Premise,
)
from dugnad.plans.models.areas import (
    Activity,
    Anchoring,
    AreaFrame,
    FocusArea,
    Goal,
    GoalDocument,
    GoalTarget,
)
from dugnad.plans.models.plan import AcceptedWarning, Plan, Section
from dugnad.plans.models.versions import AreaMapping, Reader, ReadingRound, Version
from dugnad.plans.models.work import ActionPlan, Measure, MoneyLine

__all__ = [
    "AcceptedWarning",
    "ActionPlan",
    "Activity",
    "Analysis",
    "Anchoring",
    "AreaFrame",
    "AreaMapping",
    "CommunicationActivity",
    "Fetch",
    "Figure",
    "FocusArea",
    "Goal",
    "GoalDocument",
    "GoalTarget",
    "Measure",
    "MoneyLine",
    "Plan",
    "Premise",
    "Reader",
    "ReadingRound",
    "Section",
    "Version",
]
