from __future__ import annotations

from datetime import date

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import Invited
from dugnad.plans.models import Plan, Reader, ReadingRound
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_the_draft_is_frozen_and_each_reader_gets_a_link_that_cannot_be_guessed():
    plan = ground.plan(ground.process())
    readers = [Invited(milieu="founders", name=f"Leser {number}") for number in range(3)]
    opened = ground.reading(plan, readers=readers)
    assert [area["code"] for area in opened.version.content["areas"]] == ["A", "B"]
    tokens = set(opened.readers.values_list("token", flat=True))
    assert (len(tokens), {len(token) for token in tokens}) == (3, {43})


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"closes_on": date(2027, 1, 9)}, "The round closes before it opens."),
        (
            {"opens_on": date(2027, 1, 1), "closes_on": date(2027, 1, 10)},
            "The round would close on a day that has passed.",
        ),
        ({"readers": []}, "Invite at least one reader."),
    ],
)
def test_a_round_that_cannot_be_is_refused(words, sentence):
    plan = ground.plan(ground.process())
    with pytest.raises(Refused) as refused:
        ground.reading(plan, **words)
    assert str(refused.value) == sentence
    assert (ReadingRound.objects.count(), Reader.objects.count(), plan.versions.count()) == (0, 0, 0)


def test_only_a_draft_is_laid_out():
    plan = ground.plan(ground.process())
    plan.state = Plan.State.SUBMITTED
    with pytest.raises(Refused, match="Only a draft is laid out for reading"):
        ground.reading(plan)
