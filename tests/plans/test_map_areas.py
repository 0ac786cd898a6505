import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import findings_of
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    made = make.adopted_plan()
    by = {"by": make.leader(made), "at": make.AT}
    commands.revise_plan(made, reason="Nye områder.", **by)
    area = made.areas.get(code="C")
    commands.remove_area(area, revision=area.revision, **by)
    return make.reread(made)


def rules(plan):
    return [finding.where for finding in findings_of(plan) if finding.rule == "A-31"]


def test_the_map_says_what_became_of_each_area_by_page(client, plan):
    assert rules(plan) == ["area_change.C", "area_change.decided_on"]
    client.force_login(make.leader(plan))
    address = f"/plans/{plan.pk}/areas/map/"
    form = client.get(address).context["form"]
    assert [form.initial[f"became_{n}"] for n in range(3)] == [["A"], ["B"], []]
    typed = {"became_0": ["A"], "became_1": ["B"]}
    assert list(client.post(address, typed).context["form"].errors) == ["note_2"]
    assert client.post(address, {**typed, "became_2": ["A", "B"]}).status_code == 302
    assert rules(make.reread(plan)) == ["area_change.decided_on"]


def test_advisers_map_nothing(plan):
    former = plan.versions.get(is_adopted=True)
    by = make.member(plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.map_areas(plan, by=by, at=make.AT, former=former, mappings=[])
