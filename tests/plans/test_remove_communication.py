from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import remove_communication
from dugnad.plans.models import CommunicationActivity
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_those_who_plan_take_an_activity_out():
    process = ground.process()
    row = ground.activity(process)
    with pytest.raises(Refused):
        remove_communication(row, by=ground.inside(process), at=make.AT)
    assert CommunicationActivity.objects.count() == 1
    remove_communication(row, by=ground.by(process), at=make.AT)
    assert CommunicationActivity.objects.count() == 0
