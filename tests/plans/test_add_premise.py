from __future__ import annotations

import pytest

from dugnad.kit.verdicts import Refused
from dugnad.plans.commands import add_premise, remove_premise
from dugnad.plans.queries import findings_of
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


def unanswered(plan) -> list[str]:
    return [finding.where for finding in findings_of(plan) if finding.rule == "A-02"]


def test_a_premise_is_added_under_its_code_and_only_by_those_who_write():
    process = ground.process()
    row = ground.analysis(process)
    facts = {"kind": "opportunity", "code": "M1", "title": "Dypvannskai"}
    with pytest.raises(Refused):
        add_premise(row, by=make.person(), at=make.AT, **facts)
    premise = add_premise(row, by=ground.by(process), at=make.AT, **facts)
    assert (str(premise), list(row.premises.all())) == ("M1 Dypvannskai", [premise])


def test_a_challenge_that_no_area_answers_is_found_by_the_check():
    process = ground.process()
    row = ground.finished(process)
    answered = ground.premise(row, code="U1")
    plan = ground.plan(process, areas="A", answers=[answered])
    assert unanswered(plan) == []
    ground.premise(row, code="U2")
    assert unanswered(plan) == ["premises.U2"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("U1", "The code U1 is taken; choose another."),
        ("U 2", "A code is one to eight letters and digits, for example A or U1."),
        ("<b>", "A code is one to eight letters and digits, for example A or U1."),
    ],
)
def test_a_code_is_its_own_also_after_its_challenge_went(code, sentence):
    process = ground.process()
    row = ground.analysis(process)
    remove_premise(ground.premise(row, code="U1"), by=ground.by(process), at=make.AT, revision=1)
    with pytest.raises(Refused) as refused:
        ground.premise(row, code=code)
    assert str(refused.value) == sentence
