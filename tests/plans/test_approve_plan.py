import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    made = make.finished_plan()
    commands.submit_plan(made, by=make.leader(made), at=make.AT)
    return make.reread(made)


def approve(plan, result="adopted", by=None, **fields):
    facts = make.decision(result, **fields)
    return commands.approve_plan(plan, by=by or make.leader(plan), at=make.AT, facts=facts)


def test_a_yes_opens_the_way_to_the_council(plan):
    decision = approve(plan)
    assert (make.reread(plan).state, decision.subject) == ("approved", f"plan/{plan.pk}/version/1")


def test_sent_back_opens_writing_with_the_reason(plan):
    approve(plan, "sent_back", reason="Målene må bli tydeligere.")
    plan = make.reread(plan)
    assert (plan.state, plan.state_reason) == ("draft", "Målene må bli tydeligere.")


def test_rejected_stops_the_plan(plan):
    approve(plan, "rejected", reason="Nei.")
    assert make.reread(plan).state == "rejected"


def test_open_findings_stop_the_yes():
    made = make.finished_plan(areas=2)
    commands.submit_plan(made, by=make.leader(made), at=make.AT)
    with pytest.raises(Refused, match="A-04"):
        approve(make.reread(made))


def test_a_changed_text_is_not_adopted_as_it_was_laid(plan):
    by = {"by": make.leader(plan), "at": make.AT}
    commands.edit_vision(plan, title=plan.title, vision="Endret", revision=plan.revision, **by)
    with pytest.raises(Refused):
        approve(make.reread(plan))
    approve(make.reread(plan), "adopted_with_changes")
    assert [row.number for row in plan.versions.all()] == [1, 2]


def test_members_of_the_group_do_not_record_it(plan):
    with pytest.raises(Refused):
        approve(plan, by=make.member(plan, RoleKind.STEERING_GROUP))


def test_the_page_shows_it_once_more_and_records_it(client, plan, that_day):
    client.force_login(make.leader(plan))
    typed = {"result": "adopted", "decided_on": "2027-01-11", "case_number": "2/27", "openness": "open"}
    address = f"/plans/{plan.pk}/approve/"
    assert client.get(address).status_code == 200
    assert client.post(address, typed).status_code == 200
    assert make.reread(plan).state == "submitted"
    assert client.post(address, {**typed, "confirmed": "1"}).status_code == 302
    assert make.reread(plan).state == "approved"


def test_the_page_keeps_what_was_typed_when_the_rule_says_no(client, that_day):
    made = make.finished_plan(areas=2)
    commands.submit_plan(made, by=make.leader(made), at=make.AT)
    client.force_login(make.leader(made))
    typed = {"result": "adopted", "decided_on": "2027-01-11", "case_number": "2/27", "openness": "open"}
    answer = client.post(f"/plans/{made.pk}/approve/", {**typed, "confirmed": "1"})
    assert (answer.status_code, "2/27" in answer.content.decode()) == (422, True)
    assert [f.rule for f in answer.context["findings"]] == ["A-04"]
