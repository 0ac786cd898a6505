"""Amounts that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, refuse

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 10**12  # more than any municipality has; a slip of the finger, not a plan


def check_amounts(amounts: Iterable[int]) -> Verdict:
    """Money in a plan is not negative, and not more than a country has."""
    for amount in amounts:
        if amount < 0:
            return refuse(_("An amount cannot be negative."))
        if amount > MOST:
            return refuse(_("An amount is too large; write whole kroner."))
    return ALLOWED
