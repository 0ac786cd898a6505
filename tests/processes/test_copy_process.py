"""Copying a process."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import copy_process, give_role
from tests import make

pytestmark = pytest.mark.django_db


def test_a_copy_begins_anew_with_the_same_mandate_and_people():
    leader, owner = make.person(), make.person(name="Eva Eier")
    process = make.process(by=leader, mandate="Lag en plan.")
    give_role(process, by=leader, at=make.AT, person=owner, kind=RoleKind.PROJECT_OWNER)
    copy = copy_process(process, by=leader, at=make.AT, title="Ny plan", starts_on=date(2028, 2, 29))
    assert (copy.mandate, copy.copied_from, copy.published_at) == ("Lag en plan.", process, None)
    assert {(role.kind, role.person) for role in copy.roles.all()} == {
        (RoleKind.EDITOR, leader), (RoleKind.PROJECT_OWNER, owner),
    }  # fmt: skip
    assert copy.phases.get(key="start").planned_start == date(2028, 2, 29)
    assert copy.phases.get(key="start").state == "open"
    assert copy.decisions.count() == 0


def test_whoever_makes_the_copy_leads_it():
    administrator, process = make.administrator(), make.process()
    copy = copy_process(process, by=administrator, at=make.AT, title="Kopi", starts_on=date(2027, 5, 1))
    assert copy.roles.filter(person=administrator, kind=RoleKind.EDITOR).count() == 1


def test_one_who_may_not_start_a_process_there_may_not_copy_one():
    process, stranger = make.process(), make.person()
    with pytest.raises(Refused, match="not published, and you have no part"):
        copy_process(process, by=stranger, at=make.AT, title="Kopi", starts_on=date(2027, 5, 1))
