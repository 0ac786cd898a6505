"""Figures as charts, and how far a fetch of statistics has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from dugnad.papers.charts.lines import Series, line_chart
from dugnad.plans.models import Fetch, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from dugnad.papers.charts.picture import Picture
    from dugnad.plans.models import Analysis

MOST_LINES = 6
GIVEN_UP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Charted:
    """Series that belong together: those named alike before a colon, of one unit and source."""

    picture: Picture
    source: str
    series: tuple[str, ...]
    withheld: tuple[tuple[str, str], ...]  # series, and the years the source says nothing of
    fetched_at: datetime | None


def charts_of(analysis: Analysis, *, language: str) -> list[Charted]:
    """Draw the analysis' figures."""
    return list(_drawn(list(analysis.figures.all()), language))


def _drawn(figures: list[Figure], language: str) -> Iterator[Charted]:
    def together(row: Figure) -> tuple[str, str, str]:
        return (_head(row.series), row.unit, row.source)

    for (head, unit, source), rows in groupby(sorted(figures, key=together), together):
        lines: dict[str, list[Figure]] = {}
        for row in rows:
            lines.setdefault(row.series, []).append(row)
        names = list(lines)
        for start in range(0, len(names), MOST_LINES):
            some = {name: lines[name] for name in names[start : start + MOST_LINES]}
            yield _chart(head, unit, source, some, language)


def _chart(head: str, unit: str, source: str, lines: dict[str, list[Figure]], language: str) -> Charted:
    series = [
        Series(_tail(name), {row.year: row.value for row in rows if row.value is not None})
        for name, rows in lines.items()
    ]
    withheld = [
        (_tail(name), ", ".join(str(row.year) for row in rows if row.value is None))
        for name, rows in lines.items()
    ]
    return Charted(
        picture=line_chart(f"{head} ({unit})", series, unit=unit, language=language),
        source=source,
        series=tuple(lines),
        withheld=tuple((name, years) for name, years in withheld if years),
        fetched_at=max(
            (row.fetched_at for rows in lines.values() for row in rows if row.fetched_at), default=None
        ),
    )


def _head(series: str) -> str:
    return series.partition(": ")[0]


def _tail(series: str) -> str:
    return series.partition(": ")[2] or series


def series_rows(analysis: Analysis, series: str) -> list[Figure]:
    """Give the figures of one series by year."""
    return list(Figure.objects.filter(analysis=analysis, series=series).order_by("year"))


def find_fetch(fetch_id: int) -> Fetch | None:
    """Give a fetch with what its job needs."""
    fetches = Fetch.objects.select_related("analysis__process__place", "by")
    return fetches.filter(pk=fetch_id).first()


def latest_fetch(analysis: Analysis, *, at: datetime) -> dict[str, Any] | None:
    """Say how far the newest fetch has come; None when there was none."""
    fetch = Fetch.objects.filter(analysis=analysis).first()
    if fetch is None:
        return None
    is_stuck = not fetch.is_over and at - fetch.asked_at > GIVEN_UP
    return {
        "fetch": fetch,
        "is_running": not fetch.is_over and not is_stuck,
        "is_stuck": is_stuck,
        "total": len(fetch.tables),
    }
