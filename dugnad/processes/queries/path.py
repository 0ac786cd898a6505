"""The path as a page shows it: phases as steps, gates as doors with who decides and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.utils.translation import get_language

from dugnad.kit.dates import format_short, format_span
from dugnad.processes.models import Body, Decision, Gate, Phase
from dugnad.processes.rules.blueprints import blueprints, days_short, plan_phases

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True)
class Door:
    """A gate on the path; `on` is the day it was decided, else the day its phase is planned to end."""

    key: str
    number: int
    title: str
    body: StrOrPromise
    state: str
    state_word: StrOrPromise
    result_word: StrOrPromise
    on: date | None
    decision_id: int | None
    gate_id: int | None

    @property
    def date(self) -> str:
        """Write the day, in the reader's language."""
        return format_short(self.on, get_language() or "nb") if self.on else ""


@dataclass(frozen=True, slots=True)
class Step:
    """A phase on the path, with the days it is planned for."""

    phase_id: int | None
    number: int
    key: str
    title: str
    explanation: str
    state: str
    state_word: StrOrPromise
    starts_on: date | None
    ends_on: date | None
    is_recommended: bool
    reason: str
    opens: tuple[str, ...]
    gates: tuple[Door, ...]
    href: str = ""

    @property
    def dates(self) -> str:
        """Write the planned days, in the reader's language; an open-ended phase has only its first."""
        language = get_language() or "nb"
        if self.starts_on and self.ends_on:
            return format_span(self.starts_on, self.ends_on, language)
        return format_short(self.starts_on, language) if self.starts_on else ""

    @property
    def is_current(self) -> bool:
        """Tell whether this is where the work is now."""
        return self.state == Phase.State.OPEN


def gates_decided() -> QuerySet[Gate]:
    """Give gates, each with its latest decision's id, day and result."""
    latest = Decision.objects.filter(gate=OuterRef("pk")).order_by("-decided_on", "-pk")
    return Gate.objects.annotate(
        decision_id=Subquery(latest.values("pk")[:1]),
        decided_on=Subquery(latest.values("decided_on")[:1]),
        decided=Subquery(latest.values("result")[:1]),
    )


def path_of(process: Process) -> list[Step]:
    """Lay out the path of a process; two queries, or none where phases and gates are read already."""
    prefetch_related_objects([process], "phases", Prefetch("gates", queryset=gates_decided()))
    doors: dict[int, list[Door]] = {}
    phases = {phase.pk: phase for phase in process.phases.all()}
    for gate in process.gates.all():
        doors.setdefault(gate.phase_id, []).append(_door(gate, phases[gate.phase_id]))
    return [_step(phase, tuple(doors.get(phase.pk, ()))) for phase in phases.values()]


def _door(gate: Gate, phase: Phase) -> Door:
    decided = getattr(gate, "decided", None)
    return Door(
        key=gate.key,
        number=gate.number,
        title=gate.title,
        body=Body.Kind(gate.body_kind).label,
        state=gate.state,
        state_word=Gate.State(gate.state).label,
        result_word=Decision.Result(decided).label if decided else "",
        on=getattr(gate, "decided_on", None) or phase.planned_end,
        decision_id=getattr(gate, "decision_id", None),
        gate_id=gate.pk,
    )


def _step(phase: Phase, gates: tuple[Door, ...]) -> Step:
    return Step(
        phase_id=phase.pk,
        number=phase.number,
        key=phase.key,
        title=phase.title,
        explanation=phase.explanation,
        state=phase.state,
        state_word=Phase.State(phase.state).label,
        starts_on=phase.planned_start,
        ends_on=phase.planned_end,
        is_recommended=phase.is_recommended,
        reason=phase.reason,
        opens=tuple(phase.opens),
        gates=gates,
    )


def planned_path(blueprint: str, *, language: str, starts_on: date, adopt_by: date | None) -> list[Step]:
    """Lay out the path that a process would get, before it exists."""
    plan = blueprints()[blueprint]
    spans = plan_phases(plan, starts_on=starts_on, adopt_by=adopt_by)
    return [
        Step(
            phase_id=None, number=number, key=row.key, title=row.title[language],
            explanation=row.explanation[language], state=Phase.State.AHEAD,
            state_word=Phase.State.AHEAD.label, starts_on=spans[row.key].starts_on,
            ends_on=spans[row.key].ends_on, is_recommended=row.is_recommended, reason="", opens=row.opens,
            gates=tuple(
                Door(
                    key=gate.key, number=0, title=gate.title[language], body=Body.Kind(gate.body).label,
                    state=Gate.State.CLOSED, state_word=Gate.State.CLOSED.label, result_word="",
                    on=spans[row.key].ends_on, decision_id=None, gate_id=None,
                )
                for gate in row.gates
            ),
        )
        for number, row in enumerate(plan.phases, 1)
    ]  # fmt: skip


def preview(
    *, blueprint: str, language: str, starts_on: date, adopt_by: date | None
) -> dict[str, list[Step] | int]:
    """Give the path these dates would lay out (`planned`), and how many days it lacks (`short`)."""
    planned = planned_path(blueprint, language=language, starts_on=starts_on, adopt_by=adopt_by)
    return {
        "planned": planned,
        "short": days_short(blueprints()[blueprint], starts_on=starts_on, adopt_by=adopt_by),
    }


def phases_of(process: Process) -> QuerySet[Phase]:
    """Give a process's phases in order with their gates, for acting on them."""
    return process.phases.prefetch_related("gates")


def phases_with_process() -> QuerySet[Phase]:
    """Give phases with their process and place, for acting on one of them."""
    return Phase.objects.select_related("process__place").prefetch_related("gates")


def gates_with_process() -> QuerySet[Gate]:
    """Give gates with their phase, process and place, for deciding on one of them."""
    return Gate.objects.select_related("process__place", "phase")
