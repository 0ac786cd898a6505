"""The acts of a process."""

from dugnad.processes.commands.decisions import decide_start, decision_content, pass_gate, write_decision
from dugnad.processes.commands.roles import end_role, give_role, invite_member
from dugnad.processes.commands.start import (
    copy_process,
    edit_process,
    enter_midway,
    publish_process,
    start_process,
)
from dugnad.processes.commands.steps import change_state, end_phase, rename_phase, skip_phase
from dugnad.processes.commands.times import (
    add_deadline,
    finish_deadline,
    move_deadline,
    set_period,
    set_retention,
)

__all__ = [
    "add_deadline",
    "change_state",
    "copy_process",
    "decide_start",
    "decision_content",
    "edit_process",
    "end_phase",
    "end_role",
    "enter_midway",
    "finish_deadline",
    "give_role",
    "invite_member",
    "move_deadline",
    "pass_gate",
    "publish_process",
    "rename_phase",
    "set_period",
    "set_retention",
    "skip_phase",
    "start_process",
    "write_decision",
]
