"""Pausing, resuming, withdrawing and closing."""

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import change_state
from tests import make

pytestmark = pytest.mark.django_db

POSSIBLE = {
    ("running", "paused"), ("running", "withdrawn"), ("running", "closed"),
    ("paused", "running"), ("paused", "withdrawn"), ("paused", "closed"),
}  # fmt: skip
STATES = ("running", "paused", "withdrawn", "closed")


@pytest.mark.parametrize("before", STATES)
@pytest.mark.parametrize("after", STATES)
def test_a_process_goes_only_where_it_can(before, after):
    leader = make.person()
    process = make.process(by=leader)
    process.state = before
    process.save()
    if (before, after) in POSSIBLE:
        change_state(process, by=leader, at=make.AT, state=after, reason="Budsjettet.")
        process.refresh_from_db()
        assert (process.state, process.state_reason) == (after, "Budsjettet.")
    else:
        with pytest.raises(Refused, match="not in a state where this can be done"):
            change_state(process, by=leader, at=make.AT, state=after, reason="Budsjettet.")


def test_a_pause_needs_its_reason_and_a_resumption_none():
    leader = make.person()
    process = make.process(by=leader)
    with pytest.raises(Refused, match="Write the reason"):
        change_state(process, by=leader, at=make.AT, state="paused", reason=" ")
    change_state(process, by=leader, at=make.AT, state="paused", reason="Valget.")
    change_state(process, by=leader, at=make.AT, state="running")
    assert list(Entry.objects.order_by("pk").values_list("verb", flat=True))[-2:] == [
        "process.paused", "process.resumed",
    ]  # fmt: skip
