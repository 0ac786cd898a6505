"""Taking a place out of use."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import activate_place, deactivate_place
from dugnad.people.queries import places_in_use
from tests import make

pytestmark = pytest.mark.django_db


def test_a_place_out_of_use_can_be_taken_into_use_again():
    ada, fjordvik = make.administrator(), make.place()
    deactivate_place(fjordvik, by=ada, at=make.AT)
    assert list(places_in_use()) == []
    with pytest.raises(Refused, match="This place does not use Dugnad"):
        deactivate_place(fjordvik, by=ada, at=make.AT)
    activate_place(fjordvik, by=ada, at=make.AT)
    assert list(places_in_use()) == [fjordvik]


def test_only_an_administrator_takes_a_place_out_of_use():
    with pytest.raises(Refused, match="Only an administrator may do this"):
        deactivate_place(make.place(), by=make.person(), at=make.AT)
