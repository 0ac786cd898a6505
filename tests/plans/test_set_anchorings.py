import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


ROW = commands.Anchored(milieu="voluntary", relation="affects", how="hearing", reference="Høring")


def test_rows_replace_what_stood_there():
    area = make.area(make.plan())
    commands.set_anchorings(
        area, by=make.leader(area.plan), at=make.AT, revision=area.revision, anchorings=[ROW]
    )
    assert [row.milieu for row in area.anchorings.filter(activity=None)] == ["voluntary"]


def test_two_at_once_lose_nothing():
    area = make.area(make.plan())
    by = {"by": make.leader(area.plan), "at": make.AT, "revision": area.revision}
    commands.set_anchorings(area, anchorings=[ROW], **by)
    with pytest.raises(Outdated):
        commands.set_anchorings(area, anchorings=[], **by)


def test_advisers_anchor_nothing():
    area = make.area(make.plan())
    by = make.member(area.plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.set_anchorings(area, by=by, at=make.AT, revision=area.revision, anchorings=[])


def test_the_page_writes_a_row_for_each_milieu_chosen(client):
    area = make.area(make.plan())
    client.force_login(make.leader(area.plan))
    page = client.get(f"/plans/{area.plan_id}/areas/A/anchoring/")
    typed = {name: value or "" for name, value in page.context["form"].initial.items()}
    typed |= {
        "relation_voluntary_0": "involves",
        "how_voluntary_0": "comment",
        "on_voluntary_0": "2027-01-05",
    }
    assert client.post(f"/plans/{area.plan_id}/areas/A/anchoring/", typed).status_code == 302
    rows = area.anchorings.filter(activity=None).values_list("milieu", "relation", "how")
    assert list(rows) == [("founders", "involves", "gathering"), ("voluntary", "involves", "comment")]
