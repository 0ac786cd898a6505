"""Ticking deadlines off."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import finish_deadline
from tests import make

pytestmark = pytest.mark.django_db


def test_whoever_has_the_part_it_is_meant_for_ticks_it_off_once():
    process, secretary = make.process(), make.person()
    make.place_role(person=secretary, kind=RoleKind.COUNCIL_SECRETARY, place=process.place)
    deadline = process.deadlines.get(key="adopt_plan")
    finish_deadline(deadline, by=secretary, at=make.AT)
    deadline.refresh_from_db()
    assert deadline.done_at == make.AT
    with pytest.raises(Refused, match="already ticked off"):
        finish_deadline(deadline, by=secretary, at=make.AT)


def test_another_part_does_not():
    process, secretary = make.process(), make.person()
    make.place_role(person=secretary, kind=RoleKind.COUNCIL_SECRETARY, place=process.place)
    with pytest.raises(Refused, match="Only its owner or those who lead"):
        finish_deadline(process.deadlines.get(key="send_case"), by=secretary, at=make.AT)
