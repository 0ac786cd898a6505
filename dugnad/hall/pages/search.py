"""Search across processes, plans, decisions, documents and gatherings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render

from dugnad.hall.search import KINDS, hits, search
from dugnad.kit.pages import who_and_when

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

PER_PAGE = 20
LONGEST = 200


def show_search(request: HttpRequest) -> HttpResponse:
    """Show what holds all the words that were asked for and may be seen by the reader."""
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    kind = request.GET.get("kind", "") if request.GET.get("kind", "") in KINDS else ""
    found = search(asked, kind=kind, **who_and_when(request))
    page = Paginator(found.ids, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "kind": kind,
        "kinds": KINDS.items(),
        "found": found,
        "page": page,
        "hits": hits(page.object_list, found.words),
        "query": urlencode({"q": asked, "kind": kind}) + "&",
    }
    return render(request, "hall/search.html", context)
