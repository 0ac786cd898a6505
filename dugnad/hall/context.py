"""What the frame of every page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest

_OWN_NAMES = (("nb", "Bokmål"), ("nn", "Nynorsk"), ("da", "Dansk"), ("en", "English"))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates the languages in their own names, whether this is the demo, and the moment."""
    return {"own_names": _OWN_NAMES, "is_demo": settings.DEMO, "now": getattr(request, "now", None)}
