"""What every answer goes through: the reader's language, and refusals said as sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.utils import translation

from dugnad.kit.verdicts import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse

    Answer = Callable[[HttpRequest], HttpResponse]


def _language_of(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) or getattr(request.user, "language", "")
    if chosen in dict(settings.LANGUAGES):
        return str(chosen)
    return translation.get_language_from_request(request)


def speak(get_response: Answer) -> Answer:
    """Speak the language the reader chose, else their own setting's, else their browser's, else bokmål."""

    def middleware(request: HttpRequest) -> HttpResponse:
        with translation.override(_language_of(request)):
            request.LANGUAGE_CODE = translation.get_language() or settings.LANGUAGE_CODE
            response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        response.headers["Vary"] = "Cookie, Accept-Language"
        return response

    return middleware


_NOWHERE = re.compile(r"\0|/\d{19}")  # ids have at most 19 digits, and none here comes near


def refuse_nowhere(get_response: Answer) -> Answer:
    """Answer 404 to an address with a NUL or an endless number: no database can even be asked for it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if _NOWHERE.search(request.path_info):
            raise Http404
        return get_response(request)

    return middleware


class _Refusals:
    """Turns a refused act into a page (or fragment) with the rule's own sentence."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refused):
            return None
        return render(request, "hall/refused.html", {"reason": str(exception)}, status=403)


answer_refusals = _Refusals
