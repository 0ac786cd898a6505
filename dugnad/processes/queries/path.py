"""The path as a page shows it: phases as steps, gates as doors with who decides and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery

from dugnad.processes.models import Body, Decision, Gate, Phase

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
    gate_id: int


@dataclass(frozen=True, slots=True)
class Step:
    """A phase on the path; its days are those planned, or those it really was open."""

    phase_id: int
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

    @property
    def is_current(self) -> bool:
        """Tell whether this is where the work is now."""
        return self.state == Phase.State.OPEN


def gates_of(process: Process) -> QuerySet[Gate]:
    """Give a process's gates in order, each with its latest decision's id, day and result."""
    latest = Decision.objects.filter(gate=OuterRef("pk")).order_by("-decided_on", "-pk")
    return Gate.objects.filter(process=process).annotate(
        decision_id=Subquery(latest.values("pk")[:1]),
        decided_on=Subquery(latest.values("decided_on")[:1]),
        decided=Subquery(latest.values("result")[:1]),
    )


def path_of(process: Process) -> list[Step]:
    """Lay out the path of a process, in two queries."""
    doors: dict[int, list[Door]] = {}
    phases = {phase.pk: phase for phase in process.phases.all()}
    for gate in gates_of(process):
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


def phases_with_process() -> QuerySet[Phase]:
    """Give phases with their process and place, for acting on one of them."""
    return Phase.objects.select_related("process__place").prefetch_related("gates")


def gates_with_process() -> QuerySet[Gate]:
    """Give gates with their phase, process and place, for deciding on one of them."""
    return Gate.objects.select_related("process__place", "phase")
