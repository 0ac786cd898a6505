import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def measure():
    return make.finished_plan().action_plans.get().measures.get()


def edit(measure, by=None, revision=1):
    facts = commands.MeasureFacts(area=measure.area, title="Nytt", amount=5)
    commands.edit_measure(
        measure, by=by or make.leader(measure.action_plan.plan), at=make.AT, revision=revision, facts=facts
    )


def test_it_changes(measure):
    edit(measure)
    assert (measure.title, measure.amount) == ("Nytt", 5)


def test_two_at_once_lose_nothing(measure):
    edit(measure)
    with pytest.raises(Outdated):
        edit(measure)


def test_advisers_change_nothing(measure):
    with pytest.raises(Refused):
        edit(measure, by=make.member(measure.action_plan.plan, RoleKind.COUNTY_ADVISER))
