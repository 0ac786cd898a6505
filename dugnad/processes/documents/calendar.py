"""A process's deadlines as a calendar feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.papers.calendar import Event, to_calendar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dugnad.processes.models import Deadline, Process


def write_calendar(process: Process, deadlines: Iterable[Deadline], *, at: datetime) -> bytes:
    """Write the deadlines as .ics in the process's language; only title, day and whether each is done."""
    address = f"{settings.PUBLIC_URL}{process.address}deadlines/"
    with override(process.language):
        events = [
            Event(
                uid=f"deadline-{deadline.pk}@{settings.PUBLIC_URL.split('//', 1)[-1]}",
                summary=_("Done: %(title)s") % {"title": deadline.title}
                if deadline.done_at
                else deadline.title,
                start=deadline.due_on,
                description=process.title,
                url=address,
                sequence=deadline.sequence + bool(deadline.done_at),
            )
            for deadline in deadlines
        ]
        name = _("Deadlines: %(process)s") % {"process": process.title}
        return to_calendar(name, events, language=process.language, stamp=at)
