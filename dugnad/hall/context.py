"""What the frame of every page needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give templates the languages to choose from, whether this is the demo, and the moment."""
    return {"languages": settings.LANGUAGES, "is_demo": settings.DEMO, "now": getattr(request, "now", None)}
