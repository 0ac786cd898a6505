import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_what_was_taken_out_comes_back_with_its_goals():
    plan = make.plan()
    area = make.area(plan)
    commands.remove_area(area, by=make.leader(plan), at=make.AT, revision=area.revision)
    commands.restore_area(area, by=make.leader(plan), at=make.AT)
    assert (area.removed_at, area.goals.count()) == (None, 1)


def test_an_adopted_plan_is_closed():
    plan = make.plan()
    area = make.area(plan)
    area.plan.state = "adopted"
    with pytest.raises(Refused):
        commands.restore_area(area, by=make.leader(plan), at=make.AT)
