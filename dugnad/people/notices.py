"""Mail to people: written in the reader's own language, as text and as HTML."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

if TYPE_CHECKING:
    from dugnad.people.models import Person, PlaceRole

_log = logging.getLogger(__name__)


def write_mail(
    template: str, *, to: str, language: str, headers: dict[str, str] | None = None, **context: object
) -> EmailMultiAlternatives:
    """Compose a mail from `<template>.txt` (its first line is the subject) and `<template>.html`.

    Every mail says that a machine sent it (RFC 3834), so that no absence reply comes back.
    """
    language = language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    with translation.override(language):
        context = {"public_url": settings.PUBLIC_URL, "language": language, **context}
        subject, _, text = render_to_string(f"{template}.txt", context).lstrip().partition("\n")
        html = render_to_string(f"{template}.html", {**context, "subject": subject})
    mail = EmailMultiAlternatives(
        " ".join(subject.split()), text.strip() + "\n", settings.DEFAULT_FROM_EMAIL, [to]
    )
    mail.extra_headers = {"Auto-Submitted": "auto-generated", **(headers or {})}
    mail.attach_alternative(html, "text/html")
    return mail


def try_to_send(mail: EmailMultiAlternatives) -> str:
    """Send a mail and give an empty text, or what the mail server answered when it could not be sent."""
    try:
        mail.send()
    except (OSError, SMTPException) as error:
        _log.warning("mail to %s was not sent: %s", ", ".join(mail.to), error)
        return str(error) or type(error).__name__
    return ""


def send_invitation(role: PlaceRole, *, by: Person | None) -> str:
    """Tell somebody which part they have been given and how to sign in; give what went wrong, or nothing."""
    place = role.place.name if role.place else ""
    return invite_by_mail(role.person, part=role.get_kind_display, where=place, by=by)


def invite_by_mail(person: Person, *, part: object, where: str, by: Person | None) -> str:
    """Send the invitation; `part` is a translatable role, `where` the place or process it holds in."""
    address = f"{settings.PUBLIC_URL}{reverse('account_request_login_code')}"
    mail = write_mail(
        "people/mail/invitation",
        to=person.email,
        language=person.language,
        person=person,
        part=part,
        where=where,
        by=by,
        address=address,
    )
    return try_to_send(mail)


def send_test_mail(person: Person) -> str:
    """Send a test to this person; give what the mail server answered when it failed, or nothing."""
    mail = write_mail("people/mail/test", to=person.email, language=person.language, person=person)
    return try_to_send(mail)
