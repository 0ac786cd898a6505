"""Inviting someone: into the register, with a role, and told by mail."""

import pytest
from django.core import mail

from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.people.commands import invite_person
from dugnad.people.models import Person, RoleKind
from dugnad.people.notices import send_invitation
from tests import make

pytestmark = pytest.mark.django_db
AT = make.AT


def test_an_administrator_invites_someone_who_gets_a_role_and_a_mail_in_their_language():
    ada, fjordvik = make.administrator(), make.place()
    role = invite_person(
        fjordvik,
        email="Siri@Fjordvik.example",
        name="Siri Sekretær",
        language="da",
        kind=RoleKind.COUNCIL_SECRETARY,
        by=ada,
        at=AT,
    )
    assert (role.person.email, role.person.name) == ("siri@fjordvik.example", "Siri Sekretær")
    assert not role.person.has_usable_password()
    assert [entry.verb for entry in entries_of(None)][:2] == ["role.given", "person.enrolled"]

    assert send_invitation(role, by=ada) == ""
    [letter] = mail.outbox
    assert letter.to == ["siri@fjordvik.example"]
    assert letter.subject == "Invitation til at deltage i Fjordvik"
    assert letter.extra_headers == {"Auto-Submitted": "auto-generated"}
    assert "/account/login/code/" in letter.body
    assert "Ada Administrator" in letter.alternatives[0].content


def test_an_address_in_other_case_is_the_same_person_who_gets_one_more_role():
    ada, fjordvik = make.administrator(), make.place()
    siri = make.person(email="siri@fjordvik.example", name="Siri")
    role = invite_person(fjordvik, email="SIRI@Fjordvik.Example", kind=RoleKind.COUNTY_ADVISER, by=ada, at=AT)
    assert role.person == siri
    assert Person.objects.filter(email__iexact="siri@fjordvik.example").count() == 1


def test_a_name_over_several_lines_is_kept_on_one_so_that_no_mail_header_can_be_made_of_it():
    ada = make.administrator()
    role = invite_person(
        None,
        email="x@fjordvik.example",
        name="Kari\r\nBcc: alle@fjordvik.example",
        kind=RoleKind.ADMINISTRATOR,
        by=ada,
        at=AT,
    )
    assert role.person.name == "Kari Bcc: alle@fjordvik.example"


@pytest.mark.parametrize("kind", [RoleKind.EDITOR, RoleKind.COUNCIL_SECRETARY, RoleKind.COUNTY_ADVISER])
def test_only_an_administrator_invites_to_a_place(kind):
    fjordvik, someone = make.place(), make.person()
    make.place_role(person=someone, kind=kind, place=fjordvik)
    with pytest.raises(Refused, match="Only an administrator may do this"):
        invite_person(fjordvik, email="x@y.example", kind=RoleKind.EDITOR, by=someone, at=AT)
    assert not Person.objects.filter(email="x@y.example").exists()


def test_an_administrator_of_one_place_does_not_invite_to_another():
    fjordvik, other, lars = make.place(), make.place(name="Vestbygd"), make.person()
    make.place_role(person=lars, kind=RoleKind.ADMINISTRATOR, place=fjordvik)
    assert (
        invite_person(fjordvik, email="a@b.example", kind=RoleKind.EDITOR, by=lars, at=AT).place == fjordvik
    )
    with pytest.raises(Refused, match="Only an administrator may do this"):
        invite_person(other, email="a@b.example", kind=RoleKind.EDITOR, by=lars, at=AT)
