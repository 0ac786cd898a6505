"""Taking up work that is under way."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import decide_start, enter_midway, give_role
from dugnad.processes.rules import DecisionFacts
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return make.person(name="Per")


@pytest.fixture
def process(leader):
    made = make.process(by=leader, mandate="Lag en plan.")
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(made, by=leader, at=make.AT, person=make.person(), kind=kind)
    return made


def test_earlier_phases_are_over_but_their_decisions_wait_to_be_recorded_in_retrospect(process, leader):
    enter_midway(process, by=leader, at=make.AT, phase="drafting", reason="Sak 26/118.")
    states = dict(process.phases.values_list("key", "state"))
    assert (states["start"], states["gatherings"], states["drafting"]) == ("done", "done", "open")
    gate = process.gates.get(key="start_decision")
    assert gate.state == "closed"
    facts = DecisionFacts(
        decided_on=date(2026, 6, 18), result="adopted", case_number="26/118", in_retrospect=True
    )
    decision = decide_start(gate, by=leader, at=make.AT, facts=facts)
    gate.refresh_from_db()
    assert (gate.state, decision.in_retrospect) == ("passed", True)
    assert dict(process.phases.values_list("key", "state")) == states


def test_it_says_how_far_the_work_had_come(process, leader):
    with pytest.raises(Refused, match="Write how far the work had come"):
        enter_midway(process, by=leader, at=make.AT, phase="drafting", reason="  ")


def test_a_path_that_has_been_walked_is_not_entered_again(process, leader):
    enter_midway(process, by=leader, at=make.AT, phase="gatherings", reason="Sak 26/118.")
    with pytest.raises(Refused, match="The path has already been walked"):
        enter_midway(process, by=leader, at=make.AT, phase="council", reason="Sak 26/118.")
