"""What every letter of this room has in common: the reader's language, and a link that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from dugnad.people.notices import write_mail
from dugnad.processes.rules.following import stop_token

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


def absolute(path: str) -> str:
    """Give a page's full address."""
    return f"{settings.PUBLIC_URL}{path}"


def language_for(person: Person | None, process: Process) -> str:
    """Choose the person's own language, else the process's."""
    return (person.language if person else "") or process.language


def write_letter(
    template: str, *, to: str, language: str, stop: tuple[str, int] | None = None, **context: object
) -> EmailMultiAlternatives:
    """Compose a mail; `stop` (see `stop_token`) gives it a link and headers that end such mail (RFC 8058)."""
    headers = {}
    if stop:
        context["stop_address"] = absolute(reverse("processes:stop_mail", args=[stop_token(*stop)]))
        headers = {
            "List-Unsubscribe": f"<{context['stop_address']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
    return write_mail(f"processes/mail/{template}", to=to, language=language, headers=headers, **context)
