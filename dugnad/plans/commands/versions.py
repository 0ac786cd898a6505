"""Versions: the plan's text frozen at one moment, restored, and mapped from old areas to new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.digests import digest
from dugnad.kit.verdicts import enforce
from dugnad.plans.commands.filling import fill_plan
from dugnad.plans.commands.writing import log
from dugnad.plans.models import AreaMapping, Plan, Version
from dugnad.plans.queries import latest_version, plan_outline
from dugnad.plans.queries.plans import version_outline
from dugnad.plans.rules.acts import may_edit_plan
from dugnad.plans.rules.course import version_content

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.people.models import Person


def freeze_version(plan: Plan, *, by: Person | None, at: datetime, label: str = "") -> Version:
    """Keep the draft's whole text as the next version, or give the newest when nothing was changed since.

    A step: the calling command logs it.
    """
    content = version_content(plan_outline(plan))
    newest = latest_version(plan)
    seal = digest(content)
    if newest and newest.digest == seal:
        return newest
    number = newest.number + 1 if newest else 1
    return Version.objects.create(
        plan=plan, number=number, content=content, digest=seal, label=label, by=by, at=at
    )


@transaction.atomic
def save_version(plan: Plan, *, by: Person, at: datetime, label: str) -> Version:
    """Keep the draft as it stands, under a name of one's own.

    Raises:
        Refused: when the plan is not open for this person's writing.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    version = freeze_version(plan, by=by, at=at, label=label)
    log(plan, "version.saved", by=by, at=at, version=version.number, label=label)
    return version


@transaction.atomic
def restore_version(plan: Plan, *, by: Person, at: datetime, version: Version) -> None:
    """Write an earlier version's words into the draft; what stood there is kept as a version first.

    Raises:
        Refused: when the plan is not open for this person's writing.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    freeze_version(plan, by=by, at=at, label="before restoring")
    fill_plan(plan, version_outline(version), at=at)
    log(plan, "version.restored", by=by, at=at, version=version.number)


@transaction.atomic
def map_areas(
    plan: Plan, *, by: Person, at: datetime, former: Version, mappings: Sequence[tuple[str, str, str]]
) -> None:
    """Say what becomes of each area of the adopted version: (old code, new code or empty, note) (A-31).

    Raises:
        Refused: when the plan is not open for this person's writing.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    AreaMapping.objects.filter(former=former).delete()
    AreaMapping.objects.bulk_create(
        AreaMapping(plan=plan, former=former, old_code=old, new_code=new, note=note)
        for old, new, note in mappings
    )
    log(plan, "areas.mapped", by=by, at=at, former=former.number, mappings=[list(row) for row in mappings])
