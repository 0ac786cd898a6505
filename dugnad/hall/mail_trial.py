"""Trying the mail: sent to whoever asks, remembered in the journal when it went well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce
from dugnad.people.notices import send_test_mail
from dugnad.people.rules import may_administer

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person


def try_mail(*, by: Person | None, at: datetime) -> str:
    """Send a test mail and give what went wrong, or nothing."""
    enforce(may_administer(None, by=by, at=at))
    assert by is not None  # noqa: S101 - the rule has refused everybody else
    failure = send_test_mail(by)
    if not failure:
        with transaction.atomic():
            journal.record("mail.tested", subject="installation", by=by, at=at)
    return failure
