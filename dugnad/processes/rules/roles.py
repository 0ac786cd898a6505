"""Who has which part in a process, and what a part lets one see and do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, refuse
from dugnad.people.models import PlaceRole, RoleKind
from dugnad.processes.models import Process, ProcessRole

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person

WRITERS = (RoleKind.EDITOR, RoleKind.CONSULTANT)
LEADERS = (RoleKind.EDITOR, RoleKind.PROJECT_OWNER, RoleKind.ADMINISTRATOR)
RECORDERS = (RoleKind.EDITOR, RoleKind.PROJECT_OWNER, RoleKind.COUNCIL_SECRETARY, RoleKind.ADMINISTRATOR)


def role_kinds(process: Process, *, by: Person | None, at: datetime) -> frozenset[str]:
    """Give the parts this person has in the process at this moment, those in its place included.

    Asked once a process and person, then remembered on the person's own object, which lives as long as the
    request; `forget_roles` is called by the commands that change roles.
    """
    if by is None or not by.is_authenticated or by.erased_at:
        return frozenset()
    known: dict[int, frozenset[str]] = by.__dict__.setdefault("known_roles", {})
    if process.pk not in known:
        day = timezone.localdate(at)
        own = ProcessRole.objects.on(day).filter(process=process, person=by)
        here = PlaceRole.objects.on(day).holding_in(process.place_id).filter(person=by)
        kinds = [rows.order_by().values_list("kind", flat=True) for rows in (own, here)]
        known[process.pk] = frozenset(kinds[0].union(kinds[1]))
    return known[process.pk]


def forget_roles(person: Person) -> None:
    """Forget what was remembered about a person's parts, after a change."""
    person.__dict__.pop("known_roles", None)


def has_role(process: Process, *kinds: str, by: Person | None, at: datetime) -> bool:
    """Tell whether the person has any of these parts in the process."""
    return not role_kinds(process, by=by, at=at).isdisjoint(kinds)


def may_see(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """A published process may be seen by anyone, a draft only by those who have a part in it."""
    if process.published_at and process.state != Process.State.WITHDRAWN:
        return ALLOWED
    if role_kinds(process, by=by, at=at):
        return ALLOWED
    return refuse(_("This process is not published, and you have no part in it."))


def may_see_drafts(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Drafts, comments and closed papers are for those who have a part in the process."""
    if role_kinds(process, by=by, at=at):
        return ALLOWED
    return refuse(_("Drafts are only for those who have a part in this process."))


def may_lead(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Project manager, project owner and administrator lead a process (seed 002, actors)."""
    if has_role(process, *LEADERS, by=by, at=at):
        return ALLOWED
    return refuse(_("Only the project manager, the project owner or an administrator may do this."))


def may_record(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Decisions are recorded by those who lead and by the council secretary."""
    if has_role(process, *RECORDERS, by=by, at=at):
        return ALLOWED
    return refuse(
        _("Only the project manager, the project owner or the council secretary may record decisions.")
    )


def may_work_on(process: Process, act: str, *, by: Person | None, at: datetime) -> Verdict:
    """An act is open when the process runs, an open phase opens it, and the person writes in this process.

    `act` is a name from the blueprint's `opens`, such as `edit_plan`.
    """
    if not has_role(process, *WRITERS, RoleKind.ADMINISTRATOR, by=by, at=at):
        return refuse(_("Only the project manager and the hired consultant write in this process."))
    return phase_opens(process, act)


def phase_opens(process: Process, act: str) -> Verdict:
    """Answer whether the process runs and an open phase opens the act."""
    if process.state != Process.State.RUNNING:
        return refuse(_("The process is not running: it is paused, withdrawn or closed."))
    phases = list(process.phases.all())
    if any(phase.state == phase.State.OPEN and act in phase.opens for phase in phases):
        return ALLOWED
    ahead = next((phase for phase in phases if phase.state == phase.State.AHEAD and act in phase.opens), None)
    if ahead:
        return refuse(format_lazy(_("This opens in the phase “{phase}”."), phase=ahead.title))
    return refuse(_("No phase that is open now allows this."))
