"""Starting a process, and what must be in place before the municipality's start decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import PlaceRole, RoleKind
from dugnad.processes.models import Phase, ProcessRole
from dugnad.processes.rules.roles import may_lead, may_record

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person, Place
    from dugnad.processes.models import Process

STARTERS = (RoleKind.ADMINISTRATOR, RoleKind.EDITOR, RoleKind.PROJECT_OWNER)


def may_start_somewhere(*, by: Person | None, at: datetime) -> Verdict:
    """Whoever may start a process in some place may see the form for it."""
    if by is None or not by.is_authenticated:
        return refuse(_("Sign in to start a process."))
    held = PlaceRole.objects.on(timezone.localdate(at)).filter(person=by, kind__in=STARTERS)
    if not held.exists():
        return refuse(_("Only an administrator or a project manager of a place may start a process."))
    return ALLOWED


def may_start(place: Place, *, by: Person | None, at: datetime) -> Verdict:
    """Administrators, and project managers or owners of the place, start processes there."""
    if by is None or not by.is_authenticated:
        return refuse(_("Sign in to start a process."))
    roles = (
        PlaceRole.objects.on(timezone.localdate(at)).holding_in(place.pk).filter(person=by, kind__in=STARTERS)
    )
    if not roles.exists():
        return refuse(_("Only an administrator or a project manager of the place may start a process there."))
    return ALLOWED


def may_decide_start(process: Process, *, by: Person | None, at: datetime, on: date) -> Verdict:
    """The start decision names mandate, project owner, steering group and project manager (seed 002, A-08).

    `on` is the day of the decision: the parts must hold then or begin later.
    """
    kinds = set(
        ProcessRole.objects.filter(process=process).exclude(until__lt=on).values_list("kind", flat=True)
    )
    return first_refusal(
        (
            may_record(process, by=by, at=at),
            ALLOWED
            if process.mandate.strip()
            else refuse(_("Write the mandate first: what is to be done, and why.")),
            _named(kinds, RoleKind.PROJECT_OWNER, refuse(_("Name the project owner first."))),
            _named(kinds, RoleKind.STEERING_GROUP, refuse(_("Name the steering group first."))),
            _named(kinds, RoleKind.EDITOR, refuse(_("Name the project manager first, employed or hired."))),
        )
    )


def _named(kinds: set[str], kind: str, otherwise: Verdict) -> Verdict:
    return ALLOWED if kind in kinds else otherwise


def may_publish(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Those who lead publish a process, once."""
    once = refuse(_("The process is already published.")) if process.published_at else ALLOWED
    return first_refusal((may_lead(process, by=by, at=at), once))


def may_enter_midway(process: Process, *, by: Person | None, at: datetime, reason: str) -> Verdict:
    """A process that has not moved yet may be taken up midway, with a word on where it stands (seed 002)."""
    over = {Phase.State.DONE, Phase.State.SKIPPED}
    moved = any(phase.state in over for phase in process.phases.all())
    walked = refuse(_("The path has already been walked; record what is missing one by one."))
    silent = refuse(_("Write how far the work had come, and where it is documented."))
    return first_refusal(
        (may_lead(process, by=by, at=at), ALLOWED if reason.strip() else silent, walked if moved else ALLOWED)
    )
