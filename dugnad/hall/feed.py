"""What happened, in words: the journal's entries as a feed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.hall.tables import SENTENCES
from dugnad.journal.queries import entries_of
from dugnad.kit.dates import format_date, format_short
from dugnad.people.models import RoleKind
from dugnad.processes.models import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from django.db.models import QuerySet

    from dugnad.journal.models import Entry
    from dugnad.processes.models import Process

# What is machinery rather than news: told on the page of all that happened, not on the process's home.
_QUIET = (
    *("follower.asked", "follower.confirmed", "follower.left"),
    *("note.added", "note.edited", "note.removed"),  # that somebody notes something is their own affair
)
_WORDS = {"kind": dict(RoleKind.choices), "result": dict(Decision.Result.choices)}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, as a page tells it."""

    moment: datetime
    when: str
    title: str
    text: str


def entries_shown(process: Process, *, to_insider: bool) -> QuerySet[Entry]:
    """Give what this reader may know has happened; the public only what its command called public."""
    return entries_of(process.pk, only_public=not to_insider).exclude(verb__in=_QUIET)


def tell(entries: Iterable[Entry], *, to_insider: bool) -> list[Happening]:
    """Put entries into words; who did it is told to those who have a part, until it is erased."""
    language = get_language() or "nb"
    return [
        Happening(
            moment=entry.at,
            when=format_short(timezone.localdate(entry.at), language),
            title=sentence_for(entry),
            text=str(entry.by) if entry.by and to_insider and not entry.payload.erased_at else "",
        )
        for entry in entries
    ]


def sentence_for(entry: Entry) -> str:
    """Say in a sentence what an entry records; what was erased is shown as a dash."""
    sentence = str(SENTENCES.get(entry.verb, entry.verb))
    values: dict[str, str] = defaultdict(lambda: "–")
    values |= {
        name: _said(name, value) for name, value in entry.payload.content.items() if value not in ("", None)
    }
    return sentence % values


def _said(name: str, value: Any) -> str:
    if name in _WORDS:
        return str(_WORDS[name].get(value, value))
    try:
        return format_date(date.fromisoformat(value), get_language() or "nb")
    except (TypeError, ValueError):
        return _("several") if isinstance(value, list | dict) else str(value)
