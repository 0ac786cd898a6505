import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return make.finished_plan().action_plans.get()


def facts(year, **fields):
    return commands.MeasureFacts(area=year.plan.areas.get(code="B"), title="Kurs", **fields)


def test_a_measure_belongs_to_a_year_and_an_area(year):
    commands.add_measure(year, by=make.leader(year.plan), at=make.AT, facts=facts(year))
    assert [(m.area.code, m.title) for m in year.measures.all()] == [("A", "Tiltak"), ("B", "Kurs")]


def test_its_cost_is_never_negative(year):
    with pytest.raises(Refused):
        commands.add_measure(year, by=make.leader(year.plan), at=make.AT, facts=facts(year, amount=-1))


def test_advisers_add_nothing(year):
    by = make.member(year.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.add_measure(year, by=by, at=make.AT, facts=facts(year))


def test_the_page_refuses_another_areas_activity(client, year):
    client.force_login(make.leader(year.plan))
    a, b = (year.plan.areas.get(code=code) for code in "AB")
    typed = {"area": a.pk, "activity": b.activities.get().pk, "title": "Kurs", "revision": 1}
    answer = client.post(f"/plans/{year.plan_id}/years/2028/measures/add/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["activity"])
    typed["activity"] = a.activities.get().pk
    assert client.post(f"/plans/{year.plan_id}/years/2028/measures/add/", typed).status_code == 302
