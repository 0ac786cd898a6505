"""Jobs of the worker: official statistics fetched table by table; a page shows how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import TaskContext, task

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import set_figures
from dugnad.plans.commands.statistics import tell_progress
from dugnad.plans.importing.statistics import TABLES, StatisticsError, fetch_table, open_client
from dugnad.plans.queries.figures import find_fetch

if TYPE_CHECKING:
    from datetime import datetime

    import httpx

    from dugnad.plans.importing.statistics import Table
    from dugnad.plans.models import Fetch


@task(takes_context=True)
def fetch_figures(context: TaskContext, /, *, fetch_id: int) -> None:
    """Fetch what was asked for, one table at a time; what fails is told, and stops nothing else."""
    fetch = find_fetch(fetch_id)
    if fetch is not None:
        at = context.task_result.last_attempted_at or fetch.asked_at
        with open_client() as client:
            fetch_all(client, fetch, at=at)


def fetch_all(client: httpx.Client, fetch: Fetch, *, at: datetime) -> None:
    """Fetch the tables that are still to come; a job that was broken off goes on where it was."""
    with translation.override(fetch.analysis.process.language):
        for key in fetch.tables[fetch.done :]:
            table = TABLES.get(key)
            name = f"{table.title} ({table.code})" if table else key
            tell_progress(fetch, table=name, failure=_fetched(client, fetch, table, at=at))


def _fetched(client: httpx.Client, fetch: Fetch, table: Table | None, *, at: datetime) -> str:
    """Fetch and write one table; give the sentence of what went wrong, or nothing."""
    if table is None or fetch.by is None:
        return _("The service does not have this table any more.")
    try:
        place_code = fetch.analysis.process.place.code
        figures = fetch_table(client, table, place_code=place_code, at=at)
        set_figures(fetch.analysis, by=fetch.by, at=at, figures=figures)
    except (StatisticsError, Refused) as failure:
        return str(failure)
    return ""
