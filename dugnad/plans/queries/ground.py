"""The analysis page as it is read: remembered until something happens in the process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.cache import cache

from dugnad.journal.queries import chain_length
from dugnad.plans.queries.analysis import premises_answered
from dugnad.plans.queries.figures import charts_of

if TYPE_CHECKING:
    from dugnad.plans.models import Analysis
    from dugnad.plans.queries.analysis import Answered
    from dugnad.plans.queries.figures import Charted

_KEEP_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Ground:
    """What the analysis found, with its answers, and its figures as charts."""

    challenges: tuple[Answered, ...]
    opportunities: tuple[Answered, ...]
    charts: tuple[Charted, ...]

    @property
    def orphans(self) -> int:
        """Count what no area of the plan answers (A-02)."""
        return sum(row.is_orphan for row in (*self.challenges, *self.opportunities))


def ground_of(analysis: Analysis, *, by_draft: bool, language: str) -> Ground:
    """Give what the page shows: answers of the draft for those inside, of the published plan for others."""
    key = f"ground/{analysis.pk}/{by_draft}/{language}/{chain_length(analysis.process_id)}"
    known: Ground | None = cache.get(key)
    if known is None:
        found = premises_answered(analysis, by_draft=by_draft)
        charts = tuple(charts_of(analysis, language=language))
        known = Ground(tuple(found["challenge"]), tuple(found["opportunity"]), charts)
        cache.set(key, known, _KEEP_SECONDS)
    return known
