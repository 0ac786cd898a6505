"""What goes onto paper: the plan, a year's action plan, the case paper, and goals and money as sheets."""

from dugnad.plans.documents.action import action_plan_paper
from dugnad.plans.documents.case import Case, case_paper
from dugnad.plans.documents.plan import Frame, plan_paper
from dugnad.plans.documents.sheets import plan_sheets

__all__ = ["Case", "Frame", "action_plan_paper", "case_paper", "plan_paper", "plan_sheets"]
