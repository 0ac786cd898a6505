from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans.commands import remove_premise
from dugnad.plans.models import Premise
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_a_challenge_is_taken_out_by_those_who_write_on_what_they_have_seen():
    process = ground.process()
    row = ground.premise(ground.analysis(process))
    with pytest.raises(Refused, match="Only the project manager"):
        remove_premise(row, by=make.person(), at=make.AT, revision=1)
    with pytest.raises(Outdated):
        remove_premise(row, by=ground.by(process), at=make.AT, revision=7)
    remove_premise(row, by=ground.by(process), at=make.AT, revision=1)
    assert Premise.objects.get().removed_at == make.AT
