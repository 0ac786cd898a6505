import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def edit(area, by=None, revision=None, **fields):
    values = {"title": "Nytt", "text": "Ny", "answers": [], "frames": {}, **fields}
    commands.edit_area(
        area, by=by or make.leader(area.plan), at=make.AT, revision=revision or area.revision, **values
    )


def test_words_answers_and_money_change_together():
    plan = make.plan()
    area = make.area(plan, answers=make.premises(plan.process))
    edit(area, frames={2030: 7})
    assert (area.title, area.answers.count(), [f.year for f in area.frames.all()]) == ("Nytt", 0, [2030])


def test_two_at_once_lose_nothing():
    area = make.area(make.plan())
    seen = area.revision
    edit(area, title="Den ene")
    with pytest.raises(Outdated):
        edit(area, title="Den andre", revision=seen)


def test_advisers_change_nothing():
    area = make.area(make.plan())
    with pytest.raises(Refused):
        edit(area, by=make.member(area.plan, RoleKind.COUNTY_ADVISER))
