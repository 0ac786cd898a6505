"""Persons: enrolled, changed, erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce
from dugnad.people.models import Consent, Person, PlaceRole
from dugnad.people.rules import may_edit_profile, may_erase_person, may_set_affiliation

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Organisation

ERASED_NAME = "Erased person"  # as stored; Person.__str__ says it in the reader's language


def tidy_name(name: str) -> str:
    """Give a name on one line, so that it fits a heading of a mail as well as a page."""
    return " ".join(name.split())


@transaction.atomic
def enrol_person(
    email: str, *, name: str = "", language: str = "", by: Person | None, at: datetime
) -> Person:
    """Find the person with this e-mail address, whatever its case, or write them into the register.

    Asks no rule of its own: the command that gives the person a part (in a place, in a process) asks who may.
    """
    email = email.strip().lower()
    if known := Person.objects.filter(email__iexact=email).first():
        return known
    person = Person(email=email, name=tidy_name(name), language=language, created_at=at)
    person.set_unusable_password()
    person.save()
    EmailAddress.objects.create(user=person, email=email, primary=True)  # verified by the first code
    journal.record(
        "person.enrolled",
        subject=f"person/{person.pk}",
        by=by,
        at=at,
        content={"email": email, "name": person.name},
        person_ids=(person.pk,),
    )
    return person


@transaction.atomic
def edit_profile(
    person: Person,
    *,
    name: str,
    phone: str = "",
    language: str = "",
    wants_mail: bool,
    wants_digest: bool,
    by: Person | None,
    at: datetime,
) -> Person:
    """Write a person's name, telephone, language and what they want to be told by mail."""
    enforce(may_edit_profile(person, by=by, at=at))
    person.name, person.phone, person.language = tidy_name(name), phone.strip(), language
    person.wants_mail, person.wants_digest = wants_mail, wants_digest
    person.save(update_fields=["name", "phone", "language", "wants_mail", "wants_digest"])
    journal.record(
        "person.edited",
        subject=f"person/{person.pk}",
        by=by,
        at=at,
        content={"name": person.name, "language": language},
        person_ids=(person.pk,),
    )
    return person


@transaction.atomic
def set_affiliation(
    person: Person, *, milieu: str, organisation: Organisation | None, by: Person | None, at: datetime
) -> Person:
    """Write which milieu and organisation a person belongs to; empty and none take it away."""
    enforce(may_set_affiliation(person, by=by, at=at))
    person.milieu, person.organisation = milieu, organisation
    person.save(update_fields=["milieu", "organisation"])
    content = {"milieu": milieu, "organisation": organisation.name if organisation else ""}
    journal.record(
        "affiliation.set",
        subject=f"person/{person.pk}",
        by=by,
        at=at,
        content=content,
        person_ids=(person.pk,),
    )
    return person


@transaction.atomic
def erase_person(person: Person, *, by: Person | None, at: datetime) -> int:
    """Erase what identifies a person and give the number of journal texts erased; acts remain, nameless.

    The row stays, since decisions and the journal's chain point to it. Sign-in ends everywhere at once.
    Rooms above erase what they hold in the same transaction (hall.erasure).
    """
    enforce(may_erase_person(person, by=by, at=at))
    day = timezone.localdate(at)
    roles = PlaceRole.objects.filter(person=person)
    roles.filter(since__gt=day).delete()  # what has not begun never will
    roles.filter(Q(until=None) | Q(until__gt=day)).update(until=day)
    Consent.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=at)
    _forget_sign_in(person)
    person.email, person.name, person.phone = f"erased-{person.pk}@erased.invalid", ERASED_NAME, ""
    person.language, person.milieu, person.organisation = "", "", None
    person.is_active = person.wants_mail = person.wants_digest = False
    person.last_login, person.erased_at = None, at
    person.set_unusable_password()
    person.save()
    texts = journal.erase_person(person.pk, at=at)
    journal.record(
        "person.erased", subject=f"person/{person.pk}", by=by, at=at, content={"journal_texts": texts}
    )
    return texts


def _forget_sign_in(person: Person) -> None:
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    SocialAccount.objects.filter(user=person).delete()
    for session in Session.objects.iterator():
        held = session.get_decoded()
        pending = held.get("account_login") or {}  # a sign-in whose code has not been entered yet
        if held.get("_auth_user_id") == str(person.pk) or pending.get("email") == person.email:
            session.delete()
