"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from dugnad.hall.front_page import front
from dugnad.hall.next_steps import next_steps
from dugnad.kit.pages import who_and_when
from dugnad.processes.queries.work import standings_of

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def home(request: HttpRequest) -> HttpResponse:
    """Show what this place works on; to those with a part, what is theirs to do first."""
    who = who_and_when(request)
    found = standings_of(who["by"], at=who["at"]) if who["by"] else []
    context = {
        "front": front(),
        "own": [standing.process for standing in found],
        "waiting": [(one.process, steps[:3]) for one in found if (steps := next_steps(one))],
    }
    return render(request, "hall/home.html", context)
