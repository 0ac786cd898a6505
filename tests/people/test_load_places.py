"""The municipalities of Norway and Denmark are in every database."""

from decimal import Decimal

import pytest

from dugnad.people.commands import load_places
from dugnad.people.models import Place
from dugnad.people.queries import places_found
from tests import make

pytestmark = pytest.mark.django_db


def test_every_database_holds_all_municipalities_with_county_and_middle_point():
    counted = {
        country: Place.objects.municipalities().filter(country=country).count() for country in ("no", "dk")
    }
    assert counted == {"no": 357, "dk": 99}
    dyroy = Place.objects.get(code="5528", country="no", kind="municipality")
    assert (dyroy.name, dyroy.county.name, dyroy.latitude) == ("Dyrøy", "Troms", Decimal("69.0344"))
    assert Place.objects.get(name="Samsø").language == "da"
    assert not Place.objects.filter(is_active=True).exists()


def test_loading_again_adds_only_what_is_missing_and_keeps_what_places_wrote():
    Place.objects.filter(name="Samsø").delete()
    Place.objects.filter(name="Dyrøy").update(name="Dyrøy kommune", colour="#123456")
    assert load_places(at=make.AT) == 1
    assert load_places(at=make.AT) == 0
    dyroy = Place.objects.get(code="5528", kind="municipality")
    assert (dyroy.name, dyroy.colour) == ("Dyrøy kommune", "#123456")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dyrøy", ["Dyrøy"]),
        ("5528", ["Dyrøy"]),
        ("samsø midt", ["Samsø"]),
        ("ØYER inn", ["Øyer"]),
        ("'; drop 🌲", []),
    ],
)
def test_places_are_found_by_name_number_and_county(words, found):
    assert [place.name for place in places_found(words)] == found
