"""Erasing a person: what identifies goes, the chain stays whole."""

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client

from dugnad.journal.models import Payload
from dugnad.journal.queries import verify_chains
from dugnad.kit.verdicts import Refused
from dugnad.people.commands import edit_profile, erase_person, invite_person
from dugnad.people.models import Organisation, RoleKind
from tests import make

pytestmark = pytest.mark.django_db
AT = make.AT


def _story():
    ada, fjordvik = make.administrator(), make.place()
    role = invite_person(
        fjordvik, email="kari@fjordvik.example", name="Kari Nordmann", kind=RoleKind.EDITOR, by=ada, at=AT
    )
    kari = role.person
    kari.organisation = Organisation.objects.create(name="Fjordvik Fisk")
    kari.save()
    written = {"name": "Kari N.", "phone": "+47 77 00 00 00", "language": "nn"}
    edit_profile(kari, **written, wants_mail=True, wants_digest=False, by=kari, at=AT)
    return ada, kari, role


def test_an_erased_person_is_nameless_signed_out_and_the_chain_is_not_altered():
    _ada, kari, role = _story()
    assert EmailAddress.objects.filter(user=kari).count() == 1
    browser = Client()
    browser.force_login(kari)

    erase_person(kari, by=kari, at=AT)

    kari.refresh_from_db()
    role.refresh_from_db()
    assert (kari.name, kari.email) == ("Erased person", f"erased-{kari.pk}@erased.invalid")
    assert (kari.phone, kari.organisation, kari.is_active, kari.erased_at) == ("", None, False, AT)
    assert role.until == date(2027, 1, 11)
    assert not EmailAddress.objects.exists()
    assert not Session.objects.exists()
    assert "kari" not in repr(list(Payload.objects.values_list("content", flat=True))).lower()
    assert {fault.kind for fault in verify_chains()} == {"erased"}


def test_an_administrator_erases_someone_who_asks():
    ada, kari, _role = _story()
    erase_person(kari, by=ada, at=AT)
    kari.refresh_from_db()
    assert kari.erased_at == AT


def test_nobody_else_erases_a_person():
    _ada, kari, _role = _story()
    with pytest.raises(Refused, match="Only the person themself or an administrator may do this"):
        erase_person(kari, by=make.person(), at=AT)


def test_the_last_administrator_is_not_erased_and_is_told_why():
    ada = make.administrator()
    with pytest.raises(Refused) as refused:
        erase_person(ada, by=ada, at=AT)
    assert str(refused.value) == "This is the last administrator. Appoint another one first."


def test_erasing_twice_is_refused():
    ada, kari, _role = _story()
    erase_person(kari, by=ada, at=AT)
    with pytest.raises(Refused, match="data have been erased"):
        erase_person(kari, by=ada, at=AT)


def test_a_sign_in_under_way_ends_too():
    kari = make.person(email="kari@fjordvik.example")
    browser = Client()
    browser.post("/account/login/code/", {"email": kari.email})
    assert Session.objects.count() == 1
    erase_person(kari, by=kari, at=AT)
    assert not Session.objects.exists()


def test_a_role_that_has_not_begun_never_begins_and_none_ends_before_its_first_day():
    ada, kari, role = _story()
    make.place_role(person=kari, kind=RoleKind.ORGANISER, place=role.place, since=date(2027, 6, 1))
    starts_today = make.place_role(person=kari, kind=RoleKind.ORGANISER, since=AT.date())
    erase_person(kari, by=ada, at=AT)
    spans = set(kari.place_roles.values_list("pk", "since", "until"))
    assert spans == {(role.pk, None, AT.date()), (starts_today.pk, AT.date(), AT.date())}
