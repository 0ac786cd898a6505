from __future__ import annotations

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import tick_communication
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
TODAY = make.AT.date()


def test_its_owner_ticks_an_activity_off_with_what_came_of_it():
    process = ground.process()
    owner = ground.inside(process, kind="project_group")
    row = ground.activity(process, owner=owner)
    tick_communication(row, by=owner, at=make.AT, done_on=TODAY, result="60 kom")
    assert (row.done_on, row.result) == (TODAY, "60 kom")


def test_others_do_not_and_nothing_is_done_on_a_day_ahead():
    process = ground.process()
    row = ground.activity(process)
    with pytest.raises(Refused, match="Only its owner and those who write tick it off"):
        tick_communication(row, by=ground.inside(process), at=make.AT, done_on=TODAY)
    with pytest.raises(Refused, match="It cannot be done on a day that lies ahead"):
        tick_communication(row, by=ground.by(process), at=make.AT, done_on=date(2027, 1, 12))
    assert row.done_on is None
