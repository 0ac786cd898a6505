"""What the frame of every page needs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings

from dugnad.hall.demo import demo_roles
from dugnad.people.queries import is_administrator

if TYPE_CHECKING:
    from django.http import HttpRequest

_OWN_NAMES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English"))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates the languages in their own names, whether this is the demo, and the moment."""
    return {
        "own_names": _OWN_NAMES,
        "is_demo": settings.DEMO,
        "demo_roles": demo_roles if settings.DEMO else (),
        "administers": partial(_administers, request),
        "now": getattr(request, "now", None),
    }


def _administers(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and is_administrator(user, at=request.now)  # type: ignore[attr-defined]
