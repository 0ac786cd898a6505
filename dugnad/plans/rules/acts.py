"""Who may do what with a plan, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from dugnad.kit.findings import open_findings
from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import RoleKind
from dugnad.plans.models import Plan
from dugnad.processes.rules import (
    has_role,
    may_lead,
    may_record,
    may_see,
    may_see_drafts,
    may_work_on,
    phase_opens,
)
from dugnad.processes.rules.roles import RECORDERS, WRITERS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dugnad.kit.findings import Finding
    from dugnad.people.models import Person
    from dugnad.plans.models import Version
    from dugnad.processes.models import Process

WITH_A_BODY = (Plan.State.SUBMITTED, Plan.State.APPROVED)


def may_start_plan(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Those who write begin the plan when a phase opens writing it; a process has one plan."""
    has_one = Plan.objects.filter(process=process).exists()
    return first_refusal(
        (
            refuse(_("The process already has its plan.")) if has_one else ALLOWED,
            may_work_on(process, "edit_plan", by=by, at=at),
        )
    )


def may_edit_plan(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """The draft is written in its phases; while a body has it, only that body's changes are entered.

    Those are entered by whoever records decisions, and stand as a new version word by word beside the one
    that was laid before the body (seed 002: adopted with changes).
    """
    process = plan.process
    if plan.state in WITH_A_BODY:
        if has_role(process, *RECORDERS, *WRITERS, by=by, at=at):
            return _running(process)
        return refuse(
            _("The plan lies before a body; only its changes are entered, by those who record them.")
        )
    if plan.state == Plan.State.ADOPTED:
        return refuse(_("The plan is adopted. Open a revision to change it."))
    if plan.state == Plan.State.REJECTED:
        return refuse(_("The plan was rejected."))
    return may_work_on(process, "edit_plan", by=by, at=at)


def may_see_plan(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """A published plan may be seen by anyone who may see its process; a draft by those with a part in it."""
    if plan.published_at and may_see(plan.process, by=by, at=at):
        return ALLOWED
    return may_see_drafts(plan.process, by=by, at=at)


def may_comment(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """Everyone with a part in the process comments on its drafts, advisers included."""
    return may_see_drafts(plan.process, by=by, at=at)


def may_accept_warning(plan: Plan, *, by: Person | None, at: datetime, reason: str) -> Verdict:
    """Those who lead accept a warning with a written reason; it is printed in the case papers."""
    wordless = refuse(_("Write the reason; it is printed in the case papers."))
    over = refuse(_("The plan has been decided on; its warnings stand as they were."))
    return first_refusal(
        (
            may_lead(plan.process, by=by, at=at),
            over if plan.state in {Plan.State.ADOPTED, Plan.State.REJECTED} else ALLOWED,
            ALLOWED if reason.strip() else wordless,
        )
    )


def may_submit(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """The draft goes to the steering group from the phase that opens it, and never before there is one."""
    in_draft = plan.state == Plan.State.DRAFT
    has_group = plan.process.roles.on(at.date()).filter(kind=RoleKind.STEERING_GROUP).exists()
    return first_refusal(
        (
            ALLOWED if in_draft else refuse(_("Only a draft is sent to the steering group.")),
            may_work_on(plan.process, "submit_plan", by=by, at=at),
            ALLOWED if has_group else refuse(_("Name the steering group first.")),
        )
    )


def may_approve(plan: Plan, *, by: Person | None, at: datetime, findings: Iterable[Finding]) -> Verdict:
    """The steering group approves a plan that lies before it and that the check lets through (A-08)."""
    lies_there = plan.state == Plan.State.SUBMITTED
    return first_refusal(
        (
            may_record(plan.process, by=by, at=at),
            ALLOWED if lies_there else refuse(_("The plan does not lie before the steering group.")),
            _checked(findings),
        )
    )


def may_adopt(plan: Plan, *, by: Person | None, at: datetime, findings: Iterable[Finding]) -> Verdict:
    """The council adopts what the steering group approved, when the check lets it through (A-08, A-09)."""
    approved = plan.state == Plan.State.APPROVED
    return first_refusal(
        (
            may_record(plan.process, by=by, at=at),
            ALLOWED if approved else refuse(_("The steering group has not approved the plan yet (A-08).")),
            _checked(findings),
        )
    )


def may_publish_plan(plan: Plan, version: Version | None, *, by: Person | None, at: datetime) -> Verdict:
    """The adopted version is published by those who lead, on a process that is published, once."""
    return first_refusal(
        (
            may_lead(plan.process, by=by, at=at),
            ALLOWED if version else refuse(_("Only an adopted plan is published.")),
            refuse(_("This version is already published.")) if version and version.is_public else ALLOWED,
            ALLOWED if plan.process.published_at else refuse(_("Publish the process first.")),
        )
    )


def may_revise(plan: Plan, *, by: Person | None, at: datetime, reason: str) -> Verdict:
    """An adopted plan is opened for revision with a reason; changed areas take a new decision (A-31)."""
    return first_refusal(
        (
            ALLOWED if plan.state == Plan.State.ADOPTED else refuse(_("Only an adopted plan is revised.")),
            may_work_on(plan.process, "revise_plan", by=by, at=at),
            ALLOWED if reason.strip() else refuse(_("Write why the plan is revised.")),
        )
    )


def may_edit_action_plan(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """Action plans are written with the draft, and again each year while the plan is carried out."""
    if plan.state == Plan.State.ADOPTED:
        return may_work_on(plan.process, "edit_action_plan", by=by, at=at)
    return may_edit_plan(plan, by=by, at=at)


def may_open_reading(plan: Plan, *, by: Person | None, at: datetime) -> Verdict:
    """The project manager lays a draft before invited milieux (A-34)."""
    return first_refusal(
        (
            may_lead(plan.process, by=by, at=at),
            ALLOWED if plan.state == Plan.State.DRAFT else refuse(_("Only a draft is laid out for reading.")),
            phase_opens(plan.process, "edit_plan"),
        )
    )


def _running(process: Process) -> Verdict:
    running = process.state == process.State.RUNNING
    return ALLOWED if running else refuse(_("The process is not running: it is paused, withdrawn or closed."))


def _checked(findings: Iterable[Finding]) -> Verdict:
    """A gate refuses on open errors, and on warnings that nobody has given a written reason for."""
    standing = open_findings(findings)
    if not standing:
        return ALLOWED
    rules = ", ".join(dict.fromkeys(finding.rule for finding in standing))
    sentence = ngettext_lazy(
        "One finding of the check stands in the way ({rules}).",
        "{count} findings of the check stand in the way ({rules}).",
        len(standing),
    )
    return refuse(format_lazy(sentence, count=len(standing), rules=rules))
