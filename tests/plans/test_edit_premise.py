from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans.commands import edit_premise
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
WORDS = {"kind": "opportunity", "title": "Ny sjømat", "text": "Mer"}


def test_a_challenge_becomes_an_opportunity_and_keeps_its_code():
    process = ground.process()
    row = ground.premise(ground.analysis(process))
    edit_premise(row, by=ground.by(process), at=make.AT, revision=1, **WORDS)
    assert (row.kind, row.title, row.code, row.revision) == ("opportunity", "Ny sjømat", "U1", 2)
    with pytest.raises(Outdated):
        edit_premise(row, by=ground.by(process), at=make.AT, revision=1, **WORDS)
    with pytest.raises(Refused):
        edit_premise(row, by=make.person(), at=make.AT, revision=2, **WORDS)
