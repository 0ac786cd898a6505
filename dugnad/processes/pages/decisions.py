"""Decisions: listed, read, and the start decision recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, asks_to_confirm, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes import commands
from dugnad.processes.forms.decisions import DecisionForm
from dugnad.processes.models import Decision, Phase
from dugnad.processes.pages.acting import find_part, find_process
from dugnad.processes.queries import decisions, path
from dugnad.processes.rules import may_decide_gate, may_decide_start, may_see_drafts

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Gate

START_GATE = "start_decision"
START_RESULTS = (Decision.Result.ADOPTED, Decision.Result.SENT_BACK, Decision.Result.REJECTED)


def list_decisions(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show what has been decided, and which doors still wait."""
    process = find_process(request, process_id)
    insider = bool(may_see_drafts(process, **who_and_when(request)))
    context = {
        "process": process,
        "place": process.place,
        "decisions": [
            decisions.show_decision(row, to_insider=insider) for row in decisions.decisions_of(process)
        ],
        "steps": path.path_of(process),
    }
    return render(request, "processes/decisions.html", context)


def show_decision(request: HttpRequest, process_id: int, decision_id: int) -> HttpResponse:
    """Show one decision; of a closed one, those without a part see only that it was made, and why closed."""
    decision = find_part(request, decisions.decisions_with_process(), process_id, decision_id)
    insider = may_see_drafts(decision.process, **who_and_when(request))
    context = {
        "process": decision.process,
        "place": decision.process.place,
        "decision": decisions.show_decision(decision, to_insider=bool(insider)),
        "documents": decisions.documents_shown(decision, **who_and_when(request)),
        "is_insider": insider,
    }
    return render(request, "processes/decision.html", context)


def decide_start(request: HttpRequest, process_id: int, gate_id: int) -> HttpResponse:
    """Record the municipality's start decision, after showing once more what is recorded."""
    gate = _start_gate(request, process_id, gate_id)
    enforce(may_decide_gate(gate.process, gate, **who_and_when(request)))
    form = DecisionForm(request.POST or None, at=who_and_when(request)["at"], results=START_RESULTS)
    context: dict[str, Any] = {"process": gate.process, "place": gate.process.place, "gate": gate}
    if asks_to_confirm(request, form):
        return render(request, "processes/confirm_decision.html", {"form": form, **context})
    made: list[Decision] = []
    if "confirmed" in request.POST and acted(
        request, form, lambda _d: made.append(_decide(request, gate, form))
    ):
        messages.success(request, _("The decision is recorded."))
        return redirect("processes:show_decision", process_id, made[0].pk)
    today = who_and_when(request)["at"].date()
    context["ready"] = may_decide_start(gate.process, on=today, **who_and_when(request))
    return show_form(request, "processes/record_decision.html", form, **context)


def _start_gate(request: HttpRequest, process_id: int, gate_id: int) -> Gate:
    gate = find_part(request, path.gates_with_process(), process_id, gate_id)
    if gate.key != START_GATE:
        raise Http404
    return gate


def _decide(request: HttpRequest, gate: Gate, form: DecisionForm) -> Decision:
    late = gate.phase.state != Phase.State.OPEN
    return commands.decide_start(gate, facts=form.facts(in_retrospect=late), **who_and_when(request))
