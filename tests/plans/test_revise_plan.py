import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_a_revision_opens_writing_while_the_adopted_plan_holds(client):
    plan = make.published_plan()
    make_by = make.leader(plan)
    client.force_login(make_by)
    assert client.post(f"/plans/{plan.pk}/revise/", {"reason": " "}).status_code == 422
    assert client.post(f"/plans/{plan.pk}/revise/", {"reason": "Nye områder."}).status_code == 302
    plan = make.reread(plan)
    assert (plan.state, plan.state_reason) == ("draft", "Nye områder.")
    commands.edit_vision(
        plan, by=make_by, at=make.AT, title=plan.title, vision="Hemmelig utkast", revision=plan.revision
    )
    client.logout()
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert ("Et levende samfunn." in page, "Hemmelig utkast" in page) == (True, False)


def test_only_an_adopted_plan_is_revised():
    plan = make.finished_plan()
    with pytest.raises(Refused):
        commands.revise_plan(plan, by=make.leader(plan), at=make.AT, reason="x")


def test_advisers_open_nothing():
    plan = make.adopted_plan()
    by = make.member(plan, RoleKind.COUNTY_ADVISER)
    with pytest.raises(Refused):
        commands.revise_plan(plan, by=by, at=make.AT, reason="x")
