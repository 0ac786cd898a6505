"""A process with an analysis, for the tests of analysis, figures, communication and reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.urls import reverse

from dugnad.people.models import Person
from dugnad.plans.commands import (
    AnalysisFacts,
    CommunicationFacts,
    FigureFacts,
    Invited,
    add_area,
    add_premise,
    open_reading,
    plan_communication,
    start_analysis,
    start_plan,
)
from dugnad.plans.models import Analysis, CommunicationActivity, Plan, Premise, ReadingRound
from dugnad.processes.models import Phase, Process, ProcessRole
from tests import make

HOSTILE = "<script>alert(1)</script> Čáhppesjávri 🎉 مرحبا"


def process(*, phase: str = "gatherings", is_published: bool = False, **fields: object) -> Process:
    """A process where the phase is open."""
    made = make.process(**fields)
    Phase.objects.filter(process=made).update(state=Phase.State.AHEAD)
    Phase.objects.filter(process=made, key=phase).update(state=Phase.State.OPEN)
    Process.objects.filter(pk=made.pk).update(published_at=make.AT if is_published else None)
    return Process.objects.get(pk=made.pk)


def move(process: Process, phase: str) -> Process:
    """Let another phase be the open one."""
    Phase.objects.filter(process=process).update(state=Phase.State.AHEAD)
    Phase.objects.filter(process=process, key=phase).update(state=Phase.State.OPEN)
    return Process.objects.get(pk=process.pk)


def by(process: Process) -> Person:
    """The project manager."""
    return Person.objects.get(process_roles__process=process, process_roles__kind="editor")


def inside(process: Process, kind: str = "in_adviser") -> Person:
    """Somebody else with a part."""
    person = make.person(name="Ragna Rådgiver")
    ProcessRole.objects.create(process=process, person=person, kind=kind)
    return person


def analysis(process: Process, **facts: object) -> Analysis:
    """An analysis that is being written."""
    values = {"title": "Utviklingsanalyse", **facts}
    return start_analysis(process, by=by(process), at=make.AT, facts=AnalysisFacts(**values))


def finished(process: Process, **facts: object) -> Analysis:
    """An analysis that is finished."""
    return analysis(process, finished_on=date(2027, 1, 4), **facts)


def premise(analysis: Analysis, *, kind: str = "challenge", code: str = "U1", **words: str) -> Premise:
    """A challenge."""
    values = {"title": "Færre arbeidsplasser", **words}
    return add_premise(analysis, by=by(analysis.process), at=make.AT, kind=kind, code=code, **values)


def figure(*, year: int = 2026, value: object = 1200, series: str = "Folketall") -> FigureFacts:
    """A figure."""
    number = None if value is None else Decimal(str(value))
    return FigureFacts(series=series, year=year, value=number, unit="personer", source="SSB, tabell 07459")


def activity(process: Process, **facts: object) -> CommunicationActivity:
    """A communication activity."""
    values = {
        "title": "Folkemøte", "audience": "Alle", "channel": "Lokalavisa", "planned_on": date(2027, 1, 18)
    } | facts  # fmt: skip
    return plan_communication(process, by=by(process), at=make.AT, facts=CommunicationFacts(**values))


def plan(process: Process, *, areas: str = "AB", answers: list[Premise] | None = None) -> Plan:
    """A draft with areas; the first answers what is given."""
    made = start_plan(process, by=by(process), at=make.AT, title="Omstillingsplan")
    for number, code in enumerate(areas):
        add_area(
            made, by=by(process), at=make.AT, code=code, title=f"Område {code}",
            answers=answers if answers and not number else [], frames={},
        )  # fmt: skip
    return made


def reading(plan: Plan, **words: object) -> ReadingRound:
    """A round that is open now, with one reader."""
    values = {
        "opens_on": date(2027, 1, 10),
        "closes_on": date(2027, 1, 31),
        "readers": [Invited(milieu="founders", name="Grete Gründer", email="grete@example.org")],
    } | words
    return open_reading(plan, by=by(plan.process), at=make.AT, **values)


def page(name: str, *ids: object) -> str:
    """A page of the room plans."""
    return reverse(f"plans:{name}", args=ids)
