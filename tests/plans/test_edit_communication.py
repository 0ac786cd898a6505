from __future__ import annotations

from datetime import date

import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.plans.commands import CommunicationFacts, edit_communication
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
FACTS = CommunicationFacts(title="Ny", audience="Ungdom", channel="Skolen", planned_on=date(2027, 2, 1))


def test_an_activity_is_changed_by_the_one_who_has_seen_its_newest_words():
    process = ground.process()
    row = ground.activity(process)
    edit_communication(row, by=ground.by(process), at=make.AT, revision=1, facts=FACTS)
    assert (row.title, row.planned_on, row.revision) == ("Ny", date(2027, 2, 1), 2)
    with pytest.raises(Outdated):
        edit_communication(row, by=ground.by(process), at=make.AT, revision=1, facts=FACTS)
    with pytest.raises(Refused):
        edit_communication(row, by=make.person(), at=make.AT, revision=2, facts=FACTS)
