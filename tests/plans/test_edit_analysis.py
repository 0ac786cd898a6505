from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans.commands import AnalysisFacts, edit_analysis
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_the_facts_are_changed_and_the_revision_rises():
    process = ground.process()
    row = ground.analysis(process)
    facts = AnalysisFacts(title="Ny", summary="Kort")
    edit_analysis(row, by=ground.by(process), at=make.AT, revision=1, facts=facts)
    assert (row.title, row.summary, row.revision) == ("Ny", "Kort", 2)


def test_the_second_writer_overwrites_nothing_and_a_stranger_writes_nothing():
    process = ground.process()
    row = ground.analysis(process)
    edit_analysis(row, by=ground.by(process), at=make.AT, revision=1, facts=AnalysisFacts(title="Først"))
    with pytest.raises(Outdated) as outdated:
        edit_analysis(row, by=ground.by(process), at=make.AT, revision=1, facts=AnalysisFacts(title="Sist"))
    assert outdated.value.current.title == "Først"
    with pytest.raises(Refused):
        edit_analysis(row, by=make.person(), at=make.AT, revision=2, facts=AnalysisFacts(title="x"))
