"""Reading rounds with their readers and answers, and one reader's own view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Prefetch

from dugnad.plans.models import Reader, ReadingRound

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from dugnad.plans.models import Plan


def rounds_of(plan: Plan) -> QuerySet[ReadingRound]:
    """Give the plan's rounds, the latest first, with their readers; the version's text left out."""
    readers = Prefetch("readers", Reader.objects.order_by("-answered_at", "milieu", "name"))
    rounds = ReadingRound.objects.filter(plan=plan).select_related("version", "opened_by")
    return rounds.defer("version__content").prefetch_related(readers)


def reader_by_token(token: str) -> Reader | None:
    """Give the reader whom a personal link belongs to, with what is read; None for a link that is none."""
    related = ("round__version", "round__plan__process__place__county")
    return Reader.objects.filter(token=token).select_related(*related).first()


def readers_with_mail(opened: ReadingRound) -> QuerySet[Reader]:
    """Give the readers of a round who have an address to write to."""
    related = ("round__plan__process__place", "round__opened_by")
    return opened.readers.exclude(email="").select_related(*related)
