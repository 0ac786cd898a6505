from __future__ import annotations

import pytest

from dugnad.gatherings.commands import reach_milieux
from dugnad.gatherings.models import MilieuReached
from dugnad.kit.verdicts import Refused
from tests import make
from tests.gatherings import story

pytestmark = pytest.mark.django_db


def test_milieux_reached_otherwise_replace_what_stood_there_and_leave_gatherings_alone():
    process = story.mobilising()
    story.gathering(process, milieux={"founders": 3})
    for milieux in ({"emigrated": 4}, {"voluntary": 2}):
        reach_milieux(process, by=story.by(process), at=make.AT, milieux=milieux)
    rows = MilieuReached.objects.values_list("milieu", "people", "gathering__title")
    assert sorted(rows) == [("founders", 3, "Samling på Fjordheim"), ("voluntary", 2, None)]


def test_nobody_reaches_fewer_than_one_person_and_strangers_write_nothing():
    process = story.mobilising()
    with pytest.raises(Refused, match="at least one person"):
        reach_milieux(process, by=story.by(process), at=make.AT, milieux={"founders": -1})
    with pytest.raises(Refused, match="Only the project manager"):
        reach_milieux(process, by=make.person(), at=make.AT, milieux={"founders": 1})
    assert MilieuReached.objects.count() == 0
