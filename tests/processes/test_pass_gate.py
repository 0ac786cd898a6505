"""A gate opens only by a yes and its own decision."""

from datetime import date

import pytest

from dugnad.kit.verdicts import ALLOWED, Refused, refuse
from dugnad.processes.commands import pass_gate, write_decision
from dugnad.processes.rules import DecisionFacts
from tests import make

pytestmark = pytest.mark.django_db

FACTS = DecisionFacts(decided_on=date(2027, 1, 11), result="adopted")


@pytest.fixture
def decided():
    leader = make.person()
    gate = make.process(by=leader).gates.get(key="start_decision")
    return gate, write_decision(gate, by=leader, at=make.AT, facts=FACTS)


def test_a_no_of_the_rooms_own_rule_keeps_it_closed(decided):
    gate, decision = decided
    with pytest.raises(Refused, match="Not yet"):
        pass_gate(gate, verdict=refuse("Not yet."), decision=decision, at=make.AT)
    gate.refresh_from_db()
    assert gate.state == "closed"


def test_another_gates_decision_does_not_open_it(decided):
    gate, decision = decided
    other = gate.process.gates.get(key="council_adoption")
    with pytest.raises(ValueError, match="is not about gate council_adoption"):
        pass_gate(other, verdict=ALLOWED, decision=decision, at=make.AT)


def test_its_phase_is_done_and_the_next_opens(decided):
    gate, decision = decided
    pass_gate(gate, verdict=ALLOWED, decision=decision, at=make.AT)
    assert list(gate.process.phases.values_list("state", flat=True))[:3] == ["done", "open", "ahead"]
