"""Search: all words must be there, in any letters, and what may not be seen is not even counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from dugnad.hall.models import SearchEntry
from dugnad.hall.search import Piece, excerpt, marked, search, words_of
from dugnad.hall.search_index import index_process, rebuild_index, refresh_index
from dugnad.kit.folding import fold
from dugnad.people.models import Person
from dugnad.plans.models import Plan
from dugnad.processes.models import Body, Decision, Document
from tests import make
from tests.plans import full

pytestmark = pytest.mark.django_db


def found(client: Client, words: str, **more: str) -> list[str]:
    """Give the addresses found, in order."""
    page = client.get("/search/", {"q": words, **more})
    assert page.status_code == 200
    return [hit.href for hit in page.context["hits"]]


def document(plan: Plan, **fields: object) -> Document:
    values = {
        "process": plan.process, "title": "Notat om havneforhold", "file": ContentFile(b"x", "notat.pdf"),
        "file_name": "notat.pdf", "size": 1, "content_type": "application/pdf", "digest": "0",
        "added_at": make.AT, **fields,
    }  # fmt: skip
    return Document.objects.create(**values)


def closed_decision(plan: Plan) -> Decision:
    body = (
        Body.objects.filter(process=plan.process).first()
        or Body.objects.filter(place=plan.process.place).first()
    )
    return Decision.objects.create(
        process=plan.process, body=body, decided_on=date(2018, 3, 1), case_number="99/18", result="adopted",
        wording="Lønnen settes til ni hundre tusen", is_open=False, legal_basis="koml. § 11-5",
        recorded_at=make.AT,
    )  # fmt: skip


def test_a_word_is_found_whatever_its_case_also_beyond_ascii(client: Client) -> None:
    plan, _manager, _version = full.published()
    rebuild_index()
    hits = {words: found(client, words, kind="plan") for words in ("SJØMATNÆRING", "sjømatnæring", "Årsverk")}
    assert hits == {words: [f"/plans/{plan.pk}/"] for words in hits}


def test_all_words_must_be_there(client: Client) -> None:
    full.published()
    rebuild_index()
    assert (bool(found(client, "visjon årsverk")), found(client, "visjon hvalross")) == (True, [])


@pytest.mark.parametrize(
    "asked", ["", "   ", "%", "_", "\x00", "'; drop table", "<script>alert(1)</script>", "א" * 300, "* ? \\"]
)
def test_strange_words_find_nothing_and_break_nothing(client: Client, asked: str) -> None:
    full.published()
    rebuild_index()
    page = client.get("/search/", {"q": asked, "page": "x", "kind": "x"})
    assert (page.status_code, page.context["hits"], "<script>alert" in page.text) == (200, [], False)


def test_a_draft_is_found_by_those_with_a_part_alone(client: Client) -> None:
    plan, manager, _version = full.published()
    plan.vision = "Hvalrosser i fjorden"
    plan.save()
    rebuild_index()
    before = found(client, "hvalrosser")
    client.force_login(manager)
    assert (before, found(client, "hvalrosser")) == ([], [f"/plans/{plan.pk}/"])


def test_an_unpublished_or_withdrawn_process_is_not_found_by_others(client: Client) -> None:
    plan, manager, _version = full.published()
    rebuild_index()
    assert found(client, "dyrøy") != []
    plan.process.state = plan.process.State.WITHDRAWN  # the index is not read anew: the rule is asked
    plan.process.save()
    assert found(client, "dyrøy") == []
    client.force_login(manager)
    assert found(client, "dyrøy") != []


def test_a_closed_decision_is_found_without_what_was_said(client: Client) -> None:
    plan, manager, _version = full.published()
    decision = closed_decision(plan)
    rebuild_index()
    address = f"/processes/{plan.process_id}/decisions/{decision.pk}/"
    outside = (
        found(client, "lønnen"),
        found(client, "99/18"),
        "tusen" in client.get("/search/?q=99/18").text,
    )
    client.force_login(manager)
    assert outside == ([], [address], False)
    assert (found(client, "lønnen"), found(client, "99/18")) == ([address], [address])


@pytest.mark.parametrize(
    ("fields", "is_found"),
    [
        ({}, True),
        ({"is_exempt": True, "legal_basis": "offl. § 14"}, False),
        ({"is_exempt": True, "legal_basis": "offl. § 14", "exempt_until": date(2000, 1, 1)}, True),
        ({"withdrawn_at": make.AT}, False),
    ],
)
def test_a_document_is_found_by_others_only_while_it_is_public(
    client: Client, fields: dict[str, object], is_found: bool
) -> None:
    plan, _manager, _version = full.published()
    document(plan, **fields)
    rebuild_index()
    assert bool(found(client, "havneforhold")) is is_found


def test_a_document_made_exempt_after_it_was_indexed_is_gone_at_once_and_not_counted(client: Client) -> None:
    plan, manager, _version = full.published()
    row = document(plan)
    rebuild_index()
    Document.objects.filter(pk=row.pk).update(is_exempt=True, legal_basis="offl. § 14")
    assert search("havneforhold", by=None, at=make.AT).ids == []
    client.force_login(manager)
    assert found(client, "havneforhold") == [f"/processes/{plan.process_id}/documents/{row.pk}/"]


def test_a_document_of_a_closed_decision_is_not_found_by_others(client: Client) -> None:
    plan, _manager, _version = full.published()
    document(plan, decision=closed_decision(plan))
    rebuild_index()
    assert found(client, "havneforhold") == []


def test_every_hit_of_the_public_can_be_opened_by_the_public(client: Client) -> None:
    plan, _manager, _version = full.published()
    rebuild_index()
    addresses = {address for words in ("dyrøy", "samling", "vedta", "e") for address in found(client, words)}
    opened = {address: client.get(address).status_code for address in addresses}
    assert len(opened) >= 5
    assert opened == dict.fromkeys(opened, 200)
    assert f"/plans/{plan.pk}/" in opened


def test_a_stranger_with_an_account_sees_no_more_than_anybody(client: Client) -> None:
    plan, _manager, _version = full.published()
    Plan.objects.filter(pk=plan.pk).update(vision="Hvalrosser i fjorden")
    rebuild_index()
    client.force_login(make.person())
    assert found(client, "hvalrosser") == []


def test_only_what_changed_is_read_anew() -> None:
    plan, _manager, _version = full.published()
    assert (refresh_index(), refresh_index()) == (1, 0)
    other = make.process()
    assert (refresh_index(), SearchEntry.objects.filter(process=other).count()) == (1, 1)
    index_process(plan.process_id)
    assert rebuild_index() == 2


def test_titles_come_before_texts_and_kinds_can_be_chosen(client: Client) -> None:
    plan, _manager, _version = full.published()
    document(plan, title="Sjømat")
    rebuild_index()
    assert found(client, "sjømat")[0].startswith(f"/processes/{plan.process_id}/documents/")
    assert found(client, "sjømat", kind="plan") == [f"/plans/{plan.pk}/"]


@pytest.mark.parametrize("is_insider", [True, False])
def test_search_asks_the_database_few_times(
    client: Client,
    django_assert_max_num_queries,  # type: ignore[no-untyped-def]
    is_insider: bool,
) -> None:
    plan, manager, _version = full.published()
    for _number in range(3):
        document(plan)
    rebuild_index()
    if is_insider:
        client.force_login(manager)
    with django_assert_max_num_queries(10):
        client.get("/search/?q=e")


def test_marks_stand_on_what_was_found_in_its_own_letters() -> None:
    assert marked("Ålesund og ålen", ("ål",)) == [
        Piece("Ål", is_found=True),
        Piece("esund og "),
        Piece("ål", is_found=True),
        Piece("en"),
    ]


def test_folding_keeps_the_length_so_that_places_agree() -> None:
    texts = ("Straße", "İstanbul", "ÆØÅ", "ﬁn", "A\u030ase", "Čáhppe")
    assert [len(fold(text)) for text in texts] == [6, 8, 3, 2, 3, 6]
    assert fold("A\u030ase") == "åse"


def test_an_excerpt_begins_and_ends_at_whole_words() -> None:
    text = "begynnelse " * 40 + "nålen her " + "slutt " * 60
    cut = excerpt(text, fold(text), ("nålen",))
    assert (cut.startswith("… begynnelse "), "nålen her" in cut, cut.endswith("slutt …")) == (
        True,
        True,
        True,
    )
    assert len(cut) < 260


def test_words_are_few_folded_and_without_quotes() -> None:
    assert words_of("«Omstilling», OMSTILLING? (plan)") == ("omstilling", "plan")
    assert len(words_of(" ".join(map(str, range(30))))) == 8


def test_an_erased_or_inactive_person_is_nobody() -> None:
    plan, manager, _version = full.published()
    Plan.objects.filter(pk=plan.pk).update(vision="Hvalrosser i fjorden")
    rebuild_index()
    assert len(search("hvalrosser", by=manager, at=make.AT).ids) == 1
    assert search("hvalrosser", by=Person(pk=10**6), at=make.AT).ids == []
    manager.place_roles.update(until=make.AT.date() - timedelta(days=1))
    manager.process_roles.update(until=make.AT.date() - timedelta(days=1))
    assert search("hvalrosser", by=manager, at=make.AT).ids == []
