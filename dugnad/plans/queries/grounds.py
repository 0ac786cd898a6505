"""What a plan stands on, as the outline says it: place, status, periods, analysis, gatherings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from dugnad.plans import outline as o
from dugnad.plans.models import Analysis
from dugnad.processes.models import Body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dugnad.gatherings.models import Gathering
    from dugnad.processes.models import Decision, Process


def place_of(process: Process) -> o.Place:
    """Give the place the plan is for."""
    place = process.place
    county = place.county.name if place.county else ""
    return o.Place(name=place.name, code=place.code, country=cast("Any", place.country), county=county)


def status_of(decisions: Iterable[Decision]) -> o.Status | None:
    """Give the county's decision on status, recorded without a gate: it came before the process."""
    rows = [row for row in decisions if row.gate_id is None and row.body.kind == Body.Kind.COUNTY]
    if not rows:
        return None
    return o.Status(body="county", decided_on=rows[0].decided_on, case_number=rows[0].case_number)


def periods_of(process: Process) -> tuple[o.Period, ...]:
    """Give the periods that hold now."""
    return tuple(
        o.Period(
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            reason=row.reason,
            county_exception=row.county_exception,
        )
        for row in process.periods.all()
        if row.replaced_at is None
    )


def grounds(process: Process) -> dict[str, Any]:
    """Give analysis, premises, gatherings and communication by the outline's own names."""
    analysis = Analysis.objects.filter(process=process).prefetch_related("figures", "premises").first()
    communication = tuple(
        o.CommunicationActivity(
            title=row.title,
            audience=row.audience,
            channel=row.channel,
            planned_on=row.planned_on,
            owner=row.owner_name or (row.owner.name if row.owner else ""),
            phase=row.phase_key,
            done_on=row.done_on,
            result=row.result,
        )
        for row in process.communication.select_related("owner")
    )
    return {
        "analysis": _analysis(analysis) if analysis else None,
        "premises": _premises(analysis) if analysis else (),
        "gatherings": tuple(
            _gathering(row) for row in process.gatherings.prefetch_related("outcomes", "milieux")
        ),
        "communication": communication,
        "milieux_reached": tuple(
            o.Reached(milieu=cast("Any", row.milieu), people=row.people)
            for row in process.milieux_reached.filter(gathering=None)
        ),
    }


def _analysis(row: Analysis) -> o.Analysis:
    figures = tuple(
        o.Figure(series=f.series, year=f.year, value=f.value, unit=f.unit, source=f.source)
        for f in row.figures.all()
    )
    return o.Analysis(
        title=row.title,
        author=row.author,
        finished_on=row.finished_on,
        summary=row.summary,
        interviews=row.interviews,
        survey_answers=row.survey_answers,
        jobs_lost=row.jobs_lost,
        jobs_lost_ripple=row.jobs_lost_ripple,
        employed=row.employed,
        employed_year=row.employed_year,
        figures=figures,
    )


def _premises(analysis: Analysis) -> tuple[o.Premise, ...]:
    return tuple(
        o.Premise(kind=cast("Any", row.kind), code=row.code, title=row.title, text=row.text)
        for row in analysis.premises.all()
        if row.removed_at is None
    )


def _gathering(row: Gathering) -> o.Gathering:
    return o.Gathering(
        title=row.title,
        held_on=row.held_on,
        venue=row.venue,
        summary=row.summary,
        participants=row.participants,
        milieux=tuple(o.Reached(milieu=cast("Any", m.milieu), people=m.people) for m in row.milieux.all()),
        outcomes=tuple(
            o.Outcome(kind=cast("Any", outcome.kind), text=outcome.text, evidence=outcome.evidence)
            for outcome in row.outcomes.all()
        ),
    )
