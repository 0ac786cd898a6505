"""Filling what search looks through: a process is read anew after something happened in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import override

from dugnad.gatherings.models import Gathering
from dugnad.hall.models import SearchEntry, SearchState
from dugnad.journal.models import Chain
from dugnad.journal.rules import chain_key
from dugnad.kit.folding import composed, fold
from dugnad.plans.models import Plan
from dugnad.plans.queries.comparison import wordings
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.queries.plans import published_version, version_outline
from dugnad.processes.models import Decision, Document, Process

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from dugnad.plans.outline import PlanOutline

Kind, Audience = SearchEntry.Kind, SearchEntry.Audience
LONGEST = 400_000  # signs of one thing that are looked through


def refresh_index() -> int:
    """Read anew the processes in which something has happened since last time; tell how many."""
    lengths = dict(Chain.objects.values_list("key", "length"))
    known = dict(SearchState.objects.values_list("process", "number"))
    stale = [
        pk
        for pk in Process.objects.order_by("pk").values_list("pk", flat=True)
        if known.get(pk) != lengths.get(chain_key(pk), 0)
    ]
    for pk in stale:
        index_process(pk)
    return len(stale)


def rebuild_index() -> int:
    """Read every process anew; tell how many there are."""
    SearchState.objects.all().delete()
    return refresh_index()


@transaction.atomic
def index_process(process_id: int) -> None:
    """Write all that can be found of one process, instead of what was there."""
    process = Process.objects.select_related("place__county").get(pk=process_id)
    chain = Chain.objects.filter(key=chain_key(process_id)).first()
    number = chain.length if chain else 0  # read first: what happens meanwhile is read the next time
    SearchState.objects.update_or_create(process=process, defaults={"number": number})
    SearchEntry.objects.filter(process=process).delete()
    with override(process.language):
        rows = [*_process(process), *_plans(process), *_decisions(process), *_documents(process)]
        SearchEntry.objects.bulk_create([*rows, *_gatherings(process)])


def _entry(
    process: Process,
    kind: str,
    subject_id: int,
    *,
    title: str,
    parts: Iterable[str],
    audience: str = Audience.ALL,
    number: int = 0,
    dated: date | None = None,
) -> SearchEntry:
    title = composed(" ".join(title.split()))
    text = composed("\n".join(filter(None, parts)))[:LONGEST]
    return SearchEntry(
        process=process, kind=kind, subject_id=subject_id, number=number, audience=audience, title=title,
        text=text, folded_title=fold(title), folded=fold(f"{title}\n{text}"), dated=dated,
    )  # fmt: skip


def _process(process: Process) -> Iterator[SearchEntry]:
    parts = (process.purpose, process.mandate, process.place.name)
    yield _entry(
        process, Kind.PROCESS, process.pk, title=process.title, parts=parts, dated=process.created_at.date()
    )


def _plans(process: Process) -> Iterator[SearchEntry]:
    plan = Plan.objects.select_related("process__place__county").filter(process=process).first()
    if plan is None:
        return
    draft = plan_outline(plan)
    yield _entry(
        process, Kind.PLAN, plan.pk, title=draft.title, parts=_words(draft), audience=Audience.INSIDERS
    )
    version = published_version(plan)
    if version and plan.published_at:
        text = version_outline(version)
        yield _entry(
            process, Kind.PLAN, plan.pk, title=text.title, parts=_words(text), audience=Audience.OUTSIDERS,
            number=version.number, dated=version.at.date(),
        )  # fmt: skip


def _words(outline: PlanOutline) -> Iterator[str]:
    said = (wording for wording in wordings(outline) if wording.where != "title")
    yield from (f"{wording.heading}: {wording.text}" for wording in said)
    yield from (f"{premise.code} {premise.title} {premise.text}".strip() for premise in outline.premises)


def _decisions(process: Process) -> Iterator[SearchEntry]:
    for row in Decision.objects.filter(process=process).select_related("body", "gate"):
        title = row.gate.title if row.gate else row.body.name
        outer = (row.body.name, row.case_number, str(row.get_result_display()))
        inner = (row.wording, row.reason)
        sides: list[tuple[str, tuple[str, ...]]] = [(Audience.ALL, (*outer, *inner))]
        if not row.is_open:  # what was decided behind closed doors stays there
            sides = [(Audience.OUTSIDERS, outer), (Audience.INSIDERS, (*outer, *inner))]
        for audience, parts in sides:
            yield _entry(
                process, Kind.DECISION, row.pk, title=title, parts=parts, audience=audience,
                dated=row.decided_on,
            )  # fmt: skip


def _documents(process: Process) -> Iterator[SearchEntry]:
    for row in Document.objects.filter(process=process, withdrawn_at=None):
        day = row.dated or row.added_at.date()
        yield _entry(
            process, Kind.DOCUMENT, row.pk, title=row.title, parts=(row.kind, row.file_name), dated=day
        )


def _gatherings(process: Process) -> Iterator[SearchEntry]:
    for row in Gathering.objects.filter(process=process).prefetch_related("outcomes"):
        parts = (row.venue, row.summary, *(outcome.text for outcome in row.outcomes.all()))
        yield _entry(process, Kind.GATHERING, row.pk, title=row.title, parts=parts, dated=row.held_on)
