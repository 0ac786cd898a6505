"""Which milieu and organisation a person belongs to."""

import pytest
from django.test import Client

from dugnad.hall.erasure import erase_everywhere, everything_about
from dugnad.kit.verdicts import Refused
from dugnad.people.commands import add_organisation, set_affiliation
from dugnad.people.models import RoleKind
from tests import make

pytestmark = pytest.mark.django_db


def _browser(person):
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(person)
    return browser


def _firm():
    return add_organisation("Fjordvik Fisk", by=make.administrator(), at=make.AT)


def test_people_say_where_they_belong_and_take_it_back():
    kari, firm = make.person(), _firm()
    set_affiliation(kari, milieu="founders", organisation=firm, by=kari, at=make.AT)
    kari.refresh_from_db()
    assert (kari.milieu, kari.organisation) == ("founders", firm)
    data = everything_about(kari, by=kari, at=make.AT)["person"]
    assert (data["milieu"], data["organisation"]) == ("founders", "Fjordvik Fisk")
    set_affiliation(kari, milieu="", organisation=None, by=kari, at=make.AT)
    kari.refresh_from_db()
    assert (kari.milieu, kari.organisation) == ("", None)


def test_an_administrator_says_it_for_them_and_others_do_not():
    kari = make.person()
    place_administrator = make.person()
    make.place_role(person=place_administrator, kind=RoleKind.ADMINISTRATOR, place=make.place())
    for someone in (make.person(), place_administrator, None):
        with pytest.raises(Refused, match="Only the person themself or an administrator"):
            set_affiliation(kari, milieu="founders", organisation=None, by=someone, at=make.AT)
    set_affiliation(kari, milieu="founders", organisation=None, by=make.administrator(), at=make.AT)
    kari.refresh_from_db()
    assert kari.milieu == "founders"


def test_nothing_is_written_about_somebody_erased():
    kari, ada = make.person(), make.administrator()
    erase_everywhere(kari, by=ada, at=make.AT)
    with pytest.raises(Refused, match="data have been erased"):
        set_affiliation(kari, milieu="founders", organisation=None, by=ada, at=make.AT)


def test_my_page_and_the_administrators_lead_to_the_same_form():
    kari, ada, firm = make.person(), make.administrator(), _firm()
    browser = _browser(kari)
    assert "/me/affiliation/" in browser.get("/me/").content.decode()
    typed = {"milieu": "founders", "organisation": firm.pk}
    assert browser.post("/me/affiliation/", typed)["Location"] == "/me/"
    assert "Fjordvik Fisk" in browser.get("/me/").content.decode()
    address = f"/administration/people/{kari.pk}/affiliation/"
    assert browser.get(address).status_code == 403
    assert _browser(ada).get(address).context["form"]["milieu"].value() == "founders"
    _browser(ada).post(address, {"milieu": "voluntary", "organisation": ""})
    kari.refresh_from_db()
    assert (kari.milieu, kari.organisation) == ("voluntary", None)


def test_what_is_no_milieu_is_said_at_its_field():
    answer = _browser(make.person()).post("/me/affiliation/", {"milieu": "x", "organisation": "999"})
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["milieu", "organisation"])


def test_those_with_a_part_see_it_beside_the_name_and_the_public_does_not():
    process = make.process()
    member = make.member(process, RoleKind.STEERING_GROUP, name="Siri Styre")
    set_affiliation(member, milieu="founders", organisation=_firm(), by=member, at=make.AT)
    type(process).objects.filter(pk=process.pk).update(published_at=make.AT)
    address = f"/processes/{process.pk}/people/"
    inside = _browser(member).get(address).content.decode()
    outside = Client(HTTP_ACCEPT_LANGUAGE="en").get(address).content.decode()
    seen = [(word in inside, word in outside) for word in ("Siri Styre", "Fjordvik Fisk", "Founders")]
    assert seen == [(True, True), (True, False), (True, False)]
