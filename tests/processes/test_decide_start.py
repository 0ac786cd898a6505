"""The municipality's start decision."""

from datetime import date

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import decide_start, edit_process, give_role
from dugnad.processes.models import Decision, Gate
from dugnad.processes.rules import DecisionFacts
from tests import make

pytestmark = pytest.mark.django_db

YES = DecisionFacts(decided_on=date(2027, 1, 11), result="adopted", case_number="27/14", wording="Vedtatt.")


@pytest.fixture
def leader():
    return make.person(name="Per")


@pytest.fixture
def process(leader):
    return make.process(by=leader, mandate="Lag en plan.")


def name_all(process, leader):
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=kind)


def test_a_yes_opens_the_work(process, leader):
    name_all(process, leader)
    gate = process.gates.get(key="start_decision")
    decision = decide_start(gate, by=leader, at=make.AT, facts=YES)
    assert (decision.body.kind, decision.case_number) == ("council", "27/14")
    assert process.gates.get(key="start_decision").state == Gate.State.PASSED
    assert list(process.phases.values_list("state", flat=True))[:2] == ["done", "open"]
    assert Entry.objects.get(verb="start.decided").payload.content["wording"] == "Vedtatt."


def test_mandate_owner_steering_group_and_leader_come_first_one_by_one(process, leader):
    gate = process.gates.get(key="start_decision")
    edit_process(process, by=leader, at=make.AT, title="Plan", purpose="", mandate="")
    said = []
    for act in (
        lambda: edit_process(
            process, by=leader, at=make.AT, title="Plan", purpose="", mandate="Lag en plan."
        ),
        lambda: give_role(process, by=leader, at=make.AT, person=make.person(), kind="project_owner"),
        lambda: give_role(process, by=leader, at=make.AT, person=make.person(), kind="steering_group"),
    ):
        with pytest.raises(Refused) as refusal:
            decide_start(Gate.objects.get(pk=gate.pk), by=leader, at=make.AT, facts=YES)
        said.append(str(refusal.value))
        act()
    assert said == [
        "Write the mandate first: what is to be done, and why.",
        "Name the project owner first.",
        "Name the steering group first.",
    ]
    decide_start(Gate.objects.get(pk=gate.pk), by=leader, at=make.AT, facts=YES)


@pytest.mark.parametrize("result", ["sent_back", "rejected"])
def test_a_no_is_recorded_with_its_reason_and_opens_nothing(process, leader, result):
    gate = process.gates.get(key="start_decision")
    with pytest.raises(Refused, match="Write the reason"):
        decide_start(
            gate, by=leader, at=make.AT, facts=DecisionFacts(decided_on=YES.decided_on, result=result)
        )
    no = DecisionFacts(decided_on=YES.decided_on, result=result, reason="Mandatet er uklart.")
    decide_start(gate, by=leader, at=make.AT, facts=no)
    assert process.phases.get(key="start").state == "open"


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"decided_on": date(2027, 1, 12)}, "The day of the decision lies ahead"),
        ({"is_open": False}, "A closed meeting needs its legal basis"),
    ],
)
def test_a_decision_says_what_it_must(process, leader, facts, sentence):
    name_all(process, leader)
    said = DecisionFacts(**{"decided_on": YES.decided_on, "result": "adopted", **facts})
    with pytest.raises(Refused, match=sentence):
        decide_start(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=said)
    assert not Decision.objects.exists()


def test_it_is_made_once(process, leader):
    name_all(process, leader)
    decide_start(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=YES)
    with pytest.raises(Refused, match="already been made"):
        decide_start(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=YES)


def test_what_was_decided_behind_closed_doors_is_not_told_in_the_journal(process, leader):
    name_all(process, leader)
    closed = DecisionFacts(
        decided_on=YES.decided_on, result="adopted", wording="Hemmelig", reason="Hemmelig", is_open=False,
        legal_basis="kommuneloven § 11-5",
    )  # fmt: skip
    decide_start(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=closed)
    payload = Entry.objects.get(verb="start.decided").payload
    assert payload.is_public is False
    assert "Hemmelig" not in str(payload.content)
