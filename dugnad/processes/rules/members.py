"""Giving and ending parts in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import RoleKind
from dugnad.processes.models import ProcessRole
from dugnad.processes.rules.roles import may_lead

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


def may_give_role(
    process: Process,
    person: Person,
    kind: str,
    *,
    by: Person | None,
    at: datetime,
    since: date | None,
    until: date | None,
) -> Verdict:
    """Those who lead give parts; a part ends after it begins, and nobody has the same one twice at a time."""
    overlap = (
        ProcessRole.objects.filter(process=process, person=person, kind=kind)
        .filter(Q(until=None) | Q(until__gte=since) if since else Q())
        .filter(Q(since=None) | Q(since__lte=until) if until else Q())
    )
    backwards = since is not None and until is not None and until < since
    return first_refusal(
        (
            may_lead(process, by=by, at=at),
            refuse(_("The role ends before it begins.")) if backwards else ALLOWED,
            refuse(_("This person already has that role in these days.")) if overlap.exists() else ALLOWED,
        )
    )


def may_end_role(role: ProcessRole, *, by: Person | None, at: datetime, until: date) -> Verdict:
    """Those who lead end parts, but never the last project manager's: somebody must hold the pen."""
    others = (
        ProcessRole.objects.filter(process=role.process_id, kind=RoleKind.EDITOR)
        .exclude(pk=role.pk)
        .filter(Q(until=None) | Q(until__gt=until))
    )
    alone = role.kind == RoleKind.EDITOR and not others.exists()
    backwards = role.since is not None and until < role.since
    return first_refusal(
        (
            may_lead(role.process, by=by, at=at),
            refuse(_("The role ends before it begins.")) if backwards else ALLOWED,
            refuse(_("Name another project manager first: somebody must hold the pen."))
            if alone
            else ALLOWED,
        )
    )
