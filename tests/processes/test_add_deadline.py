"""Deadlines of one's own."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import add_deadline, set_period
from tests import make

pytestmark = pytest.mark.django_db


def test_an_added_deadline_stays_where_it_was_put():
    leader = make.person()
    process = make.process(by=leader)
    deadline = add_deadline(process, by=leader, at=make.AT, title="Bestille buss", due_on=date(2027, 3, 1))
    set_period(
        process,
        by=leader,
        at=make.AT,
        starts_on=date(2027, 2, 1),
        adopt_by=None,
        period=None,
        reason="Utsatt",
    )
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.is_fixed) == (date(2027, 3, 1), True)


def test_only_those_who_lead_add_them():
    with pytest.raises(Refused, match="Only the project manager"):
        add_deadline(make.process(), by=make.person(), at=make.AT, title="X", due_on=date(2027, 3, 1))
