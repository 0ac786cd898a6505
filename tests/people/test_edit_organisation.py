"""What the register says of an organisation is changed by those who keep both its places."""

import pytest
from django.test import Client

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import add_organisation, edit_organisation
from dugnad.people.models import RoleKind
from tests import make

pytestmark = pytest.mark.django_db


def _leader(*places):
    leader = make.person()
    for place in places:
        make.place_role(person=leader, kind=RoleKind.EDITOR, place=place)
    return leader


def test_a_leader_corrects_name_number_and_milieu_and_may_keep_the_number():
    fjordvik = make.place()
    leader = _leader(fjordvik)
    firm = add_organisation("Fisk", number="974760673", place=fjordvik, by=leader, at=make.AT)
    edit_organisation(
        firm,
        name="Fjordvik Fisk",
        number="974760673",
        place=fjordvik,
        milieu="founders",
        by=leader,
        at=make.AT,
    )
    firm.refresh_from_db()
    assert (firm.name, firm.number, firm.milieu) == ("Fjordvik Fisk", "974760673", "founders")


def test_moving_one_needs_a_part_in_both_places():
    here, there = make.place(), make.place(name="Havnes")
    firm = add_organisation("Fisk", place=here, by=make.administrator(), at=make.AT)
    for leader in (_leader(here), _leader(there)):
        with pytest.raises(Refused, match="Only administrators and project managers of the place"):
            edit_organisation(firm, name="Fisk", place=there, by=leader, at=make.AT)
    edit_organisation(firm, name="Fisk", place=there, by=_leader(here, there), at=make.AT)
    firm.refresh_from_db()
    assert firm.place == there


def test_the_page_begins_with_what_stands_and_saves():
    fjordvik = make.place()
    leader = _leader(fjordvik)
    firm = add_organisation("Fisk", place=fjordvik, by=leader, at=make.AT)
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(leader)
    address = f"/people/organisations/{firm.pk}/edit/"
    assert browser.get(address).context["form"]["name"].value() == "Fisk"
    assert browser.post(address, {"name": "Ny Fisk", "place": fjordvik.pk}).status_code == 302
    firm.refresh_from_db()
    assert firm.name == "Ny Fisk"
    bad = browser.post(address, {"name": "Ny Fisk", "number": "974760674", "place": fjordvik.pk})
    assert (bad.status_code, bad.context["form"]["number"].value()) == (422, "974760674")
