"""Drafts and closed papers never leak, nothing breaks, and nobody acts without a part: at every address."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
import time_machine
from django.db import transaction

from dugnad.journal.models import Entry
from dugnad.people.models import RoleKind
from dugnad.plans.models import Plan
from dugnad.processes.models import Process
from tests import make
from tests.stories.addresses import addresses, known_values, nonsense
from tests.stories.answers import text_of
from tests.stories.hidden import AT, DRAFT, NOTE, SECRETS, hide, someone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.test import Client

    from dugnad.people.models import Person

pytestmark = pytest.mark.django_db
NOT_THERE = "404"


@pytest.fixture(autouse=True)
def _hidden() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        hide()
        logging.disable(logging.CRITICAL)  # thousands of addresses are not found, as they should be
        yield
    logging.disable(logging.NOTSET)


def walk(
    client: Client, person: Person | None, where: Iterable[str], *, method: str = "GET", **how: Any
) -> Iterator[tuple[str, str]]:
    """Visit addresses as somebody; give each with what it said, or with how it broke."""
    client.logout()
    if person:
        client.force_login(person)
    for address in where:
        try:
            with transaction.atomic():
                yield address, _said(client.generic(method, address, **how))
                transaction.set_rollback(method != "GET")  # each post finds what the one before it found
        except Exception as error:
            yield address, f"BROKE {error!r}"[:300]


def _said(answer: Any) -> str:
    if answer.status_code == 404:
        return NOT_THERE
    return text_of(answer) if answer.status_code < 500 else f"BROKE {answer.status_code}"


def faults(told: Iterable[tuple[str, str]], forbidden: Iterable[str] = ()) -> list[str]:
    """Give what broke, and which hidden words were said."""
    found = []
    for address, text in told:
        if text.startswith("BROKE"):
            found.append(f"{address} {text}")
        found += [f"{address} says {word}" for word in forbidden if word in text]
    return found


def knower() -> Person:
    """Somebody who may see everything: project manager and administrator."""
    ingrid = someone("ingrid")
    make.place_role(person=ingrid, kind=RoleKind.ADMINISTRATOR)
    return ingrid


def test_closed_words_are_said_only_to_those_who_may_hear_them(client: Client) -> None:
    everywhere = [*addresses(known_values()), "/search/?q=kvitveis", "/processes/?q=kvitveis"]
    said = dict(walk(client, knower(), everywhere))  # first, so that what is remembered is warm
    assert faults(said.items(), [NOTE.word]) == []
    heard = "\n".join(said.values())
    assert [secret.place for secret in SECRETS if secret.word not in heard] == []

    there = [address for address, text in said.items() if text != NOT_THERE]
    others = [NOTE.word, *(secret.word for secret in SECRETS if not secret.members_see_it)]
    assert faults(walk(client, someone("liv"), there), others) == []
    everything = [NOTE.word, *(secret.word for secret in SECRETS)]
    for outsider in (make.person(name="Ute Nforstående"), None):
        assert faults(walk(client, outsider, there), everything) == []
    assert faults(walk(client, None, there, headers={"hx-request": "true"}), everything) == []


def test_an_advisers_own_note_is_read_by_its_author_alone(client: Client) -> None:
    notes = [f"/processes/{process.pk}/notes/" for process in Process.objects.all()]
    readers = [key for key in ("nilspetter", "kristin", "ingrid", "liv")
               if any(NOTE.word in text for _address, text in walk(client, someone(key), notes))]  # fmt: skip
    assert readers == ["nilspetter"]


def test_papers_and_files_are_read_and_not_only_fetched(client: Client) -> None:
    plan = Plan.objects.get(state=Plan.State.DRAFT, process__title__contains="2027")
    papers = [f"/plans/{plan.pk}/papers/draft/{name}" for name in ("plan.pdf", "plan.docx", "plan-file.yaml")]
    said = dict(walk(client, someone("ingrid"), papers))
    assert [address for address, text in said.items() if DRAFT.word in text] == papers


@pytest.mark.parametrize("who", ["anyone", "knower"])
def test_addresses_of_things_that_are_not_there_never_break(client: Client, who: str) -> None:
    person = knower() if who == "knower" else None
    assert faults(walk(client, person, nonsense(known_values()))) == []


def test_those_without_a_part_change_nothing_by_posting_anywhere(client: Client) -> None:
    there = list(addresses({name: ids[:2] for name, ids in known_values().items()}))
    before = Entry.objects.count()
    for outsider in (make.person(name="Ute Nforstående"), None):
        assert faults(walk(client, outsider, there, method="POST")) == []
    assert Entry.objects.count() == before


def test_empty_forms_never_break_whoever_posts_them(client: Client) -> None:
    there = list(addresses({name: ids[:2] for name, ids in known_values().items()}))
    assert faults(walk(client, knower(), there, method="POST")) == []
