"""The journal cannot be rewritten without being found out, and forgets a person without breaking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction

from dugnad.journal.commands import erase_person, record
from dugnad.journal.models import Chain, Entry, Payload
from dugnad.journal.queries import Fault, entries_of, entries_since, verify_chains
from tests import make

if TYPE_CHECKING:
    from dugnad.people.models import Person

pytestmark = pytest.mark.django_db


def write(count: int, *, by: Person | None = None, process_id: int | None = 7) -> list[Entry]:
    with transaction.atomic():
        return [
            record(
                "plan.edited", subject="plan/1", by=by, at=make.AT, process_id=process_id, content={"n": n}
            )
            for n in range(count)
        ]


def test_entries_follow_each_other_and_hold() -> None:
    first, second = write(2)

    assert (first.number, second.number) == (1, 2)
    assert second.previous == first.hash
    assert list(verify_chains()) == []
    assert [entry.number for entry in entries_of(7)] == [2, 1]
    assert [entry.pk for entry in entries_since(first.pk)] == [second.pk]


@pytest.mark.parametrize(
    "change",
    [
        lambda: Entry.objects.filter(number=2).update(verb="plan.adopted"),
        lambda: Entry.objects.filter(number=2).update(subject="plan/2"),
        lambda: Entry.objects.filter(number=2).update(at=make.AT.replace(year=2020)),
        lambda: Payload.objects.filter(entry__number=2).update(content={"n": 99}),
    ],
)
def test_a_rewritten_entry_is_found(change: object) -> None:
    write(3)
    change()  # type: ignore[operator]

    assert Fault("process/7", 2, "altered") in list(verify_chains())


def test_a_missing_entry_is_found_in_the_middle_and_at_the_end() -> None:
    write(3)
    Payload.objects.filter(entry__number=3).delete()
    Entry.objects.filter(number=3).delete()

    assert list(verify_chains()) == [Fault("process/7", 3, "missing")]


def test_a_whole_new_history_does_not_fit_the_head() -> None:
    write(2)
    Chain.objects.update(head="0" * 64)

    assert list(verify_chains()) == [Fault("process/7", 2, "missing")]


def test_chains_of_two_processes_do_not_touch() -> None:
    write(2, process_id=7)
    write(1, process_id=8)
    write(1, process_id=None)

    assert [(chain.key, chain.length) for chain in Chain.objects.order_by("key")] == [
        ("installation", 1),
        ("process/7", 2),
        ("process/8", 1),
    ]


def test_an_erased_person_leaves_the_chain_whole_and_is_told_apart() -> None:
    person = make.person()
    with transaction.atomic():
        record(
            "comment.added", subject="plan/1", by=person, at=make.AT, process_id=7,
            content={"text": "min mening"}, person_ids=(person.pk,),
        )  # fmt: skip
    write(1)
    erase_person(person.pk, at=make.AT)

    assert list(verify_chains()) == [Fault("process/7", 1, "erased")]
    payload = Payload.objects.get(entry__number=1, entry__chain_id="process/7")
    assert (payload.content, payload.salt) == ({}, "")


def test_an_entry_needs_its_commands_transaction(transactional_db: None) -> None:
    with pytest.raises(RuntimeError, match="inside its command's transaction"):
        record("plan.edited", subject="plan/1", by=None, at=make.AT)
