"""Several municipalities as one area."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import form_area
from dugnad.people.models import Place
from tests import make

pytestmark = pytest.mark.django_db


def _municipalities(*names):
    return list(Place.objects.municipalities().filter(name__in=names))


def test_an_area_has_its_members_and_lies_midway_between_them():
    ada, members = make.administrator(), _municipalities("Dyrøy", "Sørreisa")
    area = form_area("Midt-Troms", members=members, by=ada, at=make.AT)
    assert (area.kind, area.country, area.code, area.is_active) == ("area", "no", "", True)
    assert sorted(place.name for place in area.members.all()) == ["Dyrøy", "Sørreisa"]
    latitudes = sorted(place.latitude for place in members)
    assert latitudes[0] < area.latitude < latitudes[1]


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["Dyrøy"], "An area needs at least two municipalities."),
        (["Dyrøy", "Samsø"], "All municipalities of an area lie in one country."),
    ],
)
def test_an_area_of_one_or_across_the_sea_is_refused(names, reason):
    with pytest.raises(Refused) as refused:
        form_area("X", members=_municipalities(*names), by=make.administrator(), at=make.AT)
    assert str(refused.value) == reason


def test_an_area_of_counties_is_refused():
    counties = list(Place.objects.filter(kind="county", country="no")[:2])
    with pytest.raises(Refused, match="made of municipalities only"):
        form_area("X", members=counties, by=make.administrator(), at=make.AT)


def test_only_an_administrator_forms_an_area():
    with pytest.raises(Refused, match="Only an administrator may do this"):
        form_area("X", members=_municipalities("Dyrøy", "Sørreisa"), by=make.person(), at=make.AT)
