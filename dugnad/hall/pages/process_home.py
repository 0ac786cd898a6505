"""The home of a process, everything that happened in it, and what is mine to do in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render

from dugnad.hall import feed
from dugnad.hall.next_steps import next_steps
from dugnad.hall.tables import GATES
from dugnad.kit.pages import hide_unless, who_and_when
from dugnad.processes.queries.path import path_of
from dugnad.processes.queries.processes import processes_with_place
from dugnad.processes.queries.work import standing_of, standings_of
from dugnad.processes.rules import may_see, role_kinds

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Process

LATEST = 6


def _find(request: HttpRequest, process_id: int) -> Process:
    process = get_object_or_404(processes_with_place(), pk=process_id)
    hide_unless(may_see(process, **who_and_when(request)))
    return process


def show_process(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show where the work is, what the reader can do, what happened, and who decides."""
    process = _find(request, process_id)
    standing = standing_of(process, **who_and_when(request))
    insider = bool(standing.kinds)
    context = {
        "process": process,
        "place": process.place,
        "standing": standing,
        "is_insider": insider,
        "steps": path_of(process),
        "mine": next_steps(standing),
        "happened": feed.tell(feed.entries_shown(process, to_insider=insider)[:LATEST], to_insider=insider),
    }
    return render(request, "hall/process_home.html", context)


def list_activity(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show everything that happened in a process, page by page."""
    process = _find(request, process_id)
    insider = bool(role_kinds(process, **who_and_when(request)))
    page = Paginator(feed.entries_shown(process, to_insider=insider), 50).get_page(request.GET.get("page"))
    context = {
        "process": process,
        "place": process.place,
        "page": page,
        "happened": feed.tell(page, to_insider=insider),
    }
    return render(request, "hall/activity.html", context)


def open_plan(request: HttpRequest, process_id: int) -> HttpResponse:
    """Lead to the process's plan, or to where one is begun."""
    plan = getattr(_find(request, process_id), "plan", None)
    return redirect("plans:show_plan", plan.pk) if plan else redirect("plans:start_plan", process_id)


def open_gate(request: HttpRequest, process_id: int, gate_id: int) -> HttpResponse:
    """Lead to the page where a gate's decision is recorded, or to where the plan it is about is begun."""
    process = _find(request, process_id)
    gate = get_object_or_404(process.gates, pk=gate_id)
    if not GATES[gate.key].decides_on_plan:
        return redirect(GATES[gate.key].page, process_id, gate_id)
    plan = getattr(process, "plan", None)
    return redirect(GATES[gate.key].page, plan.pk) if plan else redirect("plans:start_plan", process_id)


@login_required
def show_tasks(request: HttpRequest) -> HttpResponse:
    """Show what waits for the reader in all their processes."""
    who = who_and_when(request)
    found = [(standing.process, next_steps(standing)) for standing in standings_of(who["by"], at=who["at"])]
    context = {"waiting": [(process, steps) for process, steps in found if steps]}
    return render(request, "hall/tasks.html", context)
