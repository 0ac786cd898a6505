import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_a_goal_is_written_with_its_yearly_targets():
    plan = make.plan()
    goal = commands.add_goal(plan, by=make.leader(plan), at=make.AT, facts=make.goal_facts(12))
    assert [(t.year, t.value) for t in goal.targets.all()][:2] == [(2028, 2), (2029, 4)]


def test_a_plan_has_one_main_goal():
    plan = make.plan()
    by = {"by": make.leader(plan), "at": make.AT}
    commands.add_goal(plan, facts=make.goal_facts(), **by)
    with pytest.raises(Refused):
        commands.add_goal(plan, facts=make.goal_facts(), **by)


def test_a_goal_needs_words():
    plan = make.plan()
    with pytest.raises(Refused):
        commands.add_goal(plan, by=make.leader(plan), at=make.AT, facts=make.goal_facts(text=" "))


def test_advisers_set_no_goals():
    plan = make.plan()
    by = make.member(plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.add_goal(plan, by=by, at=make.AT, facts=make.goal_facts())


BAD = [
    ("due_on", "2027-02-30"), ("due_on", "31.12.3033"), ("target", "mange"), ("target", "1,234"),
    ("baseline", "10" * 12), ("text", " "), ("unit", "x" * 41), ("job_kind", "gamle"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), [row for row in BAD if row != ("target", "1,234")])
def test_what_cannot_be_is_said_at_its_field_and_everything_typed_stays(client, field, value):
    plan = make.plan()
    client.force_login(make.leader(plan))
    typed = {"text": "Et mål", "indicator": "Årsverk", "job_kind": "new", "revision": "1", field: value}
    answer = client.post(f"/plans/{plan.pk}/main-goal/add/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Årsverk" in answer.content.decode()


def test_a_target_after_the_due_day_is_said_at_its_year(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    typed = {
        "text": "Et mål",
        "job_kind": "none",
        "due_on": "2029-12-31",
        "target_2031": "5",
        "revision": "1",
    }
    answer = client.post(f"/plans/{plan.pk}/main-goal/add/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["target_2031"])


def test_the_page_sets_a_goal_of_an_area(client):
    area = make.area(make.plan())
    client.force_login(make.leader(area.plan))
    typed = {"text": "Nok et mål", "job_kind": "none", "target": "2,5", "revision": "1"}
    answer = client.post(f"/plans/{area.plan_id}/areas/A/goals/add/", typed)
    assert answer["Location"] == f"/plans/{area.plan_id}/#at-areas-A"
    assert [str(goal.target) for goal in area.goals.all()] == ["10.00", "2.50"]
