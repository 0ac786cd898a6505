from __future__ import annotations

import pytest
import time_machine
from django.urls import reverse

from dugnad.gatherings.models import Gathering, MilieuReached
from tests import make
from tests.gatherings import story

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert(1)</script> Čáhppesjávri 🎉 مرحبا"


@pytest.fixture(autouse=True)
def _at_the_moment_of_the_story():
    with time_machine.travel(make.AT, tick=False):
        yield


def page(name: str, process, *more: object) -> str:
    return reverse(f"gatherings:{name}", args=[process.pk, *more])


def signed_in(client, process):
    client.force_login(story.by(process))
    return client


def test_whoever_writes_records_a_gathering_and_finds_it_in_the_list(client):
    process = story.mobilising()
    data = story.typed(
        participants="40", milieu_founders="3", text_vision="Levende bygd", evidence_vision="Referat, side 2"
    )
    client.cookies["language"] = "en"
    answer = signed_in(client, process).post(page("record_gathering", process), data)
    assert (answer.status_code, answer["Location"]) == (302, page("list_gatherings", process))
    shown = client.get(page("list_gatherings", process)).content.decode()
    assert ("3 people" in shown, "Levende bygd" in shown, shown.count("Not heard yet")) == (True, True, 8)


def test_strangers_meet_the_gatherings_of_a_published_process_and_no_others(client):
    draft, published = story.mobilising(), story.mobilising(is_published=True)
    held = [story.gathering(process, title="Fjordheim") for process in (draft, published)]
    pages = [
        (name, process, more)
        for process, row in zip((draft, published), held, strict=True)
        for name, more in (("list_gatherings", ()), ("show_gathering", (row.pk,)))
    ]
    found = [client.get(page(name, process, *more)) for name, process, more in pages]
    assert [answer.status_code for answer in found] == [404, 404, 200, 200]
    assert [b"Fjordheim" in answer.content for answer in found] == [False, False, True, True]
    assert [b"/record/" in answer.content for answer in found[2:]] == [False, False]


def test_a_gathering_is_found_only_below_its_own_process(client):
    one, other = story.mobilising(is_published=True), story.mobilising(is_published=True)
    assert client.get(page("show_gathering", other, story.gathering(one).pk)).status_code == 404


@pytest.mark.parametrize("name", ["record_gathering", "reach_milieux"])
def test_strangers_are_refused_where_they_would_write(client, name):
    process = story.mobilising(is_published=True)
    assert client.post(page(name, process), story.typed()).status_code == 403
    assert (Gathering.objects.count(), MilieuReached.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("held_on", "2027-02-31", "Write a day that exists, for example 01.03.2027."),
        ("held_on", "99999-01-01", "Write a day that exists, for example 01.03.2027."),
        ("held_on", "0001-01-01", "Choose a day between 1990 and 2099."),
        ("participants", "-4", "A number of people cannot be negative."),
        ("participants", "tre", "Write a whole number, for example 12."),
        ("participants", "9" * 30, "Write at most 100,000 people."),
        ("milieu_founders", "41", "A milieu cannot have had more people than took part."),
        ("title", "", "This field is required."),
    ],
)
def test_bad_input_is_answered_at_its_field_and_nothing_typed_is_lost(client, field, value, sentence):
    process = story.mobilising()
    client.cookies["language"] = "en"
    data = story.typed(**{"participants": "40", "summary": HOSTILE, field: value})
    answer = signed_in(client, process).post(page("record_gathering", process), data)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [sentence])
    kept = answer.content.decode()
    assert ("<script>alert" in kept, "Čáhppesjávri 🎉 مرحبا" in kept) == (False, True)


def test_any_words_are_kept_as_they_are_and_shown_harmlessly(client):
    process = story.mobilising(is_published=True)
    data = story.typed(title=HOSTILE, venue=HOSTILE, summary=HOSTILE, text_vision=HOSTILE)
    signed_in(client, process).post(page("record_gathering", process), data)
    held = Gathering.objects.get()
    assert (held.title, held.summary) == (HOSTILE, HOSTILE)
    client.logout()
    shown = client.get(page("show_gathering", process, held.pk)).content.decode()
    assert "<script>alert" not in shown


def test_the_second_of_two_writers_sees_both_and_saves_upon_the_first(client):
    process = story.mobilising()
    held = story.gathering(process)
    address = page("edit_gathering", process, held.pk)
    signed_in(client, process).post(address, story.typed(revision=1, title="Kari skrev"))
    client.cookies["language"] = "en"
    answer = client.post(address, story.typed(revision=1, title="Ola skrev"))
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert ("Kari skrev" in shown, 'value="Ola skrev"' in shown, 'name="revision" value="2"' in shown) == (
        True, True, True,
    )  # fmt: skip
    assert Gathering.objects.get().title == "Kari skrev"
    client.post(address, story.typed(revision=2, title="Ola skrev"))
    assert Gathering.objects.get().title == "Ola skrev"


def test_taking_out_asks_first(client):
    process = story.mobilising()
    address = page("remove_gathering", process, story.gathering(process).pk)
    assert signed_in(client, process).get(address).status_code == 200
    assert Gathering.objects.count() == 1
    assert client.post(address, {"confirmed": "1"}).status_code == 302
    assert Gathering.objects.count() == 0


def test_milieux_reached_otherwise_count_as_heard(client):
    process = story.mobilising()
    signed_in(client, process).post(page("reach_milieux", process), {"milieu_emigrated": "4"})
    assert list(MilieuReached.objects.values_list("milieu", "people", "gathering")) == [
        ("emigrated", 4, None)
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_few_queries_however_long_it_is(client, django_assert_max_num_queries, count):
    process = story.mobilising()
    for _number in range(count):
        story.gathering(process, milieux={"founders": 3}, outcomes=story.EVERY_OUTCOME)
    signed_in(client, process).get(page("list_gatherings", process))
    with django_assert_max_num_queries(10):
        client.get(page("list_gatherings", process))
