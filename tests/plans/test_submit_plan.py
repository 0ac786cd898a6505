import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_a_submitted_plan_lies_before_the_steering_group_as_a_version(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    asked = client.get(f"/plans/{plan.pk}/submit/")
    assert asked.context["findings"] == []
    client.post(f"/plans/{plan.pk}/submit/")
    assert (make.reread(plan).state, [row.label for row in plan.versions.all()]) == (
        "submitted",
        ["submitted"],
    )


def test_the_page_shows_what_will_stand_in_the_way(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    found = client.get(f"/plans/{plan.pk}/submit/").context["findings"]
    assert "A-03" in [finding.rule for finding in found]


def test_only_a_draft_is_submitted():
    plan = make.finished_plan()
    commands.submit_plan(plan, by=make.leader(plan), at=make.AT)
    with pytest.raises(Refused):
        commands.submit_plan(plan, by=make.leader(plan), at=make.AT)


def test_nothing_is_submitted_without_a_steering_group():
    plan = make.finished_plan()
    plan.process.roles.filter(kind=RoleKind.STEERING_GROUP).delete()
    with pytest.raises(Refused):
        commands.submit_plan(plan, by=make.leader(plan), at=make.AT)


def test_advisers_submit_nothing_and_are_told_why(client):
    plan = make.finished_plan()
    adviser = make.member(plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused) as refused:
        commands.submit_plan(plan, by=adviser, at=make.AT)
    client.force_login(adviser)
    answer = client.get(f"/plans/{plan.pk}/submit/")
    assert answer.status_code == 403
    assert str(refused.value)[:20] != ""
