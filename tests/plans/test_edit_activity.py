import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def edit(activity, revision=1, by=None, **fields):
    values = {"title": "Ny", "text": "", "goals": [], **fields}
    by = by or make.leader(activity.area.plan)
    commands.edit_activity(activity, by=by, at=make.AT, revision=revision, **values)


@pytest.fixture
def activity():
    return make.area(make.plan()).activities.get()


def test_its_words_and_goals_change(activity):
    edit(activity)
    assert (activity.title, activity.goals.count()) == ("Ny", 0)


def test_two_at_once_lose_nothing(activity):
    edit(activity, title="Den ene")
    with pytest.raises(Outdated):
        edit(activity, title="Den andre")


def test_advisers_change_nothing(activity):
    with pytest.raises(Refused):
        edit(activity, by=make.member(activity.area.plan, RoleKind.COUNTY_ADVISER))
