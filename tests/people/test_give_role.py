"""Giving a role in a place, from one day to another."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.commands import give_role
from dugnad.people.models import PlaceRole, RoleKind
from tests import make

pytestmark = pytest.mark.django_db
AT = make.AT


def test_a_role_holds_from_its_first_day_to_its_last():
    ada, fjordvik, kari = make.administrator(), make.place(), make.person()
    since, until = date(2027, 2, 1), date(2027, 2, 28)
    role = give_role(kari, place=fjordvik, kind=RoleKind.EDITOR, since=since, until=until, by=ada, at=AT)
    days = [date(2027, 1, 31), since, until, date(2027, 3, 1)]
    assert [PlaceRole.objects.on(day).filter(pk=role.pk).exists() for day in days] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("since", "until", "reason"),
    [(date(2027, 3, 1), date(2027, 2, 28), "The last day is before the first day.")],
)
def test_an_end_before_the_beginning_is_refused(since, until, reason):
    ada, kari = make.administrator(), make.person()
    with pytest.raises(Refused) as refused:
        give_role(kari, place=None, kind=RoleKind.EDITOR, since=since, until=until, by=ada, at=AT)
    assert str(refused.value) == reason


def test_a_role_that_is_held_is_not_given_twice():
    ada, fjordvik, kari = make.administrator(), make.place(), make.person()
    give_role(kari, place=fjordvik, kind=RoleKind.EDITOR, by=ada, at=AT)
    with pytest.raises(Refused, match="This person already has the role"):
        give_role(kari, place=fjordvik, kind=RoleKind.EDITOR, by=ada, at=AT)


def test_who_is_erased_gets_no_role():
    ada, gone = make.administrator(), make.person(erased_at=AT)
    with pytest.raises(Refused, match="data have been erased"):
        give_role(gone, place=None, kind=RoleKind.EDITOR, by=ada, at=AT)


def test_an_administrator_whose_time_is_over_gives_no_roles():
    former, kari = make.person(), make.person()
    make.place_role(person=former, kind=RoleKind.ADMINISTRATOR, until=date(2027, 1, 10))
    with pytest.raises(Refused, match="Only an administrator may do this"):
        give_role(kari, place=None, kind=RoleKind.EDITOR, by=former, at=AT)
