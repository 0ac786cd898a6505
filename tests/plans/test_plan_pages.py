"""The plan's page: whole, in order, with its margin; and what those without a part see of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.models import Measure
from dugnad.plans.queries import findings_of
from tests import make

pytestmark = pytest.mark.django_db

EVERYWHERE = (
    "", "vision/", "sections/background/", "main-goal/sum/", "areas/add/", "areas/A/edit/", "areas/A/remove/",
    "areas/A/anchoring/", "areas/A/activities/add/", "areas/A/goals/add/", "money/", "conditions/",
    "years/start/", "years/2028/edit/", "years/2028/measures/add/", "check/", "versions/",
    "versions/compare/?before=draft&after=draft", "submit/", "comments/areas.A/",
)  # fmt: skip


def addresses(plan):
    goal, activity = plan.goals.get(area=None), plan.areas.get(code="A").activities.get()
    own = (
        f"goals/{goal.pk}/edit/", f"goals/{goal.pk}/remove/", f"activities/{activity.pk}/edit/",
        f"areas/A/activities/{activity.pk}/anchoring/", f"activities/{activity.pk}/remove/",
        f"measures/{Measure.objects.get().pk}/edit/", f"measures/{Measure.objects.get().pk}/remove/",
    )  # fmt: skip
    return [f"/plans/{plan.pk}/{page}" for page in (*EVERYWHERE, *own)]


def test_each_page_opens_for_the_project_leader_with_at_most_ten_queries(
    client, django_assert_max_num_queries
):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    for address in addresses(plan):
        client.get(address)
        with django_assert_max_num_queries(10):
            assert (address, client.get(address).status_code) == (address, 200)


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_each_page_speaks_each_language(client, language):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    client.cookies["language"] = language
    for address in addresses(plan):
        assert f'<html lang="{language}"' in client.get(address).content.decode()


def test_more_areas_take_no_more_queries(client):
    counted = []
    for areas in (1, 3):
        plan = make.finished_plan(areas=areas)
        client.force_login(make.leader(plan))
        client.get(f"/plans/{plan.pk}/")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/plans/{plan.pk}/")
        counted.append(len(asked))
    assert counted[0] == counted[1]


@pytest.mark.parametrize("kind", RoleKind.values)
def test_everyone_with_a_part_reads_the_draft_and_only_writers_are_offered_to_write(client, kind):
    plan = make.finished_plan()
    client.force_login(make.member(plan, kind))
    page = client.get(f"/plans/{plan.pk}/")
    writes = kind in {RoleKind.EDITOR, RoleKind.CONSULTANT, RoleKind.ADMINISTRATOR}
    assert (page.status_code, "/sections/background/" in page.content.decode()) == (200, writes)
    assert client.get(f"/plans/{plan.pk}/sections/background/").status_code == (200 if writes else 403)


def test_drafts_are_not_there_for_anyone_else(client):
    plan = make.finished_plan()
    commands.save_version(plan, by=make.leader(plan), at=make.AT, label="x")
    for visitor in (None, make.person()):
        if visitor:
            client.force_login(visitor)
        for address in [*addresses(plan), f"/plans/{plan.pk}/versions/1/", f"/plans/{plan.pk}/changes/"]:
            assert (address, client.get(address).status_code) == (address, 404)


def test_the_public_reads_the_published_version_and_never_the_margin(client):
    plan = make.published_plan()
    page = client.get(f"/plans/{plan.pk}/").content.decode()
    assert ("Tekst om background." in page, 'class="margin"' in page, "/check/" in page) == (
        True,
        False,
        False,
    )
    assert client.get(f"/plans/{plan.pk}/versions/1/").status_code == 200
    assert client.get(f"/plans/{plan.pk}/versions/").status_code == 404


def test_every_finding_stands_in_one_margin(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    document = client.get(f"/plans/{plan.pk}/").context["document"]
    shown = [finding for passage in document.places.values() for finding in passage.findings]
    assert sorted(map(str, (f.key for f in shown))) == sorted(map(str, (f.key for f in findings_of(plan))))


def test_what_is_mended_is_gone_from_the_margin_after_the_save(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    section = plan.sections.get(key="organisation")
    by = {"by": make.leader(plan), "at": make.AT}
    commands.edit_section(section, text="", revision=section.revision, **by)
    place = "sections.organisation"
    before = client.get(f"/plans/{plan.pk}/").context["document"].places[place].findings
    commands.edit_section(section, text="Slik er vi organisert.", revision=section.revision, **by)
    after = client.get(f"/plans/{plan.pk}/").context["document"].places[place].findings
    assert ([finding.rule for finding in before], list(after)) == (["A-13"], [])


def test_a_step_that_cannot_be_taken_says_why(client):
    plan = make.finished_plan()
    client.force_login(make.member(plan, RoleKind.COUNTY_ADVISER))
    page = client.get(f"/plans/{plan.pk}/", headers={"accept-language": "en"}).content.decode()
    assert "Only the project manager and the hired consultant write in this process." in page


def test_there_is_no_plan_where_there_is_none(client):
    client.force_login(make.administrator())
    assert [client.get(f"/plans/{pk}/").status_code for pk in (99, 10**25)] == [404, 404]
