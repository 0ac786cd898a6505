"""The outline: a plan as the rules see it, in frozen parts that know nothing of database or file."""

from dugnad.plans.outline.areas import (
    Activity,
    Anchoring,
    Area,
    CountyCeiling,
    Goal,
    MoneyLine,
    YearAmount,
    YearNumber,
)
from dugnad.plans.outline.course import (
    AcceptedWarning,
    ActionPlan,
    AreaChange,
    Decision,
    FormerArea,
    Measure,
)
from dugnad.plans.outline.data import OutlineError, outline_from_data, outline_to_data
from dugnad.plans.outline.grounds import (
    Analysis,
    CommunicationActivity,
    Figure,
    Gathering,
    Outcome,
    Period,
    Place,
    Premise,
    Reached,
    Status,
)
from dugnad.plans.outline.plan import PlanOutline, Sections
from dugnad.plans.outline.reading import Problem
from dugnad.plans.outline.words import MILIEUX, OUTCOMES, SECTIONS

__all__ = [
    "MILIEUX",
    "OUTCOMES",
    "SECTIONS",
    "AcceptedWarning",
    "ActionPlan",
    "Activity",
    "Analysis",
    "Anchoring",
    "Area",
    "AreaChange",
    "CommunicationActivity",
    "CountyCeiling",
    "Decision",
    "Figure",
    "FormerArea",
    "Gathering",
    "Goal",
    "Measure",
    "MoneyLine",
    "Outcome",
    "OutlineError",
    "Period",
    "Place",
    "PlanOutline",
    "Premise",
    "Problem",
    "Reached",
    "Sections",
    "Status",
    "YearAmount",
    "YearNumber",
    "outline_from_data",
    "outline_to_data",
]
