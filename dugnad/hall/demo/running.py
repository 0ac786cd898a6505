"""Fjordvik's new plan, from its start decision to a draft that soon goes to the steering group."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

from dugnad.gatherings.commands import GatheringFacts, record_gathering
from dugnad.hall.demo.drafting import write_draft
from dugnad.hall.demo.meetings import add_documents, call_second_meeting, hold_first_meeting
from dugnad.hall.demo.people import PARTS
from dugnad.hall.demo.times import days_moved, morning
from dugnad.people.models import RoleKind
from dugnad.plans.commands import (
    AnalysisFacts,
    CommunicationFacts,
    FigureFacts,
    add_premise,
    plan_communication,
    set_figures,
    start_analysis,
    tick_communication,
)
from dugnad.processes.commands import (
    decide_start,
    edit_process,
    end_phase,
    finish_deadline,
    give_role,
    move_deadline,
    publish_process,
    start_process,
)
from dugnad.processes.commands.start import find_or_make_body
from dugnad.processes.models import Body, Decision, Gate, Phase, Process
from dugnad.processes.rules import DecisionFacts

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person, Place
    from dugnad.plans.outline import PlanOutline

_MANDATE = (
    "Kommunestyret ber om en omstillingsplan for seks år som svarer på nedleggelsen av smelteverket. "
    "Planen skal ha ett målbart hovedmål og få, tydelige innsatsområder, og den skal lages sammen med "
    "næringsliv, frivillighet, utflyttede og innbyggere. Første års handlingsplan legges fram samtidig."
)
_PURPOSE = "Fjordvik skal ha nye arbeidsplasser å gå til, og folk skal kjenne seg igjen i planen for det."


def run_until_now(place: Place, outline: PlanOutline, people: dict[str, Person], *, at: datetime) -> Process:
    """Do what has been done in the process so far, each act at the moment it would have happened."""
    moved = days_moved(at)

    def on(month: int, day: int) -> datetime:
        return morning(date(2026, month, day) + moved)

    ingrid, meeting = people["ingrid"], on(12, 2)
    process = _start(place, outline, people, at=on(5, 25), adopt_by=on(12, 17).date())
    _record_status(process, outline, by=ingrid, at=on(5, 25))
    _decide_start(process, by=ingrid, at=on(6, 5), on=on(6, 4).date())
    publish_process(process, by=ingrid, at=on(6, 8))
    _write_analysis(process, outline, by=ingrid, at=on(8, 17))
    _plan_communication(process, outline, people, by=ingrid, at=on(8, 18))
    _done(process, outline, since=on(8, 18), until=on(9, 2), by=ingrid)
    hold_first_meeting(process, people, called_at=on(9, 2), starts_at=on(9, 8))
    _tick(process, ("invite_milieux", "finish_analysis"), by=ingrid, at=on(9, 11))
    _end(process, "mobilisation", by=ingrid, at=on(9, 11))
    _gather(process, outline, since=on(9, 11), until=on(10, 1), by=ingrid)
    _done(process, outline, since=on(9, 11), until=on(10, 10), by=ingrid)
    _gather(process, outline, since=on(10, 1), until=on(10, 20), by=ingrid)
    _tick(process, ("hold_gatherings",), by=ingrid, at=on(10, 19))
    _end(process, "gatherings", by=ingrid, at=on(10, 20))
    _move_to_meeting(process, meeting, submitted=on(11, 25), by=ingrid, at=on(10, 21))
    report, letter = on(8, 14).date(), on(10, 20).date()
    add_documents(process, outline, by=ingrid, report_on=report, letter_on=letter, at=on(10, 23))
    write_draft(process, outline, people, at=on(10, 26), now=on(11, 13))
    call_second_meeting(process, people, called_at=on(11, 16), starts_at=meeting)
    return process


def _move_to_meeting(
    process: Process, meeting: datetime, *, submitted: datetime, by: Person, at: datetime
) -> None:
    reason = f"Styringsgruppen møtes {meeting:%d.%m}"
    for key, due in (("submit_plan", submitted), ("approve_plan", meeting)):
        deadline = process.deadlines.select_related("process").get(key=key)
        move_deadline(deadline, by=by, at=at, due_on=due.date(), reason=reason)


def _start(
    place: Place, outline: PlanOutline, people: dict[str, Person], *, at: datetime, adopt_by: date
) -> Process:
    ingrid = people["ingrid"]
    first = outline.periods[0]
    period = (first.starts_on, first.ends_on) if first.starts_on and first.ends_on else None
    process = start_process(
        place,
        by=ingrid,
        at=at,
        blueprint="restructuring-plan",
        title=outline.title,
        language="nb",
        starts_on=at.date(),
        adopt_by=adopt_by,
        period=period,
    )
    edit_process(process, by=ingrid, at=at, title=outline.title, purpose=_PURPOSE, mandate=_MANDATE)
    for part in PARTS:
        if part.kind == RoleKind.EDITOR:
            continue
        give_role(
            process,
            by=ingrid,
            at=at,
            person=people[part.key],
            kind=part.kind,
            since=at.date(),
            title=part.title,
            is_hired=part.is_hired,
        )
    return process


def _record_status(process: Process, outline: PlanOutline, *, by: Person, at: datetime) -> None:
    """The county's status decision came before the process and opened no gate of it."""
    if outline.status is None or outline.status.decided_on is None:
        return
    Decision.objects.create(
        process=process,
        body=find_or_make_body(process, Body.Kind.COUNTY),
        decided_on=outline.status.decided_on,
        case_number=outline.status.case_number,
        result=Decision.Result.ADOPTED,
        wording="Fjordvik får status som omstillingskommune i seks år.",
        in_retrospect=True,
        recorded_at=at,
        recorded_by=by,
    )


def _decide_start(process: Process, *, by: Person, at: datetime, on: date) -> None:
    facts = DecisionFacts(
        decided_on=on,
        result=Decision.Result.ADOPTED,
        case_number="34/26",
        wording="Kommunestyret vedtar å lage en omstillingsplan, og oppnevner styringsgruppe som foreslått.",
        votes_for=19,
        votes_against=2,
        votes_blank=0,
        disqualified="",
    )
    gate = Gate.objects.select_related("process", "phase").get(process=process, key="start_decision")
    decide_start(gate, by=by, at=at, facts=facts)


def _write_analysis(process: Process, outline: PlanOutline, *, by: Person, at: datetime) -> None:
    known = outline.analysis
    if known is None:
        return
    facts = AnalysisFacts(**{field.name: getattr(known, field.name) for field in fields(AnalysisFacts)})
    analysis = start_analysis(process, by=by, at=at, facts=facts)
    figures = [
        FigureFacts(series=row.series, year=row.year, value=row.value, unit=row.unit, source=row.source)
        for row in known.figures
        if row.year is not None
    ]
    set_figures(analysis, by=by, at=at, figures=figures)
    for premise in outline.premises:
        if premise.kind:
            add_premise(
                analysis,
                by=by,
                at=at,
                kind=premise.kind,
                code=premise.code,
                title=premise.title,
                text=premise.text,
            )


def _plan_communication(
    process: Process, outline: PlanOutline, people: dict[str, Person], *, by: Person, at: datetime
) -> None:
    by_name = {person.name: person for person in people.values()}
    for row in outline.communication:
        if row.planned_on is None:
            continue
        facts = CommunicationFacts(
            title=row.title,
            audience=row.audience,
            channel=row.channel,
            planned_on=row.planned_on,
            owner=by_name.get(row.owner),
            owner_name="" if row.owner in by_name else row.owner,
            phase_key=row.phase,
        )
        plan_communication(process, by=by, at=at, facts=facts)


def _done(process: Process, outline: PlanOutline, *, since: datetime, until: datetime, by: Person) -> None:
    """Tick off what was done in these days."""
    for row in outline.communication:
        if row.done_on and since <= morning(row.done_on) < until:
            activity = process.communication.get(title=row.title)
            tick_communication(
                activity, by=by, at=morning(row.done_on), done_on=row.done_on, result=row.result
            )


def _gather(process: Process, outline: PlanOutline, *, since: datetime, until: datetime, by: Person) -> None:
    for row in outline.gatherings:
        if row.held_on is None or not since <= morning(row.held_on) < until:
            continue
        facts = GatheringFacts(
            title=row.title,
            held_on=row.held_on,
            venue=row.venue,
            summary=row.summary,
            participants=row.participants,
            milieux={entry.milieu: entry.people for entry in row.milieux if entry.milieu},
            outcomes={entry.kind: (entry.text, entry.evidence) for entry in row.outcomes if entry.kind},
        )
        record_gathering(process, by=by, at=morning(row.held_on + timedelta(days=1)), facts=facts)


def _end(process: Process, key: str, *, by: Person, at: datetime) -> None:
    phase = Phase.objects.select_related("process").get(process=process, key=key)
    end_phase(phase, by=by, at=at)


def _tick(process: Process, keys: tuple[str, ...], *, by: Person, at: datetime) -> None:
    for deadline in process.deadlines.select_related("process").filter(key__in=keys):
        finish_deadline(deadline, by=by, at=at)
