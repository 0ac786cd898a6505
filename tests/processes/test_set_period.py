"""Changing the dates that all is planned from."""

from datetime import date

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import change_state, finish_deadline, move_deadline, set_period
from tests import make

pytestmark = pytest.mark.django_db

DATES = {"starts_on": date(2027, 1, 11), "adopt_by": date(2027, 10, 14)}
PERIOD = (date(2028, 1, 1), date(2033, 12, 31))


@pytest.fixture
def leader():
    return make.person(name="Per")


@pytest.fixture
def process(leader):
    return make.process(by=leader)


def test_a_longer_period_moves_what_is_planned_from_its_end_and_keeps_the_history(process, leader):
    longer = (PERIOD[0], date(2035, 12, 31))
    moved = set_period(
        process, by=leader, at=make.AT, **DATES, period=longer, reason="Forlenget status",
        county_exception="Brev 12.3.2027",
    )  # fmt: skip
    deadline = process.deadlines.get(key="prepare_continuation")
    assert (moved, deadline.due_on, deadline.sequence) == (1, date(2033, 12, 31), 1)
    move = deadline.moves.get()
    assert (move.before, move.after, move.by, move.reason) == (
        date(2031, 12, 31), date(2033, 12, 31), leader, "Forlenget status",
    )  # fmt: skip
    held = [
        (row.ends_on, row.replaced_at is None, row.county_exception) for row in process.periods.order_by("pk")
    ]
    assert held == [(PERIOD[1], False, ""), (longer[1], True, "Brev 12.3.2027")]
    assert Entry.objects.last().payload.content["moved"] == 1


def test_the_same_period_is_not_written_twice(process, leader):
    set_period(process, by=leader, at=make.AT, **DATES, period=PERIOD, reason="Ingen endring")
    assert process.periods.count() == 1


def test_what_is_met_or_fixed_by_hand_stays(process, leader):
    fixed, met = process.deadlines.get(key="adopt_plan"), process.deadlines.get(key="send_case")
    move_deadline(fixed, by=leader, at=make.AT, due_on=date(2027, 10, 28), reason="Møtet er flyttet")
    finish_deadline(met, by=leader, at=make.AT)
    set_period(
        process, by=leader, at=make.AT, starts_on=date(2027, 1, 11), adopt_by=date(2027, 12, 16),
        period=PERIOD, reason="Ny møteplan",
    )  # fmt: skip
    days = dict(process.deadlines.values_list("key", "due_on"))
    assert (days["adopt_plan"], days["send_case"]) == (date(2027, 10, 28), date(2027, 9, 30))
    assert days["approve_plan"] == date(2027, 11, 15)


@pytest.mark.parametrize("state", ["withdrawn", "closed"])
def test_dates_of_a_process_that_is_over_stay(process, leader, state):
    change_state(process, by=leader, at=make.AT, state=state, reason="Ferdig.")
    with pytest.raises(Refused, match="The process is over"):
        set_period(process, by=leader, at=make.AT, **DATES, period=PERIOD)


def test_an_end_before_the_beginning_moves_nothing(process, leader):
    with pytest.raises(Refused, match="The period ends before it begins"):
        set_period(process, by=leader, at=make.AT, **DATES, period=(PERIOD[1], PERIOD[0]))
    assert process.periods.get().ends_on == PERIOD[1]
