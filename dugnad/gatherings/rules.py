"""Who records a gathering, and what a record must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.processes.rules import may_work_on

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


def may_record_gathering(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Gatherings are recorded from mobilisation on, by those who write in the process (seed 002)."""
    return may_work_on(process, "record_gathering", by=by, at=at)


def check_milieux(milieux: Mapping[str, int | None], participants: int | None) -> Verdict:
    """Milieux are counted in persons; one person may belong to several, so sums are not compared."""
    too_many = participants is not None and any(
        count is not None and count > participants for count in milieux.values()
    )
    return first_refusal(
        (
            refuse(_("A milieu that was there had at least one person.")) if _none(milieux) else ALLOWED,
            refuse(_("A milieu cannot have had more people than took part.")) if too_many else ALLOWED,
        )
    )


def _none(milieux: Mapping[str, int | None]) -> bool:
    return any(count is not None and count < 1 for count in milieux.values())
