from __future__ import annotations

from datetime import date

import pytest

from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import AnalysisFacts, start_analysis
from dugnad.plans.models import Analysis
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_a_process_gets_its_one_analysis():
    process = ground.process()
    made = ground.analysis(process, jobs_lost=120, employed=900, employed_year=2026)
    assert (made.title, made.jobs_lost, made.employed_year) == ("Utviklingsanalyse", 120, 2026)
    assert entries_of(process.pk).first().verb == "analysis.started"
    with pytest.raises(Refused, match="already has its analysis"):
        ground.analysis(process)
    assert Analysis.objects.count() == 1


@pytest.mark.parametrize(
    ("phase", "who", "facts", "sentence"),
    [
        ("council", ground.by, {}, "This opens in the phase"),
        ("gatherings", ground.inside, {}, "Only the project manager and the hired consultant write"),
        ("gatherings", ground.by, {"finished_on": date(2027, 1, 12)}, "on a day that lies ahead"),
    ],
)
def test_an_analysis_is_refused_with_its_reason(phase, who, facts, sentence):
    process = ground.process(phase=phase)
    with pytest.raises(Refused, match=sentence):
        start_analysis(process, by=who(process), at=make.AT, facts=AnalysisFacts(title="x", **facts))
    assert Analysis.objects.count() == 0
