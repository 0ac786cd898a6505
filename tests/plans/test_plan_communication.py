from __future__ import annotations

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import CommunicationFacts, plan_communication
from dugnad.plans.models import CommunicationActivity
from dugnad.plans.queries import findings_of
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
FACTS = CommunicationFacts(
    title="Folkemøte", audience="Alle", channel="Lokalavisa", planned_on=date(2027, 1, 18)
)


def test_an_activity_in_the_mobilisation_answers_the_check():
    process = ground.process()
    plan = ground.plan(process)

    def missing() -> list[str]:
        return [row.where for row in findings_of(plan) if row.rule == "A-12" and row.where == "communication"]

    assert missing() == ["communication"]
    ground.activity(process, phase_key="mobilisation", owner=ground.by(process))
    assert missing() == []


def test_only_those_who_write_plan_it_and_not_before_mobilisation():
    process = ground.process(phase="start")
    with pytest.raises(Refused, match="This opens in the phase"):
        plan_communication(process, by=ground.by(process), at=make.AT, facts=FACTS)
    with pytest.raises(Refused, match="Only the project manager"):
        plan_communication(process, by=ground.inside(process), at=make.AT, facts=FACTS)
    assert CommunicationActivity.objects.count() == 0
