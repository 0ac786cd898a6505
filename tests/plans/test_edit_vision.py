import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_title_and_vision_are_written():
    plan = make.plan()
    commands.edit_vision(plan, by=make.leader(plan), at=make.AT, title="Ny tittel", vision="Liv", revision=1)
    assert (make.reread(plan).title, make.reread(plan).vision) == ("Ny tittel", "Liv")


def test_two_at_once_lose_nothing():
    plan = make.plan()
    by = {"by": make.leader(plan), "at": make.AT, "title": "T", "revision": 1}
    commands.edit_vision(plan, vision="Den ene", **by)
    with pytest.raises(Outdated):
        commands.edit_vision(plan, vision="Den andre", **by)
    assert make.reread(plan).vision == "Den ene"


def test_an_adopted_plan_is_closed():
    plan = make.plan()
    plan.state = "adopted"
    with pytest.raises(Refused):
        commands.edit_vision(plan, by=make.leader(plan), at=make.AT, title="T", vision="V", revision=1)
