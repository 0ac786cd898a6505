"""Ending parts in a process."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import end_role, give_role
from tests import make

pytestmark = pytest.mark.django_db


def test_an_ended_part_stays_as_history():
    leader = make.person()
    process = make.process(by=leader)
    role = give_role(process, by=leader, at=make.AT, person=make.person(), kind=RoleKind.COMMITTEE)
    end_role(role, by=leader, at=make.AT, until=date(2027, 6, 30))
    role.refresh_from_db()
    assert role.until == date(2027, 6, 30)


def test_somebody_must_always_hold_the_pen():
    leader, successor = make.person(), make.person()
    process = make.process(by=leader)
    own = process.roles.get(kind=RoleKind.EDITOR)
    with pytest.raises(Refused, match="Name another project manager first"):
        end_role(own, by=leader, at=make.AT, until=date(2027, 6, 30))
    give_role(process, by=leader, at=make.AT, person=successor, kind=RoleKind.EDITOR)
    end_role(own, by=leader, at=make.AT, until=date(2027, 6, 30))
    own.refresh_from_db()
    assert own.until == date(2027, 6, 30)


def test_a_part_does_not_end_before_it_began():
    leader = make.person()
    process = make.process(by=leader)
    role = give_role(
        process, by=leader, at=make.AT, person=make.person(), kind="committee", since=date(2027, 3, 1)
    )
    with pytest.raises(Refused, match="ends before it begins"):
        end_role(role, by=leader, at=make.AT, until=date(2027, 2, 28))
