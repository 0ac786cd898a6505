"""Writing down a decision about exactly which text."""

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import change_state, write_decision
from dugnad.processes.rules import DecisionFacts
from tests import make

pytestmark = pytest.mark.django_db

FACTS = DecisionFacts(decided_on=date(2027, 1, 11), result="adopted", votes_for=17, votes_against=0)


def test_the_exact_version_stands_in_the_decision():
    leader = make.person()
    gate = make.process(by=leader).gates.get(key="start_decision")
    decision = write_decision(
        gate, by=leader, at=make.AT, facts=FACTS, subject="plan/7/version/3", subject_digest="ab" * 32
    )
    assert (decision.subject, decision.subject_digest, decision.votes_for, decision.votes_against) == (
        "plan/7/version/3", "ab" * 32, 17, 0,
    )  # fmt: skip


def test_a_council_secretary_of_the_place_records_decisions():
    process, secretary = make.process(), make.person()
    make.place_role(person=secretary, kind=RoleKind.COUNCIL_SECRETARY, place=process.place)
    decision = write_decision(process.gates.get(key="start_decision"), by=secretary, at=make.AT, facts=FACTS)
    assert decision.recorded_by == secretary


@pytest.mark.parametrize("in_retrospect", [False, True])
def test_a_decision_that_lies_ahead_is_not_recorded_not_even_in_retrospect(in_retrospect):
    leader = make.person()
    gate = make.process(by=leader).gates.get(key="council_adoption")
    facts = DecisionFacts(decided_on=date(2027, 1, 11), result="adopted", in_retrospect=in_retrospect)
    with pytest.raises(Refused, match="has not come to this decision yet"):
        write_decision(gate, by=leader, at=make.AT, facts=facts)


def test_nothing_is_decided_while_the_process_is_paused():
    leader = make.person()
    process = make.process(by=leader)
    change_state(process, by=leader, at=make.AT, state="paused", reason="Valget.")
    with pytest.raises(Refused, match="The process is not running"):
        write_decision(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=FACTS)
