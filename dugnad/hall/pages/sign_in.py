"""The way in: a code by mail, or, in the demo alone, a part to take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from dugnad.people import queries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def sign_in(request: HttpRequest) -> HttpResponse:
    """Lead every way in to the e-mailed code; nobody has a password here."""
    address = reverse("account_request_login_code")
    after = request.GET.get("next", "")
    return redirect(f"{address}?{urlencode({'next': after})}" if after else address)


def refuse_passwords(request: HttpRequest, rest: str) -> NoReturn:  # noqa: ARG001 - the address's rest
    """Answer that there is no such page: passwords are not used, so none can be set or lost."""
    raise Http404


@require_POST
def enter_demo(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demo's fictional people; outside the demo there is no such page."""
    number = request.POST.get("key", "")
    if not settings.DEMO or not number.isascii() or not number.isdigit() or len(number) > 9:
        raise Http404
    person = get_object_or_404(queries.demo_people(), pk=int(number))
    login(request, person, backend="django.contrib.auth.backends.ModelBackend")
    return redirect(settings.LOGIN_REDIRECT_URL)
