"""One thing below a plan that people write side by side: its row, its form, and what saves it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise

    from dugnad.processes.models import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing to write below a plan; `words`, `form` and `act` as in `forms.draft.Writing`."""

    process: Process
    row: Any
    form: Callable[..., Any]
    words: Callable[[Any], dict[str, Any]]
    act: Callable[[Any, int, Any], object]
    title: StrOrPromise
    back: str
    remove: str = ""
    crumb: StrOrPromise = ""
    more: dict[str, Any] = field(default_factory=dict)
