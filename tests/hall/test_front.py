"""The front page, help and the words: what this place works on, and what it all means."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from django.utils.translation import override

from dugnad.hall.glossary import terms
from dugnad.processes.commands import publish_process
from tests import make
from tests.plans import full

pytestmark = pytest.mark.django_db
ENGLISH = {"accept-language": "en"}


def published(title: str, **fields: object) -> None:
    process = make.process(title=title, **fields)
    publish_process(process, by=process.roles.get().person, at=make.AT)


def test_an_empty_installation_says_what_will_be_here(client: Client) -> None:
    page = client.get("/", headers=ENGLISH)
    assert ("Nothing has been published yet" in page.text, "Choose a place" in page.text) == (True, False)


def test_what_is_published_shows_where_it_is_and_what_is_decided_next(client: Client) -> None:
    published("Omstillingsplan for Fjordvik")
    make.process(title="Hemmelig utkast")
    page = client.get("/", headers=ENGLISH)
    row = page.context["front"].under_way[0]
    assert [row.title, bool(row.now_in), bool(row.next_door), row.phases_over] == [
        "Omstillingsplan for Fjordvik", True, True, 0,
    ]  # fmt: skip
    assert ("Hemmelig" in page.text, "Next decision:" in page.text) == (False, True)


def test_a_withdrawn_process_leaves_the_front_page(client: Client) -> None:
    plan, _manager, _version = full.published()
    plan.process.state = plan.process.State.WITHDRAWN
    plan.process.save()
    assert "Omstillingsplan for Dyrøy" not in client.get("/").text


def test_adopted_plans_are_shown_and_lead_to_the_plan(client: Client) -> None:
    plan, _manager, _version = full.published()
    page = client.get("/", headers=ENGLISH)
    assert ("Recently adopted" in page.text, f'href="/plans/{plan.pk}/"' in page.text) == (True, True)


def test_with_several_places_one_can_choose(client: Client) -> None:
    published("En")
    published("To", place=make.place(name="Solvik"))
    page = client.get("/", headers=ENGLISH)
    assert [place.name for place in page.context["front"].places] == ["Fjordvik", "Solvik"]
    assert "Choose a place" in page.text


def test_those_with_a_part_see_what_is_theirs_first(client: Client) -> None:
    process = make.process()
    client.force_login(process.roles.get().person)
    page = client.get("/", headers=ENGLISH)
    first = re.findall(r"<h2[^>]*>(.*?)</h2>", page.text)[0]
    assert (first, [row.title for row in page.context["own"]]) == ("Mine to do now", [process.title])


def test_what_waits_changes_at_once_when_something_is_done(client: Client) -> None:
    from dugnad.processes.commands import edit_process  # noqa: PLC0415 - only this test edits

    process = make.process()
    manager = process.roles.get().person
    client.force_login(manager)
    before = client.get("/", headers=ENGLISH).text
    edit_process(process, by=manager, at=make.AT, title=process.title, purpose="", mandate="Lag planen")
    after = client.get("/", headers=ENGLISH).text
    assert ("Write the mandate" in before, "Write the mandate" in after) == (True, False)


@pytest.mark.parametrize("count", [1, 3])
def test_the_front_page_asks_the_database_few_times(
    client: Client,
    django_assert_max_num_queries,  # type: ignore[no-untyped-def]
    count: int,
) -> None:
    place = make.place()
    person = make.person()
    for number in range(count):
        published(f"Nr. {number}", place=place, by=person)
    client.force_login(person)
    client.get("/")  # what waits is read once, then remembered until something happens
    with django_assert_max_num_queries(10):
        client.get("/")


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
@pytest.mark.parametrize("path", ["/help/", "/words/", "/search/"])
def test_public_texts_are_there_in_every_language(client: Client, path: str, language: str) -> None:
    page = client.get(path, headers={"accept-language": language})
    assert (page.status_code, page["Content-Language"]) == (200, language)


def test_every_word_is_explained_in_every_language_in_one_sentence() -> None:
    found = {language: terms(language) for language, _name in settings.LANGUAGES}
    keys = {language: set(words) for language, words in found.items()}
    assert len(keys["nb"]) >= 25
    assert keys == dict.fromkeys(keys, keys["nb"])
    unfinished = [
        term.key
        for words in found.values()
        for term in words.values()
        if not (term.name and 20 < len(term.text) < 200 and term.text.endswith("."))
    ]
    assert unfinished == []


def test_words_are_in_the_order_of_the_nordic_alphabet() -> None:
    names = [term.name for term in terms("nb").values()]
    assert names[-1] == "årsverk"


def test_a_word_is_explained_where_it_is_used() -> None:
    with override("nb"):
        said = Template('{% load components %}{% term "steering-group" %}').render(Context())
    assert ("<summary>styringsgruppe</summary>" in said, 'href="/words/#steering-group"' in said) == (
        True,
        True,
    )


def test_the_front_page_has_a_search_box_and_the_way_to_help(client: Client) -> None:
    page = client.get("/").text
    assert ('action="/search/"' in page, 'href="/help/"' in page) == (True, True)
