"""May it be done? The rules of a process."""

from dugnad.processes.rules.decisions import (
    DecisionFacts,
    check_decision,
    may_decide_gate,
    may_record_decision,
)
from dugnad.processes.rules.roles import (
    forget_roles,
    has_role,
    may_lead,
    may_record,
    may_see,
    may_see_drafts,
    may_work_on,
    phase_opens,
    role_kinds,
)
from dugnad.processes.rules.start import may_decide_start, may_enter_midway, may_publish, may_start
from dugnad.processes.rules.steps import may_change_state, may_end_phase, may_skip_phase

__all__ = [
    "DecisionFacts",
    "check_decision",
    "forget_roles",
    "has_role",
    "may_change_state",
    "may_decide_gate",
    "may_decide_start",
    "may_end_phase",
    "may_enter_midway",
    "may_lead",
    "may_publish",
    "may_record",
    "may_record_decision",
    "may_see",
    "may_see_drafts",
    "may_skip_phase",
    "may_start",
    "may_work_on",
    "phase_opens",
    "role_kinds",
]
