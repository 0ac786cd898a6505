"""Sign-in is for those who have been invited; residents need no account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter

if TYPE_CHECKING:
    from django.http import HttpRequest


class Invited(DefaultAccountAdapter):  # type: ignore[misc]
    """Lets in whoever already stands in the register, and registers nobody by itself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's own signature
        """Nobody signs up; people are invited."""
        return False
