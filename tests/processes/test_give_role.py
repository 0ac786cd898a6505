"""Giving parts in a process."""

from datetime import date

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import give_role
from dugnad.processes.rules import role_kinds
from tests import make

pytestmark = pytest.mark.django_db


def test_a_part_holds_from_its_first_day_to_its_last():
    leader, person = make.person(), make.person()
    process = make.process(by=leader)
    give_role(
        process, by=leader, at=make.AT, person=person, kind=RoleKind.CONSULTANT, is_hired=True,
        since=date(2027, 2, 1), until=date(2027, 2, 28),
    )  # fmt: skip
    found = []
    for month, day in ((1, 31), (2, 1), (2, 28), (3, 1)):
        person.__dict__.pop("known_roles", None)
        found.append(set(role_kinds(process, by=person, at=make.AT.replace(month=month, day=day))))
    assert found == [set(), {"consultant"}, {"consultant"}, set()]
    entry = Entry.objects.get(verb="role.given")
    assert (entry.payload.is_public, entry.payload.person_ids) == (False, [person.pk])


def test_nobody_has_the_same_part_twice_at_a_time_but_may_come_back():
    leader, person = make.person(), make.person()
    process = make.process(by=leader)
    part = {"by": leader, "at": make.AT, "person": person, "kind": RoleKind.STEERING_GROUP}
    give_role(process, **part, until=date(2027, 6, 30))
    with pytest.raises(Refused, match="already has that role in these days"):
        give_role(process, **part, since=date(2027, 6, 30))
    give_role(process, **part, since=date(2027, 7, 1))
    assert process.roles.filter(person=person).count() == 2


def test_a_part_does_not_end_before_it_begins():
    leader = make.person()
    days = {"since": date(2027, 3, 1), "until": date(2027, 2, 28)}
    with pytest.raises(Refused, match="ends before it begins"):
        give_role(
            make.process(by=leader), by=leader, at=make.AT, person=make.person(), kind="committee", **days
        )
