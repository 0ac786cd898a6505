"""The thread: from each challenge to what is done about it, both ways, for insiders and for everybody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.test import Client

from dugnad.plans import outline as o
from dugnad.plans.queries.thread import plan_thread
from tests.plans import full, outlines


def small(**changes: object) -> o.PlanOutline:
    """U1 and M1 are answered by area A, U2 by nothing; area B answers nothing."""
    areas = (
        outlines.area("A", answers=("U1", "M1"), activities=(o.Activity(title="Besøk", goals=(1,)),)),
        outlines.area("B", answers=(), activities=(o.Activity(title="Løst"),)),
    )
    premises = (
        o.Premise(kind="challenge", code="U1", title="Unge flytter"),
        o.Premise(kind="challenge", code="U2", title="Lite vann"),
        o.Premise(kind="opportunity", code="M1", title="Sjømat"),
    )
    return o.PlanOutline(**{"areas": areas, "premises": premises, **changes})  # type: ignore[arg-type]


def test_the_thread_runs_from_what_is_asked_to_what_is_done() -> None:
    assert plan_thread(small()).ties == {
        ("premises.U1", "areas.A"),
        ("premises.M1", "areas.A"),
        ("areas.A", "areas.A.goals.1"),
        ("areas.A.goals.1", "areas.A.activities.1"),
        ("areas.B", "areas.B.goals.1"),
    }


def test_it_is_followed_both_ways_from_the_middle() -> None:
    through = plan_thread(small()).through("areas.A.goals.1")
    found = [knot.key for knot in through.knots]
    assert found == ["premises.U1", "premises.M1", "areas.A", "areas.A.goals.1", "areas.A.activities.1"]


def test_what_leads_elsewhere_is_left_out_when_one_looks_from_an_end() -> None:
    found = [knot.key for knot in plan_thread(small()).through("premises.U1").knots]
    assert found == ["premises.U1", "areas.A", "areas.A.goals.1", "areas.A.activities.1"]


def test_loose_ends_stand_out_with_what_is_amiss() -> None:
    said = {tied.knot.key: str(tied.loose) for tied in plan_thread(small()).loose_ends()}
    assert said == {
        "premises.U2": "No focus area answers it.",
        "areas.B": "It answers no challenge or opportunity, or has no goal.",
        "areas.B.goals.1": "No main activity serves it.",
        "areas.B.activities.1": "It serves no goal.",
    }


def test_dyroys_plan_has_no_loose_ends() -> None:
    assert plan_thread(full.outline()).loose_ends() == []


def test_two_challenges_with_the_same_code_are_one_knot() -> None:
    twice = o.Premise(kind="challenge", code="U1", title="Igjen")
    outline = small(premises=(*small().premises, twice))
    assert [knot.key for knot in plan_thread(outline).of_kind("challenge")] == ["premises.U1", "premises.U2"]


def test_an_activity_that_names_a_goal_which_is_not_there_serves_none() -> None:
    area = replace(small().areas[0], activities=(o.Activity(title="Besøk", goals=(7,)),))
    said = [tied.knot.key for tied in plan_thread(small(areas=(area,))).loose_ends()]
    assert said == ["premises.U2", "areas.A.goals.1", "areas.A.activities.1"]


@pytest.mark.django_db
def test_anyone_sees_the_published_versions_thread(client: Client) -> None:
    plan, _manager, version = full.published()
    plan.areas.filter(code="A").update(title="Bare i utkastet")
    page = client.get(f"/plans/{plan.pk}/thread/")
    assert (page.status_code, "Bare i utkastet" in page.text, "A Sjømatnæring" in page.text) == (
        200,
        False,
        True,
    )
    assert "noindex" not in page.text
    assert version.number == 1


@pytest.mark.django_db
def test_those_with_a_part_see_the_drafts_thread_and_robots_do_not(client: Client) -> None:
    plan, manager, _version = full.published()
    plan.areas.filter(code="A").update(title="Bare i utkastet")
    client.force_login(manager)
    page = client.get(f"/plans/{plan.pk}/thread/")
    assert ("Bare i utkastet" in page.text, 'name="robots" content="noindex"' in page.text) == (True, True)


@pytest.mark.django_db
def test_a_draft_has_no_thread_for_others(client: Client) -> None:
    plan, _manager = full.plan()
    plan.process.published_at = full.make.AT
    plan.process.save()
    assert client.get(f"/plans/{plan.pk}/thread/").status_code == 404


@pytest.mark.django_db
def test_choosing_a_knot_shows_only_what_hangs_together_with_it(client: Client) -> None:
    plan, _manager, _version = full.published()
    page = client.get(f"/plans/{plan.pk}/thread/", {"from": "areas.B"}, headers={"accept-language": "en"})
    assert ("Opplevelsesnæring</strong>" in page.text, "Sjømatnæring" in page.text) == (True, False)


@pytest.mark.django_db
def test_a_knot_that_is_not_there_shows_the_whole_thread(client: Client) -> None:
    plan, _manager, _version = full.published()
    page = client.get(f"/plans/{plan.pk}/thread/", {"from": "<script>alert(1)</script>"})
    assert (page.status_code, "<script>alert" in page.text, "Sjømatnæring" in page.text) == (200, False, True)


@pytest.mark.django_db
def test_an_act_on_the_plan_is_seen_at_once(client: Client) -> None:
    from dugnad.plans.commands import edit_area  # noqa: PLC0415 - only this test edits
    from dugnad.plans.queries import find_plan  # noqa: PLC0415 - only this test edits

    plan, manager, _version = full.published()
    client.force_login(manager)
    before = client.get(f"/plans/{plan.pk}/thread/").text
    plan = find_plan(plan.pk)
    plan.state = plan.State.APPROVED  # changes by a body are entered by those who record
    plan.save()
    area = plan.areas.get(code="A")
    edit_area(area, by=manager, at=full.make.AT, revision=area.revision, title="Nytt navn", text="",
              answers=list(area.answers.all()), frames={})  # fmt: skip
    after = client.get(f"/plans/{plan.pk}/thread/").text
    assert ("Nytt navn" in before, "Nytt navn" in after) == (False, True)


@pytest.mark.django_db
def test_the_page_asks_the_database_few_times(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    plan, manager, _version = full.published()
    client.force_login(manager)
    address = f"/plans/{plan.pk}/thread/"
    client.get(address)
    with django_assert_max_num_queries(10):
        client.get(address)
