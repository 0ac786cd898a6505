"""Reading rounds: a draft laid before invited milieux between two dates (A-34)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.plans.models import Reader

MOST_LETTERS = 20_000


def check_round(opens_on: date, closes_on: date, *, readers: int, at: datetime) -> Verdict:
    """A round ends after it begins, not in the past, and somebody is invited."""
    return first_refusal(
        (
            refuse(_("The round closes before it opens.")) if closes_on < opens_on else ALLOWED,
            refuse(_("The round would close on a day that has passed."))
            if closes_on < at.date()
            else ALLOWED,
            ALLOWED if readers else refuse(_("Invite at least one reader.")),
        )
    )


def may_read(reader: Reader, *, at: datetime) -> Verdict:
    """An invited reader sees the draft from the day the round opens until the day it closes."""
    day = at.date()
    if day < reader.round.opens_on:
        return refuse(_("The round has not opened yet."))
    if day > reader.round.closes_on:
        return refuse(_("The round has closed."))
    return ALLOWED


def may_answer(reader: Reader, *, at: datetime, answer: str) -> Verdict:
    """An invited reader answers while the round is open, and may change the answer until it closes."""
    return first_refusal(
        (
            may_read(reader, at=at),
            ALLOWED if answer.strip() else refuse(_("Write your answer.")),
            ALLOWED if len(answer) <= MOST_LETTERS else refuse(_("An answer has at most 20,000 letters.")),
        )
    )
