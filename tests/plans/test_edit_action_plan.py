import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return make.finished_plan().action_plans.get()


def edit(year, by=None, revision=None):
    by = by or make.leader(year.plan)
    commands.edit_action_plan(
        year, by=by, at=make.AT, revision=revision or year.revision, intro="Ny", communication="Ny"
    )


def test_intro_and_communication_are_written(year):
    edit(year)
    assert (year.intro, year.communication) == ("Ny", "Ny")


def test_two_at_once_lose_nothing(year):
    seen = year.revision
    edit(year)
    with pytest.raises(Outdated):
        edit(year, revision=seen)


def test_advisers_write_nothing(year):
    with pytest.raises(Refused):
        edit(year, by=make.member(year.plan, RoleKind.COUNTY_ADVISER))
