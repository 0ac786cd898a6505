from __future__ import annotations

from datetime import date

import pytest

from dugnad.gatherings.commands import GatheringFacts, record_gathering
from dugnad.gatherings.models import Gathering
from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from tests import make
from tests.gatherings import story

pytestmark = pytest.mark.django_db


def test_a_gathering_is_recorded_with_its_milieux_and_outcomes_and_told_publicly():
    process = story.mobilising()
    held = story.gathering(process, milieux={"founders": 3}, outcomes={"vision": ("Levende bygd", "Referat")})
    assert [(row.milieu, row.people, row.process_id) for row in held.milieux.all()] == [
        ("founders", 3, process.pk)
    ]
    assert [(row.kind, row.text, row.evidence) for row in held.outcomes.all()] == [
        ("vision", "Levende bygd", "Referat")
    ]
    entry = entries_of(process.pk).first()
    assert (entry.verb, entry.payload.is_public) == ("gathering.recorded", True)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            {"participants": 5, "milieux": {"founders": 6}},
            "A milieu cannot have had more people than took part.",
        ),
        ({"milieux": {"founders": 0}}, "A milieu that was there had at least one person."),
    ],
)
def test_counts_that_cannot_be_are_refused(facts, sentence):
    process = story.mobilising()
    with pytest.raises(Refused) as refused:
        story.gathering(process, **facts)
    assert str(refused.value) == sentence
    assert Gathering.objects.count() == 0


def test_only_those_who_write_record_and_only_when_a_phase_opens_it():
    process = story.mobilising(phase="start")
    facts = GatheringFacts(title="Samling", held_on=date(2027, 1, 8))
    with pytest.raises(Refused, match="Only the project manager and the hired consultant write"):
        record_gathering(process, by=make.person(), at=make.AT, facts=facts)
    with pytest.raises(Refused, match="This opens in the phase"):
        record_gathering(process, by=story.by(process), at=make.AT, facts=facts)
