"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from dugnad.hall.front_page import front
from dugnad.hall.mine import mine
from dugnad.kit.pages import who_and_when

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST_SHOWN = 4


def home(request: HttpRequest) -> HttpResponse:
    """Show what this place works on; to those with a part, what is theirs to do first."""
    who = who_and_when(request)
    own = mine(who["by"], at=who["at"]) if who["by"] else []
    context = {"front": front(), "own": own, "waiting": [row for row in own if row.steps][:MOST_SHOWN]}
    return render(request, "hall/home.html", context)
