from __future__ import annotations

import pytest

from dugnad.gatherings.commands import remove_gathering
from dugnad.gatherings.models import Gathering, MilieuReached, Outcome
from dugnad.kit.verdicts import Refused
from tests import make
from tests.gatherings import story

pytestmark = pytest.mark.django_db


def test_a_gathering_is_taken_out_with_all_that_hangs_on_it():
    process = story.mobilising()
    held = story.gathering(process, milieux={"founders": 3}, outcomes=story.EVERY_OUTCOME)
    remove_gathering(held, by=story.by(process), at=make.AT)
    assert (Gathering.objects.count(), MilieuReached.objects.count(), Outcome.objects.count()) == (0, 0, 0)


def test_somebody_without_a_part_takes_nothing_out():
    held = story.gathering(story.mobilising())
    with pytest.raises(Refused):
        remove_gathering(held, by=make.person(), at=make.AT)
    assert Gathering.objects.count() == 1
