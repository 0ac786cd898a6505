"""Following a published process by mail: asked for, confirmed by the mail's own link, ended by another."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.processes.models import Follower
from dugnad.processes.rules.following import ASK_AGAIN, is_to_be_asked, may_confirm, may_follow

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.processes.models import Process


@transaction.atomic
def ask_to_follow(process: Process, *, email: str, language: str, at: datetime) -> Follower | None:
    """Note that somebody wants to follow; give the follower to ask for confirmation, or none to be asked.

    None is asked who follows already or was asked within the hour: nobody's mailbox is filled by strangers,
    and the page tells nobody who follows. No address is written in the journal.

    Raises:
        Refused: when the process is not published.
    """
    enforce(may_follow(process))
    follower, made = Follower.objects.get_or_create(
        process=process,
        email=email.strip().lower(),
        defaults={"language": language, "token": secrets.token_urlsafe(32), "asked_at": at - ASK_AGAIN},
    )
    if not is_to_be_asked(follower, at=at):
        return None
    follower.asked_at, follower.language = at, language
    follower.save(update_fields=["asked_at", "language"])
    if made:
        _log(process, "follower.asked", at=at)
    return follower


@transaction.atomic
def confirm_following(follower: Follower, *, at: datetime) -> None:
    """Begin to tell this address the news; twice does no harm.

    Raises:
        Refused: when the link is older than a week, or the process is no longer published.
    """
    enforce(may_confirm(follower, at=at))
    if follower.confirmed_at is None:
        follower.confirmed_at = at
        follower.save(update_fields=["confirmed_at"])
        _log(follower.process, "follower.confirmed", at=at)


@transaction.atomic
def stop_following(follower: Follower, *, at: datetime) -> None:
    """Forget the address; who holds the link may always."""
    process = follower.process
    follower.delete()
    _log(process, "follower.left", at=at)


def _log(process: Process, verb: str, *, at: datetime) -> None:
    record(verb, subject=f"process/{process.pk}", process_id=process.pk, by=None, at=at)
