"""Following a process by mail, and no longer wanting mail."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.core import signing
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, refuse
from dugnad.processes.models import Process

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.processes.models import Follower

ASK_AGAIN = timedelta(hours=1)
CONFIRM_WITHIN = timedelta(days=7)


def may_follow(process: Process) -> Verdict:
    """Anyone follows a published process."""
    if process.published_at and process.state != Process.State.WITHDRAWN:
        return ALLOWED
    return refuse(_("Only a published process can be followed."))


def is_to_be_asked(follower: Follower, *, at: datetime) -> bool:
    """Tell whether to ask for confirmation: not those who follow already, and nobody twice in an hour."""
    return follower.confirmed_at is None and follower.asked_at <= at - ASK_AGAIN


def may_confirm(follower: Follower, *, at: datetime) -> Verdict:
    """An address is confirmed within a week of the asking."""
    if follower.confirmed_at is None and follower.asked_at < at - CONFIRM_WITHIN:
        return refuse(_("The link is too old. Ask to follow the process once more."))
    return may_follow(follower.process)


def stop_token(kind: str, pk: int) -> str:
    """Sign a link that ends all mail to a `person`, or to a `follower`; it never grows old."""
    return signing.Signer(salt="stop-mail").sign_object([kind, pk], compress=True)


def read_stop_token(token: str) -> tuple[str, int] | None:
    """Read a link that ends mail; none when nobody here has signed it."""
    try:
        kind, pk = signing.Signer(salt="stop-mail").unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return str(kind), int(pk)
