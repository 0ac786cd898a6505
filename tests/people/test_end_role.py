"""Ending a role: it stays as history."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import end_role
from dugnad.people.models import RoleKind
from tests import make

pytestmark = pytest.mark.django_db
AT = make.AT
TODAY = date(2027, 1, 11)


def test_a_role_ends_on_a_day_and_stays_in_the_register():
    ada, fjordvik = make.administrator(), make.place()
    role = make.place_role(person=make.person(), kind=RoleKind.EDITOR, place=fjordvik)
    end_role(role, until=TODAY, by=ada, at=AT)
    role.refresh_from_db()
    assert role.until == TODAY


def test_the_last_administrator_keeps_the_role_until_another_is_appointed():
    ada = make.administrator()
    role = ada.place_roles.get()
    with pytest.raises(Refused) as refused:
        end_role(role, until=TODAY, by=ada, at=AT)
    assert str(refused.value) == "This is the last administrator. Appoint another one first."
    make.administrator()
    end_role(role, until=TODAY, by=ada, at=AT)


def test_an_administrator_who_was_erased_does_not_count_as_another_one():
    ada = make.administrator()
    make.administrator(is_active=False, erased_at=AT)
    with pytest.raises(Refused, match="last administrator"):
        end_role(ada.place_roles.get(), until=TODAY, by=ada, at=AT)


def test_a_role_does_not_end_before_it_began():
    ada = make.administrator()
    role = make.place_role(
        person=make.person(), kind=RoleKind.EDITOR, place=make.place(), since=date(2027, 1, 12)
    )
    with pytest.raises(Refused, match="The last day is before the first day"):
        end_role(role, until=TODAY, by=ada, at=AT)


def test_only_an_administrator_ends_roles():
    role = make.place_role(person=make.person(), kind=RoleKind.EDITOR, place=make.place())
    with pytest.raises(Refused, match="Only an administrator may do this"):
        end_role(role, until=TODAY, by=role.person, at=AT)
