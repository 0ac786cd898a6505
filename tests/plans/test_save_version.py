import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def test_the_draft_is_kept_under_a_name_and_only_once():
    plan = make.plan()
    by = {"by": make.leader(plan), "at": make.AT}
    first = commands.save_version(plan, label="etter samling 1", **by)
    again = commands.save_version(plan, label="en gang til", **by)
    assert (first.number, first.label, again.pk) == (1, "etter samling 1", first.pk)


def test_advisers_keep_nothing():
    plan = make.plan()
    with pytest.raises(Refused):
        commands.save_version(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER), at=make.AT, label="x")


def test_the_page_keeps_lists_and_compares(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    client.post(f"/plans/{plan.pk}/versions/save/", {"label": "før endring"})
    section = plan.sections.get(key="background")
    commands.edit_section(
        section, by=make.leader(plan), at=make.AT, text="Tekst om noe annet.", revision=section.revision
    )
    assert "før endring" in client.get(f"/plans/{plan.pk}/versions/").content.decode()
    page = client.get(f"/plans/{plan.pk}/versions/compare/?before=1&after=draft")
    assert [(c.where, c.before, c.after) for c in page.context["changes"]] == [
        ("sections.background", "Tekst om background.", "Tekst om noe annet.")
    ]
    assert client.get(f"/plans/{plan.pk}/versions/compare/?before=9&after=draft").status_code == 422


def test_a_version_needs_a_name(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/versions/save/", {"label": ""})
    assert (answer.status_code, plan.versions.count()) == (422, 0)
