"""Leaving out a recommended phase."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import enter_midway, skip_phase
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


def test_a_recommended_phase_is_skipped_with_its_reason_shown(process, leader):
    skip_phase(process.phases.get(key="mobilisation"), by=leader, at=make.AT, reason="Alle er med alt.")
    skipped = process.phases.get(key="mobilisation")
    assert (skipped.state, skipped.reason) == ("skipped", "Alle er med alt.")
    assert process.phases.get(key="gatherings").state == "open"


def test_a_phase_ahead_can_be_skipped_without_moving_the_present_one(process, leader):
    skip_phase(process.phases.get(key="gatherings"), by=leader, at=make.AT, reason="Slått sammen.")
    assert process.phases.get(key="mobilisation").state == "open"
    assert process.phases.get(key="drafting").state == "ahead"


@pytest.mark.parametrize(
    ("phase", "reason", "sentence"),
    [
        ("drafting", "Fordi.", "ends in a decision and cannot be skipped"),
        ("mobilisation", " ", "Write why the phase is skipped"),
    ],
)
def test_decisions_are_strict_and_reasons_are_written(process, leader, phase, reason, sentence):
    with pytest.raises(Refused, match=sentence):
        skip_phase(process.phases.get(key=phase), by=leader, at=make.AT, reason=reason)
