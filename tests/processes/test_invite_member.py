"""Giving a part to somebody by e-mail address."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import Person, RoleKind
from dugnad.processes.commands import invite_member
from tests import make

pytestmark = pytest.mark.django_db


def test_somebody_new_is_written_into_the_register_with_the_part():
    leader = make.person()
    process = make.process(by=leader, language="nn")
    role = invite_member(
        process, by=leader, at=make.AT, email="Kari@Example.org", name="Kari", kind=RoleKind.PROJECT_OWNER
    )
    assert (role.person.email, role.person.name, role.person.language) == ("kari@example.org", "Kari", "nn")


def test_somebody_known_is_found_by_their_address_whatever_its_case():
    leader, known = make.person(), make.person(email="kari@example.org", name="Kari Nordmann")
    process = make.process(by=leader)
    role = invite_member(process, by=leader, at=make.AT, email="KARI@example.org", kind="committee")
    assert role.person == known


def test_one_who_does_not_lead_writes_nobody_into_the_register():
    process, stranger = make.process(), make.person()
    with pytest.raises(Refused, match="Only the project manager"):
        invite_member(process, by=stranger, at=make.AT, email="ny@example.org", kind="committee")
    assert not Person.objects.filter(email="ny@example.org").exists()
