"""Moving a deadline by hand."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import add_deadline, finish_deadline, move_deadline
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return make.person(name="Per")


@pytest.fixture
def deadline(leader):
    return make.process(by=leader).deadlines.get(key="send_case")


def test_its_history_tells_from_where_to_where_and_why(deadline, leader):
    move_deadline(deadline, by=leader, at=make.AT, due_on=date(2027, 9, 23), reason="Ny frist")
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.is_fixed, deadline.sequence) == (date(2027, 9, 23), True, 1)
    move = deadline.moves.get()
    assert (move.before, move.after, move.reason) == (date(2027, 9, 30), date(2027, 9, 23), "Ny frist")


def test_its_owner_may_move_it_and_others_not(leader):
    process, owner = make.process(by=leader), make.person()
    own = add_deadline(process, by=leader, at=make.AT, title="Buss", due_on=date(2027, 3, 1), owner=owner)
    move_deadline(own, by=owner, at=make.AT, due_on=date(2027, 3, 8), reason="Fullt")
    with pytest.raises(Refused, match="Only its owner or those who lead"):
        move_deadline(own, by=make.person(), at=make.AT, due_on=date(2027, 3, 9), reason="Fullt")


def test_a_reason_is_written(deadline, leader):
    with pytest.raises(Refused, match="Write why the deadline is moved"):
        move_deadline(deadline, by=leader, at=make.AT, due_on=date(2027, 9, 23), reason="")


def test_what_has_been_met_stays(deadline, leader):
    finish_deadline(deadline, by=leader, at=make.AT)
    with pytest.raises(Refused, match="has been met"):
        move_deadline(deadline, by=leader, at=make.AT, due_on=date(2027, 9, 23), reason="For sent")
