"""The hall's explicit tables: which rule and page a gate has, and how the journal is told in words.

Lower rooms never look up; what crosses rooms is written down here, line by line (news by mail: notices.py).
A house test compares the gates with the blueprints.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dugnad.plans.rules.acts import may_adopt, may_approve
from dugnad.processes.rules import may_decide_start

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise

    from dugnad.kit.verdicts import Verdict
    from dugnad.processes.models import Gate


@dataclass(frozen=True, slots=True)
class GateRow:
    """What a gate's name points to: the rule that is asked, and the page where its decision is recorded."""

    rule: Callable[..., Verdict]
    page: str
    act: StrOrPromise
    decides_on_plan: bool = False  # the page takes the plan's id, else the process's and the gate's


GATES: dict[str, GateRow] = {
    "start_decision": GateRow(may_decide_start, "processes:decide_start", _("Record the start decision")),
    "steering_group_approval": GateRow(
        may_approve, "plans:approve_plan", _("Record what the steering group decides"), decides_on_plan=True
    ),
    "council_adoption": GateRow(
        may_adopt, "plans:adopt_plan", _("Record what the council decides"), decides_on_plan=True
    ),
}


def gate_address(gate: Gate) -> str:
    """Give the page where this gate's decision is recorded; a plan's is found on the way."""
    row = GATES[gate.key]
    page = "hall:open_gate" if row.decides_on_plan else row.page
    return reverse(page, args=[gate.process_id, gate.pk])


# How the activity feed tells each act; %(…)s are what the entry's content holds.
SENTENCES: dict[str, StrOrPromise] = {
    "process.started": _("The process was started"),
    "process.edited": _("Purpose and mandate were edited"),
    "process.published": _("The process was published"),
    "process.copied": _("The process was made as a copy of another"),
    "process.entered_midway": _("The process was taken up midway: %(reason)s"),
    "process.paused": _("The process was paused: %(reason)s"),
    "process.resumed": _("The process was resumed"),
    "process.withdrawn": _("The process was withdrawn: %(reason)s"),
    "process.closed": _("The process was closed: %(reason)s"),
    "phase.ended": _("The phase “%(title)s” ended"),
    "phase.skipped": _("The phase “%(title)s” was skipped: %(reason)s"),
    "phase.renamed": _("The phase “%(before)s” is now called “%(after)s”"),
    "role.given": _("%(name)s was given a part: %(kind)s"),
    "role.ended": _("The part of %(name)s as %(kind)s got its last day: %(until)s"),
    "period.set": _("The dates were changed: %(reason)s"),
    "retention.set": _("Personal text is kept until %(until)s"),
    "process.tidied": _("Personal text of the process was erased, as planned"),
    "deadline.added": _("The deadline “%(title)s” was added, due %(due_on)s"),
    "deadline.moved": _("The deadline “%(title)s” moved from %(before)s to %(after)s: %(reason)s"),
    "deadline.finished": _("The deadline “%(title)s” was met"),
    "start.decided": _("%(body)s decided about the start: %(result)s"),
    "meeting.planned": _("A meeting was planned: %(body)s"),
    "meeting.called": _("A meeting was called: %(body)s"),
    "meeting.moved": _("A meeting was moved: %(body)s"),
    "meeting.cancelled": _("A meeting was cancelled: %(body)s"),
    "item.added": _("An item was put on the agenda"),
    "item.edited": _("An item of the agenda was edited"),
    "item.moved": _("The agenda was put in another order"),
    "item.removed": _("An item was taken off the agenda"),
    "attendance.recorded": _("Attendance was recorded"),
    "minutes.written": _("Minutes were written"),
    "minutes.approved": _("Minutes were approved: %(body)s"),
    "document.added": _("The document “%(title)s” was added"),
    "document.withdrawn": _("The document “%(title)s” was withdrawn: %(reason)s"),
    "follower.asked": _("Somebody asked to follow the process"),
    "follower.confirmed": _("Somebody follows the process"),
    "follower.left": _("Somebody stopped following the process"),
    "gathering.recorded": _("A gathering was recorded"),
    "gathering.edited": _("A gathering was edited"),
    "gathering.removed": _("A gathering was removed"),
    "milieux.reached": _("Which milieux were reached was written down"),
    "analysis.started": _("The development analysis was begun"),
    "analysis.edited": _("The development analysis was edited"),
    "premise.added": _("A challenge or opportunity was added"),
    "premise.edited": _("A challenge or opportunity was edited"),
    "premise.removed": _("A challenge or opportunity was removed"),
    "figures.set": _("Figures were put into the analysis"),
    "series.written": _("Figures were written into the analysis"),
    "statistics.asked": _("Figures were asked for from the statistical bureau"),
    "report.attached": _("The analysis report was attached"),
    "series.removed": _("Figures were taken out of the analysis"),
    "communication.planned": _("A communication activity was planned"),
    "communication.edited": _("A communication activity was edited"),
    "communication.done": _("A communication activity was carried out"),
    "communication.removed": _("A communication activity was removed"),
    "plan.started": _("Work on the plan began"),
    "plan.imported": _("The plan was read in from a file"),
    "plan.submitted": _("The plan was sent to the steering group"),
    "plan.approved": _("%(body)s decided about the plan: %(result)s"),
    "plan.adopted": _("%(body)s decided about the plan: %(result)s"),
    "plan.sent_back": _("%(body)s sent the plan back: %(reason)s"),
    "plan.rejected": _("%(body)s rejected the plan: %(reason)s"),
    "plan.published": _("The plan was published"),
    "plan.revised": _("A revision of the plan was opened"),
    "version.saved": _("A version of the plan was saved"),
    "version.restored": _("An earlier version of the plan was restored"),
    "vision.edited": _("The vision was edited"),
    "section.edited": _("A section of the plan was edited"),
    "area.added": _("The focus area “%(title)s” was added"),
    "area.edited": _("The focus area “%(title)s” was edited"),
    "area.removed": _("The focus area “%(title)s” was removed"),
    "area.restored": _("The focus area “%(title)s” was restored"),
    "areas.mapped": _("Earlier focus areas were mapped to the new ones"),
    "goal.added": _("A goal was added"),
    "goal.edited": _("A goal was edited"),
    "goal.removed": _("A goal was removed"),
    "document.attached": _("The document “%(title)s” was attached to a goal"),
    "document.detached": _("The document “%(title)s” was taken off a goal"),
    "activity.added": _("A main activity was added"),
    "activity.edited": _("A main activity was edited"),
    "activity.removed": _("A main activity was removed"),
    "anchorings.set": _("How milieux are anchored was written down"),
    "money.set": _("The money was planned"),
    "sum.explained": _("A difference in the sums was explained"),
    "conditions.set": _("The terms of the grant were written down"),
    "action_plan.started": _("An action plan was begun"),
    "action_plan.edited": _("The action plan was edited"),
    "measure.added": _("A measure was added to the action plan"),
    "measure.edited": _("A measure of the action plan was edited"),
    "measure.removed": _("A measure was removed from the action plan"),
    "warning.accepted": _("A warning of the check was accepted with a reason"),
    "acceptance.withdrawn": _("An accepted warning was opened again"),
    "comment.added": _("A comment was written"),
    "comment.settled": _("A comment was settled"),
    "note.added": _("An adviser wrote a note"),
    "note.edited": _("An adviser changed a note"),
    "note.removed": _("An adviser removed a note"),
    "reading.opened": _("A reading round was opened"),
    "reading.answered": _("A reading round got an answer"),
}
