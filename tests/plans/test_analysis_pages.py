from __future__ import annotations

from datetime import date

import pytest
import time_machine

from dugnad.plans.commands import set_figures
from dugnad.plans.models import Analysis, Plan, Premise, Version
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
SECRET = "Verftet legges ned"


@pytest.fixture(autouse=True)
def _at_the_moment_of_the_story(client):
    client.cookies["language"] = "en"
    with time_machine.travel(make.AT, tick=False):
        yield


def read(client, process) -> str:
    return client.get(ground.page("open_analysis", process.pk)).content.decode()


def test_an_analysis_is_begun_written_and_shown(client):
    process = ground.process()
    client.force_login(ground.by(process))
    assert "There is no finished analysis yet" in read(client, process)
    client.post(ground.page("start_analysis", process.pk), {"revision": 1, "title": "Fjordvik nå"})
    data = {
        "revision": 1,
        "title": "Fjordvik nå",
        "jobs_lost": "120",
        "employed": "1200",
        "summary": "**Kort**",
    }
    answer = client.post(ground.page("edit_analysis", process.pk), data)
    assert (answer.status_code, Analysis.objects.get().jobs_lost) == (302, 120)
    shown = read(client, process)
    assert ("<strong>Kort</strong>" in shown, "<strong>10 %</strong>" in shown) == (True, True)


@pytest.mark.parametrize(
    ("finished", "published", "who", "seen"),
    [
        (False, True, None, False),
        (True, False, None, False),
        (True, True, None, True),
        (False, False, "part", True),
    ],
)
def test_strangers_read_a_finished_analysis_of_a_published_process_alone(
    client, finished, published, who, seen
):
    process = ground.process(is_published=published)
    day = date(2027, 1, 4) if finished else None
    row = ground.analysis(process, summary=SECRET, finished_on=day)
    ground.premise(row, title=SECRET)
    set_figures(row, by=ground.by(process), at=make.AT, figures=[ground.figure(series=SECRET)])
    if who:
        client.force_login(ground.inside(process))
    shown = read(client, process)
    assert (SECRET in shown, "/edit/" in shown) == (seen, False)


def test_the_drafts_answers_are_for_those_inside_and_strangers_see_the_published_plans(client):
    process = ground.process(is_published=True)
    row = ground.finished(process)
    premise = ground.premise(row)
    ground.premise(row, code="U2", title="Ingen svarer")
    plan = ground.plan(process, areas="A", answers=[premise])
    assert ("Answered by" in read(client, process), "No area answers" in read(client, process)) == (
        False,
        False,
    )
    client.force_login(ground.inside(process))
    shown = read(client, process)
    assert ("A Område A" in shown, shown.count("No area answers this")) == (True, 1)
    client.logout()
    Version.objects.create(
        plan=plan, number=1, digest="x", at=make.AT, is_public=True,
        content={"areas": [{"code": "B", "title": "Vedtatt", "answers": ["U2"]}]},
    )  # fmt: skip
    Plan.objects.update(published_at=make.AT)
    client.cookies["language"] = "da"  # another memory
    shown = read(client, process)
    assert ("B Vedtatt" in shown, "A Område A" in shown) == (True, False)


def test_pages_that_write_are_not_there_for_strangers_and_refuse_readers(client):
    process = ground.process(is_published=True)
    premise = ground.premise(ground.finished(process))
    names = [
        ground.page(name, process.pk)
        for name in ("edit_analysis", "add_challenge", "attach_report", "set_figures", "upload_figures",
                     "fetch_statistics", "map_figures")
    ]  # fmt: skip
    names += [ground.page(name, process.pk, premise.pk) for name in ("edit_premise", "remove_premise")]
    assert {client.get(name).status_code for name in names} == {404}
    client.force_login(ground.inside(process))
    assert {client.get(name).status_code for name in names} == {403}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("finished_on", "2027-02-31", "Write a day that exists, for example 01.03.2027."),
        ("finished_on", "2098-01-01", "The analysis cannot be finished on a day that lies ahead."),
        ("jobs_lost", "-3", "The number cannot be negative."),
        ("jobs_lost", "9" * 40, "Write at most ten million."),
        ("employed_year", "99999", "Write a year with four digits."),
        ("title", "x" * 300, "Write at most 200 letters; this is 300 letters."),
    ],
)
def test_bad_input_is_answered_at_its_field_and_nothing_typed_is_lost(client, field, value, sentence):
    process = ground.process()
    ground.analysis(process)
    client.force_login(ground.by(process))
    data = {"revision": 1, "title": "Analyse", "summary": ground.HOSTILE, field: value}
    answer = client.post(ground.page("edit_analysis", process.pk), data)
    errors = answer.context["form"].errors
    assert (answer.status_code, [*errors.get(field, []), *errors.get("__all__", [])]) == (422, [sentence])
    kept = answer.content.decode()
    assert ("<script>alert" in kept, "Čáhppesjávri 🎉 مرحبا" in kept) == (False, True)


def test_any_words_are_shown_harmlessly(client):
    process = ground.process()
    row = ground.finished(process, summary=ground.HOSTILE, author=ground.HOSTILE)
    ground.premise(row, title=ground.HOSTILE, text=ground.HOSTILE)
    figures = [ground.figure(series=ground.HOSTILE)]
    set_figures(row, by=ground.by(process), at=make.AT, figures=figures)
    client.force_login(ground.inside(process))
    shown = read(client, process)
    assert ("<script>alert" in shown, "Čáhppesjávri 🎉" in shown) == (False, True)


def test_two_writers_meet_and_the_second_saves_upon_the_first(client):
    process = ground.process()
    premise = ground.premise(ground.analysis(process))
    address = ground.page("edit_premise", process.pk, premise.pk)
    client.force_login(ground.by(process))
    form = client.get(address).context["form"]
    seen = {"revision": 1, "seen": form.initial["seen"], "kind": "challenge", "text": ""}
    client.post(address, {**seen, "title": "Kari skrev"})
    answer = client.post(address, {**seen, "title": "Ola skrev"})
    shown = answer.content.decode()
    assert (answer.status_code, "Kari skrev" in shown, "Ola skrev" in shown) == (409, True, True)
    again = answer.context["form"].data
    client.post(address, again.dict())
    assert Premise.objects.get().title == "Ola skrev"


def test_taking_out_a_challenge_asks_first(client):
    process = ground.process()
    premise = ground.premise(ground.analysis(process))
    address = ground.page("remove_premise", process.pk, premise.pk)
    client.force_login(ground.by(process))
    assert client.get(address).status_code == 200
    client.post(address, {"revision": 1})
    assert Premise.objects.get().removed_at == make.AT


def test_the_next_code_is_proposed(client):
    process = ground.process()
    row = ground.analysis(process)
    ground.premise(row)
    client.force_login(ground.by(process))
    codes = [
        client.get(ground.page(name, process.pk)).context["form"].initial["code"]
        for name in ("add_challenge", "add_opportunity")
    ]
    assert codes == ["U2", "M1"]


@pytest.mark.parametrize("count", [1, 6])
def test_the_page_takes_few_queries_however_much_was_found(client, django_assert_max_num_queries, count):
    process = ground.process()
    row = ground.finished(process)
    answers = [ground.premise(row, code=f"U{number}") for number in range(count)]
    ground.plan(process, answers=answers)
    figures = [ground.figure(series=f"Tema {number}") for number in range(count)]
    set_figures(row, by=ground.by(process), at=make.AT, figures=figures)
    client.force_login(ground.by(process))
    read(client, process)
    with django_assert_max_num_queries(10):
        read(client, process)
