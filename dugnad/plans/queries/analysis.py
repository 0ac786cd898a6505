"""The development analysis as its page shows it: what it found, and which areas answer that."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dugnad.plans.models import Analysis, FocusArea, Plan, Premise, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.db.models import QuerySet

    from dugnad.processes.models import Document, Process

_WORDS = (
    "title", "author", "finished_on", "summary", "interviews", "survey_answers",
    "jobs_lost", "jobs_lost_ripple", "employed", "employed_year",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """A challenge or opportunity, and the areas that answer it; None where the reader may not know."""

    premise: Premise
    areas: tuple[str, ...] | None

    @property
    def is_orphan(self) -> bool:
        """Tell whether there is a plan to read, and no area of it answers this (A-02)."""
        return self.areas == ()


def analysis_of(process: Process) -> Analysis | None:
    """Give the process's analysis with its report, or None."""
    related = ("document__decision", "document__meeting")
    found = Analysis.objects.filter(process=process).select_related(*related).first()
    if found:
        found.process = process  # the rules remember a person's parts by it
        if found.document:
            found.document.process = process
    return found


def premises(analysis: Analysis) -> QuerySet[Premise]:
    """Give the challenges and opportunities that stand."""
    return Premise.objects.filter(analysis=analysis, removed_at=None).select_related("analysis__process")


def premises_answered(analysis: Analysis, *, by_draft: bool) -> dict[str, list[Answered]]:
    """Give challenges and opportunities with their answers in the draft, or in the published version."""
    plan = Plan.objects.filter(process=analysis.process_id).first()
    known = _in_draft(plan) if by_draft else _in_published(plan)
    rows = [Answered(row, None if known is None else known.get(row.code, ())) for row in premises(analysis)]
    return {
        kind: sorted((row for row in rows if row.premise.kind == kind), key=lambda row: _natural(row.premise))
        for kind in Premise.Kind.values
    }


def _natural(premise: Premise) -> tuple[str, int, str]:
    head = premise.code.rstrip("0123456789")
    tail = premise.code[len(head) :]
    return (head, int(tail) if tail.isdecimal() else 0, premise.code)


def _in_draft(plan: Plan | None) -> dict[str, tuple[str, ...]] | None:
    if plan is None:
        return None
    rows = FocusArea.objects.filter(plan=plan, removed_at=None).order_by("code")
    return _turned((f"{row.code} {row.title}", [each.code for each in row.answers.all()])
                   for row in rows.prefetch_related("answers"))  # fmt: skip


def _in_published(plan: Plan | None) -> dict[str, tuple[str, ...]] | None:
    version = Version.objects.filter(plan=plan, is_public=True).order_by("-number").first() if plan else None
    if version is None or plan is None or plan.published_at is None:
        return None
    areas: list[Mapping[str, Any]] = version.content.get("areas", [])
    return _turned(
        (f"{area.get('code', '')} {area.get('title', '')}", area.get("answers", [])) for area in areas
    )


def _turned(areas: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, codes in areas:
        for code in codes:
            found[code] = (*found.get(code, ()), name)
    return found


def analysis_words(analysis: Analysis) -> dict[str, Any]:
    """Give what stands in the analysis by its form's own names."""
    return {name: getattr(analysis, name) for name in _WORDS}


def premise_words(premise: Premise) -> dict[str, Any]:
    """Give what stands in a challenge or opportunity by its form's own names."""
    return {name: getattr(premise, name) for name in ("kind", "title", "text")}


def share_lost(analysis: Analysis) -> Decimal | None:
    """Give how many per cent of the employed lost their job, ripples included; None where it is not known."""
    if not analysis.employed or analysis.jobs_lost is None:
        return None
    lost = analysis.jobs_lost + (analysis.jobs_lost_ripple or 0)
    return round(Decimal(100 * lost) / analysis.employed, 1)


def reports_to_attach(process: Process) -> QuerySet[Document]:
    """Give the process's documents, the latest first."""
    return process.documents.filter(withdrawn_at=None).order_by("-pk")


def free_code(analysis: Analysis, kind: str) -> str:
    """Give the next code of a kind, as the ones before it: U1, U2 (utfordring); M1, M2 (mulighet)."""
    head = "U" if kind == Premise.Kind.CHALLENGE else "M"
    taken = set(Premise.objects.filter(analysis=analysis).values_list("code", flat=True))
    return next(f"{head}{number}" for number in range(1, 1000) if f"{head}{number}" not in taken)
