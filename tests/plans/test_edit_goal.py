import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal():
    return make.area(make.plan()).goals.get()


def edit(goal, facts, revision=1, by=None):
    commands.edit_goal(goal, by=by or make.leader(goal.plan), at=make.AT, revision=revision, facts=facts)


def test_its_words_and_targets_change(goal):
    edit(goal, make.goal_facts(6, targets={2030: 3}))
    assert (goal.text, [(t.year, t.value) for t in goal.targets.all()]) == ("6 nye årsverk", [(2030, 3)])


def test_two_at_once_lose_nothing(goal):
    edit(goal, make.goal_facts(6))
    with pytest.raises(Outdated):
        edit(goal, make.goal_facts(7))


def test_advisers_change_nothing(goal):
    with pytest.raises(Refused):
        edit(goal, make.goal_facts(), by=make.member(goal.plan, RoleKind.COUNTY_ADVISER))


def test_no_target_lies_after_the_due_day(goal):
    with pytest.raises(Refused):
        edit(goal, make.goal_facts(targets={2040: 1}))
