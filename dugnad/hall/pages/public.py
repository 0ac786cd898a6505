"""What anyone may read: privacy, accessibility, and a place's logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language

from dugnad.hall.glossary import terms
from dugnad.people import queries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def show_privacy(request: HttpRequest) -> HttpResponse:
    """Tell what is stored about people, why, for how long, and what they can ask for."""
    return render(request, "hall/public/privacy.html", {"places": queries.places_in_use()})


def show_accessibility(request: HttpRequest) -> HttpResponse:
    """State how far the pages can be used by everybody, and where to write when they cannot."""
    return render(request, "hall/public/accessibility.html", {"places": queries.places_in_use()})


def show_help(request: HttpRequest) -> HttpResponse:
    """Tell how a plan comes to be, who does what, and what the check is."""
    return render(request, "hall/public/help.html")


def show_words(request: HttpRequest) -> HttpResponse:
    """Explain the words of the field."""
    return render(request, "hall/public/words.html", {"terms": terms(get_language() or "nb").values()})


def show_logo(request: HttpRequest, place_id: int) -> FileResponse:  # noqa: ARG001 - everybody may see it
    """Give a place's logo."""
    place = get_object_or_404(queries.places(), pk=place_id)
    if not place.logo or not place.logo.storage.exists(str(place.logo.name)):
        raise Http404
    answer = FileResponse(place.logo.open("rb"))
    answer["Cache-Control"] = "public, max-age=3600"
    return answer
