"""The demo is a true story: it loads by commands, its chain holds, and its check finds what it should."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dugnad.hall.demo import load_demo
from dugnad.journal.queries import entries_of, verify_chains
from dugnad.kit.findings import open_findings
from dugnad.plans.models import Plan
from dugnad.plans.queries import findings_of
from dugnad.processes.models import Process


@pytest.mark.django_db
@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 23, 10, tzinfo=UTC),
        datetime(2027, 1, 4, 10, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 30, tzinfo=UTC),
        datetime(2030, 7, 15, 10, tzinfo=UTC),
    ],
)
def test_the_demo_loads_on_any_day_and_its_figures_add_up(at: datetime) -> None:
    load_demo(at=at)

    running, adopted = Process.objects.order_by("-starts_on")
    assert (adopted.plan.state, running.plan.state) == (Plan.State.ADOPTED, Plan.State.DRAFT)
    assert open_findings(findings_of(adopted.plan)) == []
    assert {(finding.rule, finding.where) for finding in open_findings(findings_of(running.plan))} == {
        ("A-02", "premises.U2"),
        ("A-06", "areas.C.goals.2"),
        ("A-34", "areas.D.activities.2.anchorings"),
    }
    assert list(verify_chains()) == []


@pytest.mark.django_db
def test_what_happened_in_the_demo_happened_in_that_order_and_before_now() -> None:
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    load_demo(at=at)

    for process in Process.objects.all():
        moments = [entry.at for entry in reversed(entries_of(process.pk))]
        assert moments == sorted(moments)
        assert moments[-1] <= at
