"""Accepting a warning with a written reason, and taking that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import Severity
from dugnad.kit.verdicts import enforce, refuse
from dugnad.plans.commands.writing import log
from dugnad.plans.models import AcceptedWarning, Plan
from dugnad.plans.queries import findings_of
from dugnad.plans.rules.acts import may_accept_warning

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person


@transaction.atomic
def accept_warning(
    plan: Plan, *, by: Person, at: datetime, rule: str, where: str, reason: str
) -> AcceptedWarning:
    """Go on in spite of a warning, for a reason that is printed in the case papers.

    Raises:
        Refused: when the person does not lead, the reason is missing, or no such warning stands.
    """
    enforce(may_accept_warning(plan, by=by, at=at, reason=reason))
    keys = {finding.key for finding in findings_of(plan) if finding.severity is Severity.WARNING}
    if (rule, where) not in keys:
        enforce(refuse(_("No such warning stands any more.")))
    accepted, _made = AcceptedWarning.objects.update_or_create(
        plan=plan, rule=rule, where=where, defaults={"reason": reason, "by": by, "at": at}
    )
    log(plan, "warning.accepted", by=by, at=at, rule=rule, where=where, reason=reason)
    return accepted


@transaction.atomic
def withdraw_acceptance(accepted: AcceptedWarning, *, by: Person, at: datetime) -> None:
    """Take an acceptance back; the warning stands again.

    Raises:
        Refused: when the person does not lead, or the plan has been decided on.
    """
    plan = accepted.plan
    enforce(may_accept_warning(plan, by=by, at=at, reason=accepted.reason))
    log(plan, "acceptance.withdrawn", by=by, at=at, rule=accepted.rule, where=accepted.where)
    accepted.delete()
