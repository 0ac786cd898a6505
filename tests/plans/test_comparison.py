from dataclasses import replace

from dugnad.plans.queries.comparison import changes_between, compare_outlines, wordings
from tests.plans import outlines


def test_an_outline_compared_with_itself_has_no_changes():
    plan = outlines.plan()
    assert changes_between(plan, plan) == []
    assert [c.where for c in compare_outlines(plan, plan)] == [w.where for w in wordings(plan)]


def test_a_changed_vision_is_one_passage_word_by_word():
    before, after = outlines.plan(vision="Liv laga"), outlines.plan(vision="Liv og laga")
    [change] = changes_between(before, after)
    assert (change.where, [(c.kind, c.text) for c in change.changes]) == (
        "vision", [("same", "Liv "), ("added", "og "), ("same", "laga")],
    )  # fmt: skip


def test_an_area_that_went_out_is_told_where_it_stood():
    before = outlines.plan()
    after = replace(before, areas=before.areas[1:])
    gone = [change for change in changes_between(before, after) if not change.after]
    assert gone[0].where == f"areas.{before.areas[0].code}"
    assert {change.where.split(".")[1] for change in gone} == {before.areas[0].code}


def test_each_passage_is_named_once():
    places = [wording.where for wording in wordings(outlines.plan())]
    assert len(places) == len(set(places))
