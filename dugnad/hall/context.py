"""What the frame of every page needs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from dugnad.hall.demo import demo_roles
from dugnad.hall.sole_place import sole_place
from dugnad.people.queries import is_administrator

if TYPE_CHECKING:
    from django.http import HttpRequest

_OWN_NAMES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English"))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates the languages in their own names, whether this is the demo, the moment, and the place.

    The place is the installation's only one; a page about another gives its own, which goes before this.
    """
    return {
        "own_names": _OWN_NAMES,
        "is_demo": settings.DEMO,
        "demo_roles": demo_roles if settings.DEMO else (),
        "administers": partial(_administers, request),
        "now": getattr(request, "now", None),
        "place": SimpleLazyObject(sole_place),
    }


def _administers(request: HttpRequest) -> bool:
    user = request.user
    return user.is_authenticated and is_administrator(user, at=request.now)  # type: ignore[attr-defined]
