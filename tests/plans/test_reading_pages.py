from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.core import mail

from dugnad.plans.models import Reader
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_the_moment_of_the_story(client):
    client.cookies["language"] = "en"
    with time_machine.travel(make.AT, tick=False):
        yield


def typed(**more: object) -> dict[str, object]:
    reader = {"name_0": "Grete Gründer", "milieu_0": "founders", "email_0": "grete@example.org"}
    return {"opens_on": "2027-01-10", "closes_on": "2027-01-31", "question": "Hva mangler?", **reader, **more}


def link(reader: Reader) -> str:
    return ground.page("answer_reading", reader.token)


def test_a_round_is_opened_and_its_reader_gets_a_personal_link_in_the_processs_language(client):
    plan = ground.plan(ground.process(language="da"))
    client.force_login(ground.by(plan.process))
    assert client.post(ground.page("open_reading", plan.pk), typed()).status_code == 302
    reader = Reader.objects.get()
    [letter] = mail.outbox
    assert (letter.to, letter.extra_headers["Auto-Submitted"]) == (["grete@example.org"], "auto-generated")
    html = letter.alternatives[0][0]
    assert [link(reader) in body for body in (letter.body, html)] == [True, True]
    assert ["Hva mangler?" in body for body in (letter.body, html)] == [True, True]
    assert "Område A" not in letter.body + html


def test_a_reader_without_an_account_reads_the_frozen_version_and_answers(client):
    plan = ground.plan(ground.process())
    reader = ground.reading(plan).readers.get()
    plan.areas.update(title="Skrevet etterpå")
    answer = client.get(link(reader))
    shown = answer.content.decode()
    assert ("Område A" in shown, "Skrevet etterpå" in shown) == (True, False)
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"], answer["Cache-Control"]) == (
        "noindex, nofollow",
        "no-referrer",
        "no-store",
    )
    sent = client.post(link(reader), {"answer": ground.HOSTILE, "area_codes": ["A"]})
    assert sent.status_code == 302
    reader.refresh_from_db()
    assert (reader.answer, reader.area_codes) == (ground.HOSTILE, ["A"])
    assert "<script>alert" not in client.get(link(reader)).content.decode()


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (datetime(2027, 1, 9, 12, tzinfo=UTC), "The round has not opened yet."),
        (datetime(2027, 2, 1, 12, tzinfo=UTC), "The round has closed."),
    ],
)
def test_a_link_outside_its_dates_is_refused_kindly_and_shows_no_draft(client, at, sentence):
    reader = ground.reading(ground.plan(ground.process())).readers.get()
    with time_machine.travel(at, tick=False):
        answers = [client.get(link(reader)), client.post(link(reader), {"answer": "Ja"})]
    assert [answer.status_code for answer in answers] == [403, 403]
    shown = answers[0].content.decode()
    assert (sentence in shown, "Område A" in shown, "10 January 2027" in shown) == (True, False, True)
    reader.refresh_from_db()
    assert reader.answer == ""


def test_a_link_that_is_none_is_not_there(client):
    assert client.get(ground.page("answer_reading", "a" * 43)).status_code == 404


def test_an_empty_answer_and_an_unknown_area_are_refused_at_their_fields(client):
    reader = ground.reading(ground.plan(ground.process())).readers.get()
    answer = client.post(link(reader), {"answer": " ", "area_codes": ["Z"]})
    assert (answer.status_code, sorted(answer.context["form"].errors)) == (422, ["answer", "area_codes"])


def test_answers_are_for_those_with_a_part_and_links_for_those_who_lead(client):
    plan = ground.plan(ground.process(is_published=True))
    reader = ground.reading(plan).readers.get()
    client.post(link(reader), {"answer": "Vi er med."})
    other = ground.reading(plan).readers.get()
    address = ground.page("list_readings", plan.pk)
    assert client.get(address).status_code == 404
    client.force_login(ground.inside(plan.process))
    shown = client.get(address).content.decode()
    assert ("Vi er med." in shown, other.token in shown, other.email in shown) == (True, False, False)
    client.force_login(ground.by(plan.process))
    assert other.token in client.get(address).content.decode()


def test_only_those_who_lead_open_a_round(client):
    plan = ground.plan(ground.process())
    client.force_login(ground.inside(plan.process))
    assert client.post(ground.page("open_reading", plan.pk), typed()).status_code == 403
    assert Reader.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"closes_on": "2027-01-09"}, "closes_on", "The round closes before it opens."),
        ({"closes_on": "2027-02-31"}, "closes_on", "Write a day that exists, for example 01.03.2027."),
        ({"email_0": "grete"}, "email_0", "Write an e-mail address, for example kari@example.org."),
        ({"milieu_0": ""}, "milieu_0", "For which milieu does this reader answer?"),
        ({"name_0": ""}, "name_0", "Write the reader's name."),
        ({"name_1": "B", "milieu_1": "founders", "email_1": "GRETE@example.org"}, "email_1",
         "This address is invited already."),
    ],
)  # fmt: skip
def test_bad_input_is_answered_at_its_field_and_nobody_is_written_to(client, more, field, sentence):
    plan = ground.plan(ground.process())
    client.force_login(ground.by(plan.process))
    data = typed(**{"question": ground.HOSTILE, **more})
    answer = client.post(ground.page("open_reading", plan.pk), data)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [sentence])
    kept = answer.content.decode()
    assert ("<script>alert" in kept, "Čáhppesjávri" in kept, mail.outbox) == (False, True, [])


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_few_queries(client, django_assert_max_num_queries, count):
    plan = ground.plan(ground.process())
    for _number in range(count):
        ground.reading(plan)
    client.force_login(ground.by(plan.process))
    with django_assert_max_num_queries(10):
        client.get(ground.page("list_readings", plan.pk))
