import pytest
from django.db import transaction

from dugnad.journal.commands import record
from dugnad.journal.models import Entry, Payload
from dugnad.site.cli import main


@pytest.fixture
def entries(db, at):
    with transaction.atomic():
        return [record("plan.drafted", subject=f"plan/{number}", by=None, at=at) for number in (1, 2)]


def test_a_journal_that_nobody_touched_is_whole(entries, capsys):
    assert main(["verify-journal"]) == 0
    assert capsys.readouterr().out == "The journal is whole.\n"


def test_an_altered_entry_is_named_and_fails_the_proof(entries, capsys):
    Entry.objects.filter(pk=entries[1].pk).update(subject="plan/3")
    assert main(["verify-journal"]) == 1
    expected = f"{entries[1].chain_id} entry 2 was altered\nThe journal is NOT whole.\n"
    assert capsys.readouterr().out == expected


def test_an_erased_entry_is_told_apart_from_an_altered_one(entries, at, capsys):
    Payload.objects.filter(pk=entries[0].pk).update(salt="", content={}, erased_at=at)
    assert main(["verify-journal"]) == 0
    expected = f"{entries[0].chain_id} entry 1 was erased, as the law allows\nThe journal is whole.\n"
    assert capsys.readouterr().out == expected


def test_a_port_that_is_no_number_ends_in_a_sentence(monkeypatch, capsys):
    monkeypatch.setenv("PORT", "door")
    assert main(["serve"]) == 2
    assert capsys.readouterr().err == "dugnad: PORT is a number from 1 to 65535, not 'door'.\n"


def test_a_room_that_is_not_there_ends_in_a_sentence(capsys):
    assert main(["extract-messages", "cellar"]) == 2
    assert capsys.readouterr().err.startswith("dugnad: there is no room called cellar; there are ")
