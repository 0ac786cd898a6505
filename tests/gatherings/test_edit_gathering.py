from __future__ import annotations

from datetime import date

import pytest

from dugnad.gatherings.commands import GatheringFacts, edit_gathering
from dugnad.kit.verdicts import Outdated, Refused
from tests import make
from tests.gatherings import story

pytestmark = pytest.mark.django_db
FACTS = GatheringFacts(title="Ny", held_on=date(2027, 1, 9), milieux={"voluntary": 2})


def test_a_changed_record_replaces_words_milieux_and_outcomes():
    process = story.mobilising()
    held = story.gathering(process, milieux={"founders": 3}, outcomes={"vision": ("a", "b")})
    edit_gathering(held, by=story.by(process), at=make.AT, revision=1, facts=FACTS)
    assert (held.title, held.participants, held.revision) == ("Ny", None, 2)
    assert list(held.milieux.values_list("milieu", "people")) == [("voluntary", 2)]
    assert list(held.outcomes.all()) == []


def test_the_second_of_two_writers_overwrites_nothing():
    process = story.mobilising()
    held = story.gathering(process)
    edit_gathering(held, by=story.by(process), at=make.AT, revision=1, facts=FACTS)
    late = GatheringFacts(title="For sent", held_on=date(2027, 1, 9))
    with pytest.raises(Outdated) as outdated:
        edit_gathering(held, by=story.by(process), at=make.AT, revision=1, facts=late)
    assert outdated.value.current.title == "Ny"


def test_somebody_without_a_part_changes_nothing():
    held = story.gathering(story.mobilising())
    with pytest.raises(Refused):
        edit_gathering(held, by=make.person(), at=make.AT, revision=1, facts=FACTS)
