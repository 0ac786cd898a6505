"""Asking for official statistics, and telling how far a fetch has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.plans.models import Fetch
from dugnad.plans.rules.grounds import may_fetch_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from dugnad.people.models import Person
    from dugnad.plans.models import Analysis


@transaction.atomic
def fetch_statistics(analysis: Analysis, *, by: Person, at: datetime, tables: Sequence[str]) -> Fetch:
    """Ask for tables by their keys; a job fetches them one by one.

    Raises:
        Refused: when no open phase lets this person write, none is chosen, or the place has no code.
    """
    enforce(may_fetch_statistics(analysis, by=by, at=at, tables=len(tables)))
    fetch = Fetch.objects.create(analysis=analysis, tables=list(tables), by=by, asked_at=at)
    record(
        "statistics.asked",
        subject=f"analysis/{analysis.pk}",
        process_id=analysis.process_id,
        by=by,
        at=at,
        content={"tables": list(tables)},
    )
    return fetch


def tell_progress(fetch: Fetch, *, table: str, failure: str = "") -> None:
    """Count one table as tried, with what went wrong. A step of the job: what came is logged as figures."""
    if failure:
        fetch.failures = [*fetch.failures, [table, failure]]
    fetch.done += 1
    fetch.save(update_fields=["done", "failures"])
