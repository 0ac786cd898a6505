"""A plan's versions, and their names in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.plans.queries.plans import version_outline
from dugnad.plans.queries.rows import versions_of
from dugnad.plans.queries.standing import standing_outline

if TYPE_CHECKING:
    from datetime import datetime

    from django_stubs_ext import StrOrPromise

    from dugnad.plans.models import Plan, Version
    from dugnad.plans.outline import PlanOutline

DRAFT = "draft"
_WORDS = {
    "submitted": _("Sent to the steering group"),
    "adopted": _("Approved as it was laid before the body"),
    "adopted_with_changes": _("With the body's changes"),
    "sent_back": _("Sent back by the body"),
    "rejected": _("Rejected by the body"),
    "before restoring": _("Kept before an earlier version was restored"),
    "reading": _("Laid out for reading"),
}


@dataclass(frozen=True, slots=True)
class ShownVersion:
    """A version as a list shows it."""

    number: int
    words: StrOrPromise
    by: str
    at: datetime
    digest: str
    is_adopted: bool
    is_public: bool


def version_words(label: str) -> StrOrPromise:
    """Say what a version's label means; a name that somebody gave is said as it is."""
    return _WORDS.get(label, label)


def shown_versions(plan: Plan) -> list[ShownVersion]:
    """List the plan's versions, newest first."""
    return [
        ShownVersion(
            row.number, version_words(row.label), str(row.by or ""), row.at, row.digest, row.is_adopted,
            row.is_public,
        )
        for row in versions_of(plan).defer("content")
    ]  # fmt: skip


def outline_named(plan: Plan, name: str) -> PlanOutline | None:
    """Give the text of a version by its number, or the draft's; None where there is no such version."""
    if name == DRAFT:
        return standing_outline(plan)
    version: Version | None = versions_of(plan).filter(number=name).first() if name.isdecimal() else None
    return version_outline(version) if version else None
