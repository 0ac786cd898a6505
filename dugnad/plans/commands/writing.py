"""Writing side by side: a row changes only for the one who has seen its newest words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from dugnad.journal.commands import record
from dugnad.kit.verdicts import Outdated, refuse

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import Model

    from dugnad.people.models import Person
    from dugnad.plans.models import Plan


def write_row(row: Model, *, revision: int, **fields: Any) -> None:
    """Change a row that still has this revision, and raise its revision.

    Raises:
        Outdated: when somebody else changed it first; nothing is written, and `current` is the row as it is.
    """
    rows = type(row)._default_manager
    changed = rows.filter(pk=row.pk, revision=revision).update(revision=F("revision") + 1, **fields)
    if not changed:
        raise Outdated(refuse(_("Somebody else changed this while you were writing.")), rows.get(pk=row.pk))
    row.refresh_from_db()


def log(
    plan: Plan,
    verb: str,
    *,
    by: Person | None,
    at: datetime,
    subject: str = "",
    is_public: bool = False,
    **content: Any,
) -> None:
    """Write the command's one journal entry on the plan's process."""
    record(
        verb,
        subject=subject or f"plan/{plan.pk}",
        process_id=plan.process_id,
        by=by,
        at=at,
        content=content,
        is_public=is_public,
    )
