"""What the frame of every page needs: the choice of language, the municipality's colours, the last resort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect, HttpResponseServerError
from django.template import loader
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from dugnad.kit.colours import is_colour, stylesheet

if TYPE_CHECKING:
    from django.http import HttpRequest

YEAR = 365 * 24 * 3600


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie and go back to the page it was chosen on."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = HttpResponseRedirect(back)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR,
            samesite="Lax",
            secure=request.is_secure(),
            httponly=True,
        )
    return response


def show_theme(request: HttpRequest, colour: str) -> HttpResponse:  # noqa: ARG001 - every page takes a request
    """Give a colour's scale as a stylesheet; the address is the colour, so it may be kept for good."""
    if not is_colour(f"#{colour}"):
        raise Http404
    response = HttpResponse(stylesheet(f"#{colour.lower()}"), content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=YEAR, immutable=True)
    return response


def fail(request: HttpRequest) -> HttpResponse:
    """Say that something broke here, in a page or a fragment that needs neither database nor session."""
    context = {"is_fragment": "HX-Request" in request.headers}
    return HttpResponseServerError(loader.render_to_string("500.html", context))
