"""Who may do what with people and places, and the sentence that says why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.colours import is_colour
from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import Organisation, Place, PlaceRole, RoleKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Consent, Person

NEEDS_ADMINISTRATOR = _("Only an administrator may do this.")
NEEDS_KEEPER = _("Only administrators and project managers of the place keep its organisations.")
ORGANISATION_KEEPERS = (RoleKind.ADMINISTRATOR, RoleKind.EDITOR)
_WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2, 1)  # Brønnøysundregistrene: modulus 11, the check digit itself last


def has_place_role(place: Place | None, *, by: Person | None, at: datetime, kinds: tuple[str, ...]) -> bool:
    """Tell whether the person holds one of these roles in the place, or in the whole installation, today."""
    if by is None or not by.is_active:
        return False
    roles = PlaceRole.objects.filter(person=by, kind__in=kinds).on(timezone.localdate(at))
    places = {None} if place is None else {None, place.pk}
    return any(role.place_id in places for role in roles)


def may_administer(place: Place | None, *, by: Person | None, at: datetime) -> Verdict:
    """Administrators of the installation look after everything, a place's own after that place."""
    if has_place_role(place, by=by, at=at, kinds=(RoleKind.ADMINISTRATOR,)):
        return ALLOWED
    return refuse(NEEDS_ADMINISTRATOR)


def may_see_administration(*, by: Person | None, at: datetime) -> Verdict:
    """Whoever administers the installation or some place may see what there is to administer."""
    if by is not None and by.is_active:
        roles = PlaceRole.objects.filter(person=by, kind=RoleKind.ADMINISTRATOR)
        if roles.on(timezone.localdate(at)).exists():
            return ALLOWED
    return refuse(NEEDS_ADMINISTRATOR)


def may_invite_person(place: Place | None, *, by: Person | None, at: datetime) -> Verdict:
    """Administrators invite to a place; a process's own roles are asked for in that process."""
    return may_administer(place, by=by, at=at)


def may_give_role(
    place: Place | None,
    *,
    by: Person | None,
    at: datetime,
    person: Person,
    kind: str,
    since: date | None,
    until: date | None,
) -> Verdict:
    """Give a role to someone who is still here and lacks it, with an end not before its beginning."""
    verdict = first_refusal(
        [may_administer(place, by=by, at=at), check_still_here(person), check_span(since, until)]
    )
    held = PlaceRole.objects.filter(person=person, place=place, kind=kind, until=None)
    if verdict and held.exists():
        return refuse(_("This person already has the role."))
    return verdict


def may_end_role(role: PlaceRole, *, by: Person | None, at: datetime, until: date) -> Verdict:
    """End a role on a day not before it began; somebody must still administer the installation after it."""
    return first_refusal(
        [
            may_administer(role.place, by=by, at=at),
            check_span(role.since, until),
            check_someone_administers(role.person, at=at)
            if role.kind == RoleKind.ADMINISTRATOR and role.place_id is None
            else ALLOWED,
        ]
    )


def may_edit_profile(person: Person, *, by: Person | None, at: datetime) -> Verdict:
    """People write their own name and preferences; an administrator may help them."""
    return _own_or_administrator(person, by=by, at=at)


def may_set_affiliation(person: Person, *, by: Person | None, at: datetime) -> Verdict:
    """People say themselves which milieu and organisation they belong to; an administrator may help them."""
    return first_refusal([_own_or_administrator(person, by=by, at=at), check_still_here(person)])


def may_give_consent(person: Person, *, by: Person | None) -> Verdict:
    """Nobody consents on another's behalf (GDPR art. 4 (11))."""
    if by is not None and by.pk == person.pk:
        return ALLOWED
    return refuse(_("Consent can only be given by the person it concerns."))


def may_withdraw_consent(consent: Consent, *, by: Person | None) -> Verdict:
    """Who gave a consent may withdraw it at any time (GDPR art. 7 (3))."""
    if by is None or by.pk != consent.person_id:
        return refuse(_("Consent can only be withdrawn by the person who gave it."))
    if consent.withdrawn_at:
        return refuse(_("This consent has already been withdrawn."))
    return ALLOWED


def may_export_person(person: Person, *, by: Person | None, at: datetime) -> Verdict:
    """What is stored about a person is theirs to see (GDPR art. 15); an administrator may answer for them."""
    return _own_or_administrator(person, by=by, at=at)


def may_erase_person(person: Person, *, by: Person | None, at: datetime) -> Verdict:
    """Erase oneself, or someone who asked an administrator for it (GDPR art. 17)."""
    return first_refusal(
        [
            _own_or_administrator(person, by=by, at=at),
            check_still_here(person),
            check_someone_administers(person, at=at),
        ]
    )


def may_activate_place(place: Place, *, by: Person | None, at: datetime) -> Verdict:
    """Only those who look after the whole installation take a place into use."""
    if not (verdict := may_administer(None, by=by, at=at)):
        return verdict
    if place.kind == Place.Kind.COUNTY:
        return refuse(_("Choose a municipality, or an area of several municipalities."))
    return refuse(_("This place already uses Dugnad.")) if place.is_active else ALLOWED


def may_deactivate_place(place: Place, *, by: Person | None, at: datetime) -> Verdict:
    """Take a place out of use again; nothing of what it has made is lost."""
    if not (verdict := may_administer(None, by=by, at=at)):
        return verdict
    return ALLOWED if place.is_active else refuse(_("This place does not use Dugnad."))


def may_edit_place(place: Place, *, by: Person | None, at: datetime) -> Verdict:
    """An administrator sets how a place looks and where people write to it."""
    return may_administer(place, by=by, at=at)


def may_form_area(members: list[Place], *, by: Person | None, at: datetime) -> Verdict:
    """An area has at least two municipalities of one country."""
    if not (verdict := may_administer(None, by=by, at=at)):
        return verdict
    if len({place.pk for place in members}) < 2:
        return refuse(_("An area needs at least two municipalities."))
    if any(place.kind != Place.Kind.MUNICIPALITY for place in members):
        return refuse(_("An area is made of municipalities only."))
    if len({place.country for place in members}) > 1:
        return refuse(_("All municipalities of an area lie in one country."))
    return ALLOWED


def may_see_organisations(*, by: Person | None, at: datetime) -> Verdict:
    """The register of organisations is for those who keep it: administrators and project managers."""
    if by is not None and by.is_active:
        roles = PlaceRole.objects.filter(person=by, kind__in=ORGANISATION_KEEPERS)
        if roles.on(timezone.localdate(at)).exists():
            return ALLOWED
    return refuse(NEEDS_KEEPER)


def may_add_organisation(
    place: Place | None,
    *,
    by: Person | None,
    at: datetime,
    number: str = "",
    known: Organisation | None = None,
) -> Verdict:
    """Administrators and project managers of the place write organisations into the register, each once.

    `known` is the organisation whose facts are edited; its own number may stay.
    """
    allowed = has_place_role(place, by=by, at=at, kinds=ORGANISATION_KEEPERS)
    return first_refusal(
        [
            ALLOWED if allowed else refuse(NEEDS_KEEPER),
            check_organisation_number(number),
            _check_number_free(number, known=known),
        ]
    )


def may_edit_organisation(
    organisation: Organisation,
    *,
    by: Person | None,
    at: datetime,
    place: Place | None = None,
    number: str = "",
) -> Verdict:
    """Whoever keeps the place it stands under, and the place it is moved to, edits an organisation."""
    stands = has_place_role(organisation.place, by=by, at=at, kinds=ORGANISATION_KEEPERS)
    moved = may_add_organisation(place, by=by, at=at, number=number, known=organisation)
    return first_refusal([ALLOWED if stands else refuse(NEEDS_KEEPER), moved])


def bare_number(number: str) -> str:
    """Take away the spaces, points and lines that people write into organisation numbers."""
    return "".join(sign for sign in number if sign not in " .-\u00a0\u202f")


def check_organisation_number(number: str) -> Verdict:
    """A Norwegian number has nine digits, the last a check digit by modulus 11; a Danish CVR number eight."""
    if not number or (number.isascii() and number.isdigit() and len(number) == 8):
        return ALLOWED
    if not (number.isascii() and number.isdigit() and len(number) == 9):
        return refuse(_("An organisation number has nine digits in Norway, eight in Denmark (CVR)."))
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=True))
    return refuse(_("This is no organisation number: look for a mistyped digit.")) if total % 11 else ALLOWED


def _check_number_free(number: str, *, known: Organisation | None) -> Verdict:
    others = Organisation.objects.exclude(pk=known.pk) if known else Organisation.objects.all()
    other = others.filter(number=number).first() if number else None
    if other is None:
        return ALLOWED
    return refuse(format_lazy(_("{name} has this number already."), name=other.name))


def check_span(since: date | None, until: date | None) -> Verdict:
    """Refuse an end before the beginning."""
    if since and until and until < since:
        return refuse(_("The last day is before the first day."))
    return ALLOWED


def check_still_here(person: Person) -> Verdict:
    """Refuse what concerns somebody whose data are erased."""
    return refuse(_("This person's data have been erased.")) if person.erased_at else ALLOWED


def check_someone_administers(person: Person, *, at: datetime) -> Verdict:
    """Refuse to lose the last one who can administer the installation."""
    day = timezone.localdate(at)
    roles = PlaceRole.objects.filter(kind=RoleKind.ADMINISTRATOR, place=None, person__is_active=True).on(day)
    administrators = set(roles.values_list("person_id", flat=True))
    if administrators == {person.pk}:
        return refuse(_("This is the last administrator. Appoint another one first."))
    return ALLOWED


def check_colour(colour: str) -> Verdict:
    """Refuse what is not a colour written like `#1b5e7d`."""
    if is_colour(colour):
        return ALLOWED
    return refuse(_("Write the colour as # and six digits or letters a to f, for example #1b5e7d."))


def _own_or_administrator(person: Person, *, by: Person | None, at: datetime) -> Verdict:
    if by is not None and by.is_active and by.pk == person.pk:
        return ALLOWED
    if may_administer(None, by=by, at=at):
        return ALLOWED
    return refuse(_("Only the person themself or an administrator may do this."))
