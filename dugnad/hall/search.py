"""Searching: all words must be there; what the reader may not see is neither shown nor counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Case, IntegerField, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dugnad.hall.models import SearchEntry
from dugnad.kit.folding import fold
from dugnad.processes.models import Process
from dugnad.processes.queries.files import documents
from dugnad.processes.queries.processes import process_ids_of
from dugnad.processes.rules.files import is_public

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from django.db.models import QuerySet
    from django_stubs_ext import StrOrPromise

    from dugnad.people.models import Person

MOST_WORDS, MOST_HITS, LONGEST_WORD = 8, 300, 80
EXCERPT = 220  # signs shown around the first word found

KINDS: dict[str, StrOrPromise] = {
    SearchEntry.Kind.PROCESS: _("Process"),
    SearchEntry.Kind.PLAN: _("Plan"),
    SearchEntry.Kind.DECISION: _("Decision"),
    SearchEntry.Kind.DOCUMENT: _("Document"),
    SearchEntry.Kind.GATHERING: _("Gathering"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and whether it is what was looked for."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found, as the page shows it."""

    kind: StrOrPromise
    title: list[Piece]
    excerpt: list[Piece]
    href: str
    process: str
    place: str
    dated: date | None
    is_draft: bool


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found and may be seen: entries' ids, best first."""

    words: tuple[str, ...]
    ids: list[int]
    is_cut: bool = False


def words_of(asked: str) -> tuple[str, ...]:
    """Give the words asked for, folded, each once."""
    words = (word.strip("\"'.,;:!?()«»“”")[:LONGEST_WORD] for word in fold(asked).split())
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def search(asked: str, *, kind: str = "", by: Person | None, at: datetime) -> Found:
    """Find what holds all the words, titles first, then the newest."""
    words = words_of(asked)
    if not words:
        return Found((), [])
    own = process_ids_of(by, at=at) if by else []
    rows = _allowed(own)
    for word in words:
        rows = rows.filter(folded__contains=word)
    if kind in KINDS:
        rows = rows.filter(kind=kind)
    in_title = Q(*(("folded_title__contains", word) for word in words))
    rows = rows.annotate(rank=Case(When(in_title, then=Value(0)), default=1, output_field=IntegerField()))
    rows = rows.order_by("rank", "-dated", "pk")
    found = list(rows.values_list("pk", "kind", "subject_id", "process_id")[: MOST_HITS + 1])
    hidden = _hidden_documents(
        [subject for _pk, what, subject, _of in found if what == SearchEntry.Kind.DOCUMENT], own, at=at
    )
    seen = [
        pk
        for pk, what, subject, _of in found[:MOST_HITS]
        if what != SearchEntry.Kind.DOCUMENT or subject not in hidden
    ]
    return Found(words, seen, is_cut=len(found) > MOST_HITS)


def _allowed(own: list[int]) -> QuerySet[SearchEntry]:
    """Give what might be seen: all of one's own processes, and of published ones what is for others."""
    audience = SearchEntry.Audience
    inside = Q(process__in=own, audience__in=(audience.ALL, audience.INSIDERS))
    outside = Q(
        process__in=Process.objects.published().order_by().values("pk"),
        audience__in=(audience.ALL, audience.OUTSIDERS),
    )
    return SearchEntry.objects.filter(inside | (outside & ~Q(process__in=own)))


def _hidden_documents(ids: list[int], own: list[int], *, at: datetime) -> set[int]:
    """Ask of each document whether it may be read today: exemptions and withdrawals change by the day."""
    if not ids:
        return set()
    readable = {
        row.pk
        for row in documents().filter(pk__in=ids)
        if not row.withdrawn_at and (row.process_id in own or is_public(row, at=at))
    }
    return set(ids) - readable


def hits(ids: Iterable[int], words: tuple[str, ...]) -> list[Hit]:
    """Give the entries with these ids, in this order, with the words marked; one query."""
    wanted = list(ids)
    rows = SearchEntry.objects.filter(pk__in=wanted).select_related("process__place")
    by_id = {row.pk: row for row in rows}
    return [_hit(by_id[pk], words) for pk in wanted if pk in by_id]


def _hit(row: SearchEntry, words: tuple[str, ...]) -> Hit:
    is_draft = row.kind == SearchEntry.Kind.PLAN and not row.number
    return Hit(
        kind=KINDS[row.kind],
        title=marked(row.title, words),
        excerpt=marked(excerpt(row.text, row.folded[len(row.title) + 1 :], words), words),
        href=_address(row),
        process="" if row.kind == SearchEntry.Kind.PROCESS else row.process.title,
        place=row.process.place.name,
        dated=row.dated,
        is_draft=is_draft,
    )


def _address(row: SearchEntry) -> str:
    if row.kind == SearchEntry.Kind.PROCESS:
        return row.process.address
    if row.kind == SearchEntry.Kind.PLAN:
        return reverse("plans:show_plan", args=[row.subject_id])
    page = {
        SearchEntry.Kind.DECISION: "processes:show_decision",
        SearchEntry.Kind.DOCUMENT: "processes:read_document",
        SearchEntry.Kind.GATHERING: "gatherings:show_gathering",
    }[SearchEntry.Kind(row.kind)]
    return reverse(page, args=[row.process_id, row.subject_id])


def excerpt(text: str, folded: str, words: tuple[str, ...]) -> str:
    """Cut out what stands around the first word found, at whole words; `folded` is the text folded."""
    first = min((place for word in words if (place := folded.find(word)) >= 0), default=0)
    start = max(first - EXCERPT // 3, 0)
    start = text.find(" ", start, first) + 1 or start if start else 0
    end = start + EXCERPT
    if end < len(text):
        last = text.rfind(" ", first, end)
        end = last if last > first else end
    cut = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{cut}{' …' if end < len(text) else ''}"


def marked(text: str, words: tuple[str, ...]) -> list[Piece]:
    """Split a text into what was looked for and what stands between."""
    if not words or not text:
        return [Piece(text)] if text else []
    folded = fold(text)
    longest_first = sorted(words, key=len, reverse=True)
    pieces, last = [], 0
    for match in re.finditer("|".join(map(re.escape, longest_first)), folded):
        if match.start() > last:
            pieces.append(Piece(text[last : match.start()]))
        pieces.append(Piece(text[match.start() : match.end()], is_found=True))
        last = match.end()
    return [*pieces, Piece(text[last:])] if last < len(text) else pieces
