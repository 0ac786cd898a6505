"""Recording a decision on its page."""

from __future__ import annotations

import pytest

from dugnad.people.models import RoleKind
from dugnad.processes.commands import give_role
from dugnad.processes.models import Decision
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english_pages(client):
    client.cookies["language"] = "en"


@pytest.fixture
def leader():
    return make.person(name="Per Prosjektleder")


@pytest.fixture
def process(leader):
    return make.process(by=leader, mandate="Lag en plan.")


def test_a_decision_is_shown_once_more_before_it_is_recorded(client, leader, process):
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=kind)
    client.force_login(leader)
    address = f"{process.address}gates/{process.gates.get(key='start_decision').pk}/start/"
    minutes = {"result": "adopted", "decided_on": "2026-06-18", "case_number": "26/14", "openness": "open"}
    asked = client.post(address, minutes)
    assert (asked.status_code, Decision.objects.count()) == (200, 0)
    assert "26/14" in asked.content.decode()
    back = client.post(address, {**minutes, "change": "1"})
    assert (back.status_code, back.context["form"]["case_number"].value()) == (200, "26/14")
    done = client.post(address, {**minutes, "confirmed": "1"})
    decision = Decision.objects.get()
    assert (done.status_code, done.url) == (302, f"{process.address}decisions/{decision.pk}/")
    assert (decision.case_number, decision.in_retrospect) == ("26/14", False)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"openness": "closed"}, ("legal_basis", "A closed meeting needs its legal basis")),
        ({"result": "rejected"}, ("reason", "Write the reason")),
        ({"decided_on": "2090-01-01"}, ("decided_on", "The day of the decision lies ahead")),
        ({"votes_for": "-3"}, ("votes_for", "greater than or equal to 0")),
    ],
)
def test_a_decision_lacks_something_at_its_own_field(client, leader, process, typed, at):
    field, sentence = at
    client.force_login(leader)
    address = f"{process.address}gates/{process.gates.get(key='start_decision').pk}/start/"
    minutes = {"result": "adopted", "decided_on": "2026-06-18", "openness": "open", **typed}
    answer = client.post(address, minutes)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert sentence in str(answer.context["form"].errors[field])
