"""What the front page shows: what is under way and what was adopted, with where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from dugnad.processes.models import Gate, Phase, Process

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from dugnad.people.models import Place

MOST_READ, UNDER_WAY, ADOPTED = 200, 6, 4


@dataclass(frozen=True, slots=True)
class Front:
    """The front page's content: processes under way, adopted plans, and the places to choose between."""

    under_way: list[Process]
    adopted: list[Process]
    places: list[Place]
    more: int


def front() -> Front:
    """Read what is published; one query."""
    rows = list(_published()[:MOST_READ])
    under_way = [row for row in rows if row.state in {Process.State.RUNNING, Process.State.PAUSED}]
    adopted = _adopted(rows)
    places = {row.place.pk: row.place for row in rows}
    chosen = sorted(places.values(), key=lambda place: place.name)
    return Front(under_way[:UNDER_WAY], adopted[:ADOPTED], chosen, more=max(len(rows) - UNDER_WAY, 0))


def _adopted(rows: Iterable[Process]) -> list[Process]:
    """Give those whose plan is published, the latest first."""
    dated = [
        (row.plan.published_at, row) for row in rows if getattr(row, "plan", None) and row.plan.published_at
    ]
    return [row for _day, row in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _published() -> QuerySet[Process]:
    """Give published processes with their plan, open phase, next door and how far along they are."""
    phases = Phase.objects.filter(process=OuterRef("pk"))
    opened = phases.filter(state=Phase.State.OPEN).order_by("number")
    doors = Gate.objects.filter(process=OuterRef("pk"), state=Gate.State.CLOSED).order_by("number")
    over = Q(state__in=[Phase.State.DONE, Phase.State.SKIPPED])
    count = phases.order_by().values("process")
    rows = Process.objects.published().select_related("place", "plan").order_by("-published_at", "-pk")
    return rows.annotate(
        now_in=Subquery(opened.values("title")[:1]),
        next_door=Subquery(doors.values("title")[:1]),
        next_door_on=Subquery(doors.values("phase__planned_end")[:1]),
        phases_all=Coalesce(Subquery(count.annotate(n=Count("pk")).values("n")), 0),
        phases_over=Coalesce(Subquery(count.annotate(n=Count("pk", filter=over)).values("n")), 0),
    )
