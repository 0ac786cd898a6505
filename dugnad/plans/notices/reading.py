"""The mail that invites somebody to read a draft: a personal link, and nothing of the draft itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse

from dugnad.people.notices import write_mail

if TYPE_CHECKING:
    from django.core.mail import EmailMultiAlternatives

    from dugnad.plans.models import Reader


def reading_address(reader: Reader) -> str:
    """Give a reader's personal link."""
    return f"{settings.PUBLIC_URL}{reverse('plans:answer_reading', args=[reader.token])}"


def invite_reader(reader: Reader) -> EmailMultiAlternatives:
    """Write the invitation in the process's language."""
    process = reader.round.plan.process
    return write_mail(
        "plans/mail/reading",
        to=reader.email,
        language=process.language,
        reader=reader,
        round=reader.round,
        process=process,
        by=reader.round.opened_by,
        address=reading_address(reader),
    )
