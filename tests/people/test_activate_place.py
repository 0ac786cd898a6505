"""Taking a place into use."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import activate_place
from dugnad.people.models import Place, RoleKind
from dugnad.people.queries import places_in_use
from tests import make

pytestmark = pytest.mark.django_db


def test_a_municipality_is_taken_into_use():
    dyroy = Place.objects.get(name="Dyrøy")
    activate_place(dyroy, by=make.administrator(), at=make.AT)
    assert list(places_in_use()) == [dyroy]


def test_a_place_is_not_taken_into_use_twice_and_a_county_never():
    ada, dyroy = make.administrator(), Place.objects.get(name="Dyrøy")
    activate_place(dyroy, by=ada, at=make.AT)
    with pytest.raises(Refused, match="This place already uses Dugnad"):
        activate_place(dyroy, by=ada, at=make.AT)
    with pytest.raises(Refused, match="Choose a municipality"):
        activate_place(Place.objects.get(name="Troms", kind="county"), by=ada, at=make.AT)


def test_an_administrator_of_one_place_takes_no_other_into_use():
    lars = make.person()
    make.place_role(person=lars, kind=RoleKind.ADMINISTRATOR, place=make.place())
    with pytest.raises(Refused, match="Only an administrator may do this"):
        activate_place(Place.objects.get(name="Dyrøy"), by=lars, at=make.AT)
