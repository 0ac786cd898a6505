"""Who reads which text of a plan: the draft as it stands, or one of its versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dugnad.processes.rules import may_see, may_see_drafts

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.kit.verdicts import Verdict
    from dugnad.people.models import Person
    from dugnad.plans.models import Plan, Version


def may_read_edition(plan: Plan, version: Version | None, *, by: Person | None, at: datetime) -> Verdict:
    """A public version is for anyone who may see the process; other versions and the draft for its people."""
    if version and version.is_public and may_see(plan.process, by=by, at=at):
        return may_see(plan.process, by=by, at=at)
    return may_see_drafts(plan.process, by=by, at=at)
