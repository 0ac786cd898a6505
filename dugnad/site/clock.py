"""The one clock that doors read; tests move it, also for a running server.

`DUGNAD_CLOCK` may name a file; while that file holds an ISO date-time, it is now.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponse


def now() -> datetime:
    """Give the present moment in UTC, or the one that the clock file holds."""
    if path := os.environ.get("DUGNAD_CLOCK"):
        text = Path(path).read_text().strip() if Path(path).exists() else ""
        if text:
            return datetime.fromisoformat(text).astimezone(UTC)
    return datetime.now(UTC)


def carry(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Put the moment on each request as `request.now`, so that no page reads a clock."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.now = now()  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
