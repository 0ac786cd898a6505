import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import plan_outline
from dugnad.plans.queries.comparison import changes_between
from tests import make

pytestmark = pytest.mark.django_db


def test_an_earlier_versions_words_come_back_and_todays_are_kept(client):
    plan = make.finished_plan()
    by = {"by": make.leader(plan), "at": make.AT}
    version = commands.save_version(plan, label="god", **by)
    before = plan_outline(plan)
    commands.edit_vision(plan, title="Annet", vision="Annet", revision=plan.revision, **by)
    client.force_login(by["by"])
    asked = client.get(f"/plans/{plan.pk}/versions/1/restore/")
    assert [change.where for change in asked.context["changes"]] == ["title", "vision"]
    assert client.post(f"/plans/{plan.pk}/versions/1/restore/").status_code == 302
    assert changes_between(before, plan_outline(make.reread(plan))) == []
    assert [row.number for row in plan.versions.all()] == [1, 2]
    assert version.number == 1


def test_advisers_restore_nothing():
    plan = make.plan()
    version = commands.save_version(plan, by=make.leader(plan), at=make.AT, label="x")
    by = make.member(plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.restore_version(plan, by=by, at=make.AT, version=version)
