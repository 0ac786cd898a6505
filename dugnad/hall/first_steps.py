"""What a new installation still needs, as a list an administrator can tick off from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dugnad.journal.queries import entries_of
from dugnad.people.models import Place
from dugnad.people.queries import all_roles, places_in_use

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

_DEFAULT_COLOUR = Place._meta.get_field("colour").default


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to set up: what, why, where, and whether it is done."""

    title: StrOrPromise
    text: StrOrPromise
    address: str
    label: StrOrPromise
    is_done: bool


def first_steps() -> list[Step]:
    """Give the steps of a first set-up, in their order; three queries."""
    places = list(places_in_use())
    told = entries_of(None).filter(verb__in=("place.edited", "mail.tested"))
    done = set(told.values_list("verb", flat=True))
    people = len(set(all_roles().order_by().values_list("person_id", flat=True)))
    own = _own_place(places, is_edited="place.edited" in done)
    return [*own, *_people_and_mail(people, is_tested="mail.tested" in done)]


def _own_place(places: list[Place], *, is_edited: bool) -> list[Step]:
    settle = reverse("hall:edit_place", args=[places[0].pk]) if places else reverse("hall:choose_place")
    return [
        Step(
            _("Choose your municipality"),
            _("All municipalities of Norway and Denmark are here. Several can share one installation."),
            reverse("hall:choose_place"),
            _("Choose a place"),
            bool(places),
        ),
        Step(
            _("Name, logo and colour"),
            _("They stand on every page and every paper."),
            settle,
            _("Set name, logo and colour"),
            any(place.logo or place.colour != _DEFAULT_COLOUR for place in places),
        ),
        Step(
            _("Language and contact"),
            _("The language that new processes begin in, and where residents send their questions."),
            settle,
            _("Set language and contact"),
            is_edited and any(place.contact_email or place.contact_phone for place in places),
        ),
    ]


def _people_and_mail(people: int, *, is_tested: bool) -> list[Step]:
    return [
        Step(
            _("Send a test mail"),
            _("Sign-in codes and invitations go by mail, so see that it arrives."),
            reverse("hall:show_mail"),
            _("Test the mail"),
            is_tested,
        ),
        Step(
            _("Invite the others"),
            _("A second administrator, the council secretary, the project manager."),
            reverse("hall:invite_person"),
            _("Invite someone"),
            people > 1,
        ),
        Step(
            _("Leave the demo behind"),
            _("The demo has a database of its own. Begin the real work in an empty one."),
            reverse("hall:leave_demo"),
            _("See how"),
            not settings.DEMO,
        ),
    ]
