"""Reads: who administers, who has which part, which places there are, what is stored about a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import Count, Q
from django.utils import timezone

from dugnad.journal.models import Entry, Payload
from dugnad.kit.verdicts import enforce
from dugnad.people.models import Consent, Organisation, Person, Place, PlaceRole, RoleKind
from dugnad.people.rules import (
    ORGANISATION_KEEPERS,
    has_place_role,
    may_administer,
    may_export_person,
    may_see_administration,
)

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

DEMO_ENDING = ".example"  # demo people have addresses that can belong to nobody (RFC 2606)


def organisations() -> QuerySet[Organisation]:
    """Give the register of organisations, by name, with their place."""
    return Organisation.objects.select_related("place").order_by("name", "pk")


def organisations_found(words: str) -> list[Organisation]:
    """Give organisations with every word in name, number, place or milieu, each with how many belong to it.

    Compared here and not in the database, since SQLite does not know that Ø and ø are one letter.
    """
    wanted = words.casefold().split()
    rows = organisations().annotate(members=Count("people"))
    return [row for row in rows if all(word in _said_of(row) for word in wanted)]


def _said_of(row: Organisation) -> str:
    place = row.place.name if row.place else ""
    return " ".join((row.name, row.number, place, str(row.get_milieu_display()))).casefold()


def places_to_keep(*, by: Person | None, at: datetime) -> QuerySet[Place]:
    """Give the places in use whose organisations the person may write into the register."""
    if has_place_role(None, by=by, at=at, kinds=ORGANISATION_KEEPERS):
        return places_in_use()
    own = PlaceRole.objects.filter(person=by, kind__in=ORGANISATION_KEEPERS).on(timezone.localdate(at))
    return places_in_use().filter(pk__in=own.values("place"))


def is_administrator(person: Person | None, *, at: datetime) -> bool:
    """Tell whether to show the person the way into administration."""
    return bool(may_see_administration(by=person, at=at))


def people_here() -> QuerySet[Person]:
    """Give everybody whose data have not been erased."""
    return Person.objects.filter(erased_at=None).select_related("organisation")


def places() -> QuerySet[Place]:
    """Give all places with their county."""
    return Place.objects.select_related("county")


def places_in_use() -> QuerySet[Place]:
    """Give municipalities and areas that work with Dugnad, by name."""
    return Place.objects.filter(is_active=True).select_related("county")


def places_found(words: str) -> QuerySet[Place]:
    """Give places one can take into use with every word in name, number or county; those in use first."""
    found = places().exclude(kind=Place.Kind.COUNTY)
    if wanted := words.casefold().split():
        rows = found.values_list("pk", "name", "code", "county__name")
        held = [(pk, " ".join(filter(None, told)).casefold()) for pk, *told in rows]
        found = found.filter(pk__in=[pk for pk, text in held if all(word in text for word in wanted)])
    return found.order_by("-is_active", "name")


def municipalities_called(words: str) -> QuerySet[Place]:
    """Give the municipalities with this very name, one half of a double name, or this number.

    Compared here and not in the database, since SQLite does not know that Ø and ø are one letter.
    """
    wanted = words.casefold()
    rows = Place.objects.municipalities().values_list("pk", "name", "code")
    held = {pk: {code, name.casefold(), *name.casefold().split(" - ")} for pk, name, code in rows}
    return places().filter(pk__in=[pk for pk, names in held.items() if wanted in names])


def all_roles() -> QuerySet[PlaceRole]:
    """Give every role in places and the installation, with person and place."""
    roles = PlaceRole.objects.select_related("person", "place")
    return roles.order_by("place__name", "kind", "person__name", "person__email")


def roles_of(person: Person) -> QuerySet[PlaceRole]:
    """Give a person's roles in places, with the place."""
    return PlaceRole.objects.filter(person=person).select_related("place").order_by("kind", "pk")


def consents_of(person: Person) -> QuerySet[Consent]:
    """Give what a person has agreed to, the latest first."""
    return Consent.objects.filter(person=person)


def demo_people() -> QuerySet[Person]:
    """Give the fictional people whose part a visitor of the demo can take, by name."""
    people = Person.objects.filter(is_active=True, email__endswith=DEMO_ENDING)
    return people.prefetch_related("place_roles__place")


def real_people() -> QuerySet[Person]:
    """Give those who are not of the demo."""
    return people_here().exclude(email__endswith=DEMO_ENDING)


def person_data(person: Person, *, by: Person | None, at: datetime) -> dict[str, Any]:
    """Give what this room and the journal store about a person, as JSON can say it (GDPR art. 15 and 20).

    Rooms above add theirs in `hall.erasure`.

    Raises:
        Refused: unless asked by the person themself or an administrator.
    """
    enforce(may_export_person(person, by=by, at=at))
    return {
        "person": _facts(person),
        "sign_in": {
            "addresses": list(EmailAddress.objects.filter(user=person).values_list("email", flat=True)),
            "passkeys": Authenticator.objects.filter(user=person, type="webauthn").count(),
            "other_accounts": list(
                SocialAccount.objects.filter(user=person).values_list("provider", flat=True)
            ),
        },
        "roles": [
            {
                "kind": role.kind,
                "place": role.place.name if role.place else None,
                "since": role.since,
                "until": role.until,
            }
            for role in roles_of(person)
        ],
        "consents": list(consents_of(person).values("purpose", "wording", "given_at", "withdrawn_at")),
        "journal": _journal_of(person),
    }


def _facts(person: Person) -> dict[str, Any]:
    fields = (
        *("email", "name", "phone", "language", "milieu"),
        *("wants_mail", "wants_digest", "created_at", "last_login"),
    )
    facts = {field: getattr(person, field) for field in fields}
    return {**facts, "organisation": person.organisation.name if person.organisation else None}


def _journal_of(person: Person) -> list[dict[str, Any]]:
    held = [
        pk
        for pk, people in Payload.objects.filter(erased_at=None).values_list("pk", "person_ids").iterator()
        if person.pk in people
    ]
    entries = Entry.objects.filter(Q(by=person) | Q(pk__in=held)).select_related("payload").order_by("pk")
    return [
        {
            "at": entry.at,
            "verb": entry.verb,
            "subject": entry.subject,
            "done_by_you": entry.by_id == person.pk,
            "text_about_you": entry.payload.content if person.pk in entry.payload.person_ids else None,
        }
        for entry in entries
    ]


def places_to_administer(*, by: Person | None, at: datetime) -> QuerySet[Place]:
    """Give the places in use that the person administers: all of them, or those where they hold the role."""
    if may_administer(None, by=by, at=at):
        return places_in_use()
    own = PlaceRole.objects.filter(person=by, kind=RoleKind.ADMINISTRATOR).on(timezone.localdate(at))
    return places_in_use().filter(pk__in=own.values("place"))


def roles_to_administer(*, by: Person | None, at: datetime) -> QuerySet[PlaceRole]:
    """Give the roles in all places the person administers; the installation's own to its administrators."""
    if may_administer(None, by=by, at=at):
        return all_roles()
    return all_roles().filter(place__in=places_to_administer(by=by, at=at))


def language_of(email: str) -> str:
    """Give the language that the person with this address has chosen; empty when unknown or not chosen."""
    languages = Person.objects.filter(email__iexact=email).values_list("language", flat=True)
    return languages.first() or ""
