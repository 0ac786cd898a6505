"""Sign-in is for those who have been invited; residents need no account."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from dugnad.people.queries import language_of

if TYPE_CHECKING:
    from django.core.mail import EmailMessage
    from django.http import HttpRequest


class Invited(DefaultAccountAdapter):  # type: ignore[misc]
    """Lets in whoever already stands in the register, and registers nobody by itself."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("That is not the code we sent. Look in the newest e-mail."),
        "rate_limited": _("That was many tries in a short time. Wait a few minutes, and try again."),
        "account_inactive": _("This address is no longer in use here. Ask the administrator."),
        "unknown_email": _("This address is not registered here. Ask the project manager to invite you."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's own signature
        """Nobody signs up; people are invited."""
        return False

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        """Write a mail in the language its reader has chosen, marked as sent by a machine (RFC 3834)."""
        address = email if isinstance(email, str) else email[0]
        language = language_of(address) or translation.get_language() or settings.LANGUAGE_CODE
        context = {**context, "public_url": settings.PUBLIC_URL, "language": language}
        headers = {"Auto-Submitted": "auto-generated", **(headers or {})}
        with translation.override(language):
            mail: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        return mail
