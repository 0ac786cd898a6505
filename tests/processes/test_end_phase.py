"""Ending a phase."""

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import end_phase, enter_midway
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader():
    return make.person(name="Per")


@pytest.fixture
def process(leader):
    made = make.process(by=leader)
    enter_midway(made, by=leader, at=make.AT, phase="mobilisation", reason="Startvedtak i sak 26/1.")
    return made


def test_the_next_phase_opens_when_one_ends(process, leader):
    end_phase(process.phases.get(key="mobilisation"), by=leader, at=make.AT)
    assert dict(process.phases.values_list("key", "state"))["mobilisation"] == "done"
    assert dict(process.phases.values_list("key", "state"))["gatherings"] == "open"
    assert Entry.objects.last().verb == "phase.ended"


def test_a_phase_with_a_door_ends_only_by_its_decision(leader):
    process = make.process(by=leader)
    with pytest.raises(Refused, match="ends when its decision has been recorded"):
        end_phase(process.phases.get(key="start"), by=leader, at=make.AT)


def test_a_phase_that_lies_ahead_cannot_end(process, leader):
    with pytest.raises(Refused, match="Only an open phase can be ended"):
        end_phase(process.phases.get(key="gatherings"), by=leader, at=make.AT)
