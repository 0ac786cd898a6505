import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_a_begun_plan_has_its_six_headings_empty():
    process = make.started_process()
    plan = commands.start_plan(process, by=make.leader(process), at=make.AT, title="Omstillingsplan")
    assert [(row.key, row.text) for row in plan.sections.all()] == [
        ("background", ""), ("vision_and_goal", ""), ("focus_areas", ""),
        ("organisation", ""), ("resources", ""), ("communication", ""),
    ]  # fmt: skip


def test_a_process_has_one_plan():
    plan = make.plan()
    with pytest.raises(Refused):
        commands.start_plan(plan.process, by=make.leader(plan), at=make.AT, title="En til")


def test_a_plan_begins_when_its_phase_is_open_and_not_before():
    process = make.process()
    with pytest.raises(Refused) as refused:
        commands.start_plan(process, by=make.leader(process), at=make.AT, title="Plan")
    assert "Prosessamlinger" in str(refused.value)


@pytest.mark.parametrize("kind", [RoleKind.STEERING_GROUP, RoleKind.COUNTY_ADVISER, RoleKind.PROJECT_OWNER])
def test_those_who_do_not_write_do_not_begin_it(kind):
    process = make.started_process()
    with pytest.raises(Refused):
        commands.start_plan(process, by=make.member(process, kind), at=make.AT, title="Plan")


def test_the_page_begins_the_plan_and_goes_to_it(client):
    process = make.started_process()
    client.force_login(make.leader(process))
    assert client.get(f"/plans/start/{process.pk}/").status_code == 200
    answer = client.post(f"/plans/start/{process.pk}/", {"title": "Vår plan"})
    assert (answer.status_code, answer["Location"]) == (302, f"/plans/{process.plan.pk}/")
    assert process.plan.title == "Vår plan"


def test_the_page_is_not_there_for_strangers(client):
    assert client.get(f"/plans/start/{make.started_process().pk}/").status_code == 404
