"""What is mine to do now: composed from how a process stands, by part and open phase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from dugnad.hall.tables import GATES, gate_address
from dugnad.kit.dates import format_short
from dugnad.people.models import RoleKind
from dugnad.processes.models import Phase, Process
from dugnad.processes.rules.roles import LEADERS, RECORDERS, WRITERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from dugnad.processes.queries.work import Standing


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that waits for the reader: what, why, where, by when."""

    title: str
    why: str
    href: str
    due_on: date | None = None
    is_late: bool = False

    @property
    def due(self) -> str:
        """Write the day, in the reader's language."""
        return format_short(self.due_on, get_language() or "nb") if self.due_on else ""

    @property
    def tone(self) -> str:
        """Give the tone of the day."""
        return "bad" if self.is_late else ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that waits when `is_due`, for those with one of the parts; `page` takes the process's id."""

    kinds: tuple[str, ...]
    is_due: Callable[[Standing], bool]
    title: StrOrPromise
    why: StrOrPromise
    page: str
    query: str = ""


def _starting(standing: Standing) -> bool:
    return any(gate.key == "start_decision" for gate in standing.waiting_gates())


def _lacks(kind: str) -> Callable[[Standing], bool]:
    return lambda standing: _starting(standing) and not standing.is_held(kind)


def _opens(act: str) -> Callable[[Standing], bool]:
    return lambda standing: standing.opens(act)


def _unpublished(standing: Standing) -> bool:
    process = standing.process
    return process.state == Process.State.RUNNING and not process.published_at and not _starting(standing)


def _overdue_phase(standing: Standing) -> bool:
    waiting = {gate.phase_id for gate in standing.waiting_gates()}
    today = timezone.localdate(standing.at)
    return standing.process.state == Process.State.RUNNING and any(
        phase.state == Phase.State.OPEN and phase.planned_end and phase.planned_end < today
        for phase in standing.phases
        if phase.pk not in waiting
    )


# In the order of the work; each room's pages are offered once they exist.
OFFERS: tuple[Offer, ...] = (
    Offer(
        LEADERS,
        lambda standing: _starting(standing) and not standing.process.mandate.strip(),
        gettext_lazy("Write the mandate"),
        gettext_lazy("The municipality's start decision says what is to be done, and why."),
        "processes:edit_process",
    ),
    Offer(
        LEADERS,
        _lacks(RoleKind.PROJECT_OWNER),
        gettext_lazy("Name the project owner"),
        gettext_lazy("Needed before the start decision."),
        "processes:give_role",
        "?kind=project_owner",
    ),
    Offer(
        LEADERS,
        _lacks(RoleKind.STEERING_GROUP),
        gettext_lazy("Name the steering group"),
        gettext_lazy("Needed before the start decision; nothing can be submitted without it."),
        "processes:give_role",
        "?kind=steering_group",
    ),
    Offer(
        WRITERS,
        _opens("edit_analysis"),
        gettext_lazy("Work on the development analysis"),
        gettext_lazy("The plan must answer the challenges and opportunities it finds."),
        "plans:open_analysis",
    ),
    Offer(
        WRITERS,
        _opens("record_gathering"),
        gettext_lazy("Prepare and record the gatherings"),
        gettext_lazy("One or two gatherings give vision, main goal and focus areas."),
        "gatherings:list_gatherings",
    ),
    Offer(
        WRITERS,
        _opens("edit_plan"),
        gettext_lazy("Write the plan"),
        gettext_lazy("The check shows what is missing while you write."),
        "hall:open_plan",
    ),
    Offer(
        LEADERS,
        _overdue_phase,
        gettext_lazy("End the phase, or change its dates"),
        gettext_lazy("Its planned days are over."),
        "processes:show_path",
    ),
    Offer(
        LEADERS,
        _unpublished,
        gettext_lazy("Publish the process"),
        gettext_lazy("Until then only those with a part can see it."),
        "processes:publish_process",
    ),
)


def next_steps(standing: Standing) -> list[NextStep]:
    """Give what waits for this reader in one process: decisions, then what is due, then the work itself."""
    return [*_gates(standing), *_deadlines(standing), *_offers(standing)]


def _gates(standing: Standing) -> Iterator[NextStep]:
    if not standing.has_part(*RECORDERS):
        return
    ready = not any(offer.is_due(standing) for offer in OFFERS[:3])
    for gate in standing.waiting_gates():
        if gate.key != "start_decision" or ready:
            yield NextStep(str(GATES[gate.key].act), gate.title, gate_address(gate))


def _deadlines(standing: Standing) -> Iterator[NextStep]:
    page = reverse("processes:list_deadlines", args=[standing.process.pk])
    today = timezone.localdate(standing.at)
    for row in standing.my_deadlines():
        late = row.due_on < today
        if late or (row.due_on - today).days <= _SOON:
            why = _("Overdue") if late else _("Due soon")
            yield NextStep(row.title, why, f"{page}#deadline-{row.pk}", row.due_on, late)


_SOON = 45  # days ahead that a deadline is worth a line


def _offers(standing: Standing) -> Iterator[NextStep]:
    for offer in OFFERS:
        if standing.has_part(*offer.kinds) and offer.is_due(standing):
            try:
                address = reverse(offer.page, args=[standing.process.pk])
            except NoReverseMatch:  # the room has no pages yet
                continue
            yield NextStep(str(offer.title), str(offer.why), f"{address}{offer.query}")
