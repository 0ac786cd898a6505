"""Places: loaded from official facts, taken into use, dressed in their own name and colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Avg

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.people.models import Place
from dugnad.people.outline import OfficialPlace, official_places
from dugnad.people.rules import (
    check_colour,
    may_activate_place,
    may_deactivate_place,
    may_edit_place,
    may_form_area,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dugnad.people.models import Person


@transaction.atomic
def load_places(*, at: datetime) -> int:
    """Add the official places that are missing and tell how many; what a place wrote itself is left alone."""
    added = add_missing_places(Place)
    if added:
        journal.record("places.loaded", subject="places", by=None, at=at, content={"added": added})
    return added


def add_missing_places(model: Any) -> int:
    """Add counties, then municipalities, to this model's table; a migration passes its own Place."""
    official = official_places()
    counties = {(place.country, place.county_code): place.county for place in official}
    known = _ids_by_code(model, "county")
    missing = [
        model(kind="county", country=country, code=code, name=name, language=_first_language(country))
        for (country, code), name in counties.items()
        if (country, code) not in known
    ]
    model.objects.bulk_create(missing)
    rows = _new_municipalities(model, official)
    model.objects.bulk_create(rows)
    return len(missing) + len(rows)


def _new_municipalities(model: Any, official: Iterable[OfficialPlace]) -> list[Any]:
    counties, known = _ids_by_code(model, "county"), _ids_by_code(model, "municipality")
    return [
        model(
            kind="municipality",
            country=place.country,
            code=place.code,
            name=place.name,
            latitude=place.latitude,
            longitude=place.longitude,
            county_id=counties[place.country, place.county_code],
            language=_first_language(place.country),
        )
        for place in official
        if (place.country, place.code) not in known
    ]


def _ids_by_code(model: Any, kind: str) -> dict[tuple[str, str], int]:
    rows = model.objects.filter(kind=kind).values_list("country", "code", "pk")
    return {(country, code): pk for country, code, pk in rows}


def _first_language(country: str) -> str:
    return "da" if country == "dk" else "nb"


@transaction.atomic
def form_area(name: str, *, members: list[Place], by: Person | None, at: datetime) -> Place:
    """Make an area of several municipalities, in use at once, its point midway between theirs."""
    enforce(may_form_area(members, by=by, at=at))
    middle = Place.objects.filter(pk__in=[place.pk for place in members]).aggregate(
        latitude=Avg("latitude"), longitude=Avg("longitude")
    )
    area = Place.objects.create(
        kind=Place.Kind.AREA,
        country=members[0].country,
        name=" ".join(name.split()),
        language=members[0].language,
        latitude=middle["latitude"] and round(middle["latitude"], 4),
        longitude=middle["longitude"] and round(middle["longitude"], 4),
        is_active=True,
    )
    area.members.set(members)
    content = {"name": area.name, "members": sorted(place.code for place in members)}
    journal.record("area.formed", subject=f"place/{area.pk}", by=by, at=at, content=content)
    return area


@transaction.atomic
def activate_place(place: Place, *, by: Person | None, at: datetime) -> Place:
    """Take a municipality or area into use."""
    enforce(may_activate_place(place, by=by, at=at))
    return _switch(place, is_active=True, verb="place.activated", by=by, at=at)


@transaction.atomic
def deactivate_place(place: Place, *, by: Person | None, at: datetime) -> Place:
    """Take a place out of use; its roles and processes remain."""
    enforce(may_deactivate_place(place, by=by, at=at))
    return _switch(place, is_active=False, verb="place.deactivated", by=by, at=at)


def _switch(place: Place, *, is_active: bool, verb: str, by: Person | None, at: datetime) -> Place:
    place.is_active = is_active
    place.save(update_fields=["is_active"])
    journal.record(verb, subject=f"place/{place.pk}", by=by, at=at, content={"name": place.name})
    return place


@transaction.atomic
def edit_place(
    place: Place,
    *,
    name: str,
    colour: str,
    language: str,
    contact_email: str = "",
    contact_phone: str = "",
    logo: tuple[str, bytes] | None = None,
    removes_logo: bool = False,
    by: Person | None,
    at: datetime,
) -> Place:
    """Set how a place looks and where people write to it.

    `logo` is a clean picture with its ending, as `people.importing.read_logo` gives it; None keeps the old
    one, unless `removes_logo`.
    """
    enforce(first_refusal([may_edit_place(place, by=by, at=at), check_colour(colour)]))
    place.name, place.colour, place.language = " ".join(name.split()), colour.lower(), language
    place.contact_email, place.contact_phone = contact_email.strip(), contact_phone.strip()
    if logo or removes_logo:
        place.logo = ""
    if logo:
        ending, content = logo
        place.logo.save(f"{place.pk}-{at:%Y%m%d%H%M%S}.{ending}", ContentFile(content), save=False)
    place.save()
    written = {"name": place.name, "colour": place.colour, "language": language, "logo": place.logo.name}
    journal.record("place.edited", subject=f"place/{place.pk}", by=by, at=at, content=written)
    return place
