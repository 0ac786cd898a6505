import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_a_year_has_one_action_plan_within_the_period():
    plan = make.plan()
    by = {"by": make.leader(plan), "at": make.AT}
    assert commands.start_action_plan(plan, year=2028, **by).year == 2028
    for year in (2028, 2040):
        with pytest.raises(Refused, match=str(year)):
            commands.start_action_plan(plan, year=year, **by)


def test_advisers_begin_nothing():
    plan = make.plan()
    with pytest.raises(Refused):
        commands.start_action_plan(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER), at=make.AT, year=2028)


def test_the_page_offers_the_years_that_are_free(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    form = client.get(f"/plans/{plan.pk}/years/start/").context["form"]
    assert [year for year, _name in form.fields["year"].choices] == [2029, 2030, 2031, 2032, 2033]
    answer = client.post(f"/plans/{plan.pk}/years/start/", {"year": "2029"})
    assert answer["Location"] == f"/plans/{plan.pk}/#at-action_plans-2029"
