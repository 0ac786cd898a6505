from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import Anchored, answer_reading, set_anchorings
from dugnad.plans.models import Anchoring
from dugnad.plans.queries import findings_of
from dugnad.plans.rules.reading import MOST_LETTERS
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def test_an_answer_anchors_the_areas_it_speaks_of_by_hearing_and_the_check_sees_it():
    process = ground.process()
    plan = ground.plan(process, areas="A")
    area = plan.areas.get()
    named = [Anchored(milieu="founders", relation="involves")]
    set_anchorings(area, by=ground.by(process), at=make.AT, revision=area.revision, anchorings=named)

    def waiting() -> list[str]:
        return [row.where for row in findings_of(plan) if row.rule == "A-34"]

    assert waiting() == ["areas.A.anchorings"]
    reader = ground.reading(plan).readers.get()
    answer_reading(reader, at=make.AT, answer="Vi er med.", area_codes=["A"])
    assert waiting() == []
    row = Anchoring.objects.get()
    assert (row.how, row.reference, row.anchored_on) == ("hearing", "Grete Gründer", make.AT.date())


def test_an_answer_may_be_changed_until_the_round_closes():
    reader = ground.reading(ground.plan(ground.process())).readers.get()
    for words in ("Ja.", "Nei, forresten."):
        answer_reading(reader, at=make.AT, answer=words)
    assert reader.answer == "Nei, forresten."


@pytest.mark.parametrize(
    ("day", "answer", "sentence"),
    [
        (9, "Ja", "The round has not opened yet."),
        (11, "  ", "Write your answer."),
        (11, "x" * (MOST_LETTERS + 1), "An answer has at most 20,000 letters."),
        (31, "Ja", ""),
    ],
)
def test_an_answer_comes_between_the_dates_and_says_something(day, answer, sentence):
    reader = ground.reading(ground.plan(ground.process())).readers.get()
    at = datetime(2027, 1, day, 12, tzinfo=UTC)
    if not sentence:
        answer_reading(reader, at=at, answer=answer)
        late = at.replace(month=2, day=1)
        with pytest.raises(Refused, match="The round has closed"):
            answer_reading(reader, at=late, answer=answer)
        return
    with pytest.raises(Refused) as refused:
        answer_reading(reader, at=at, answer=answer)
    assert str(refused.value) == sentence
