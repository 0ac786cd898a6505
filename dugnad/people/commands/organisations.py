"""The register of organisations: firms, associations and public bodies that people belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal import commands as journal
from dugnad.kit.verdicts import enforce
from dugnad.people.models import Organisation
from dugnad.people.rules import bare_number, may_add_organisation, may_edit_organisation

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person, Place


@transaction.atomic
def add_organisation(
    name: str,
    *,
    number: str = "",
    place: Place | None = None,
    milieu: str = "",
    by: Person | None,
    at: datetime,
) -> Organisation:
    """Write an organisation into the register.

    Raises:
        Refused: when the person does not keep the place's organisations, or the number is wrong or taken.
    """
    number = bare_number(number)
    enforce(may_add_organisation(place, by=by, at=at, number=number))
    made = Organisation(name=" ".join(name.split()), number=number, place=place, milieu=milieu)
    made.save()
    _log(made, "organisation.added", by=by, at=at)
    return made


@transaction.atomic
def edit_organisation(
    organisation: Organisation,
    *,
    name: str,
    number: str = "",
    place: Place | None = None,
    milieu: str = "",
    by: Person | None,
    at: datetime,
) -> Organisation:
    """Write an organisation's name, number, place and milieu anew.

    Raises:
        Refused: when the person does not keep the place it stands under or comes to, or the number is wrong.
    """
    number = bare_number(number)
    enforce(may_edit_organisation(organisation, by=by, at=at, place=place, number=number))
    organisation.name, organisation.number = " ".join(name.split()), number
    organisation.place, organisation.milieu = place, milieu
    organisation.save()
    _log(organisation, "organisation.edited", by=by, at=at)
    return organisation


def _log(organisation: Organisation, verb: str, *, by: Person | None, at: datetime) -> None:
    content = {
        "name": organisation.name,
        "number": organisation.number,
        "place": organisation.place_id,
        "milieu": organisation.milieu,
    }
    journal.record(verb, subject=f"organisation/{organisation.pk}", by=by, at=at, content=content)
