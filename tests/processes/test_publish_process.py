"""Publishing a process."""

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.processes.commands import change_state, publish_process
from dugnad.processes.models import Process
from tests import make

pytestmark = pytest.mark.django_db


def test_a_published_process_is_seen_by_anyone_until_it_is_withdrawn():
    leader = make.person()
    process = make.process(by=leader)
    assert list(Process.objects.published()) == []
    publish_process(process, by=leader, at=make.AT)
    assert list(Process.objects.published()) == [process]
    change_state(process, by=leader, at=make.AT, state="withdrawn", reason="Fylket trakk tilsagnet.")
    assert list(Process.objects.published()) == []


def test_it_is_published_once():
    leader = make.person()
    process = make.process(by=leader)
    publish_process(process, by=leader, at=make.AT)
    with pytest.raises(Refused, match="already published"):
        publish_process(process, by=leader, at=make.AT)
