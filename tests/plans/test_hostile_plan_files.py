"""Files that are no plans: each is refused with its line and what was expected, and soon."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from dugnad.plans import outline as o
from dugnad.plans.importing import PlanFileError, read_plan


def refused(content: str | bytes) -> list[str]:
    """What reading the file says is wrong, in English."""
    with override("en"), pytest.raises(PlanFileError) as caught:
        read_plan(content)
    with override("en"):
        return str(caught.value).splitlines()


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.binary(max_size=200)))
def test_no_content_whatsoever_ends_in_anything_but_an_outline_or_a_file_error(content):
    with suppress(PlanFileError):
        assert isinstance(read_plan(content), o.PlanOutline)


LEVELS = "".join(f"{' ' * level}a:\n" for level in range(13))
HOSTILE = [
    ("title: [1\n", "line 2, column 1: expected YAML that can be read"),
    ("title: a\n  vision: b\n", "line 2, column 9: expected YAML that can be read"),
    (
        "areas:\n\t- code: A\n",
        "line 2, column 1: expected spaces before the first word of a line, found a tab",
    ),
    ("title: a\nvision: b\ntitle: c\n", "line 3, column 1, title: expected each key once"),
    ("titel: a\n", "line 1, column 1, titel: expected a known key; did you mean “title”?, found “titel”"),
    ("place: {nmae: x}\n", "line 1, column 9, place.nmae: expected a known key; did you mean “name”?"),
    ("<<: {title: a}\n", "line 1, column 1, <<: expected one of the keys"),
    (
        "areas:\n  - goals:\n      - target: ten\n",
        "line 3, column 17, areas.1.goals.1.target: expected a number",
    ),
    ("title: 2018\n", "line 1, column 8, title: expected text (in quotes"),
    ("title: 2018-01-01\n", "line 1, column 8, title: expected text (in quotes"),
    ("title: true\n", "line 1, column 8, title: expected text (in quotes"),
    ("title: {a: b}\n", "line 1, column 8, title: expected text"),
    ("areas: A\n", "line 1, column 8, areas: expected a list, each entry beginning with a hyphen, found “A”"),
    ("areas: [A]\n", "line 1, column 9, areas.1: expected keys with values, such as “code: …”, found “A”"),
    ("- title\n", "line 1, column 1: expected keys with values"),
    ("just words\n", "line 1, column 1: expected keys with values"),
    ("language: sv\n", "line 1, column 11, language: expected one of: nb, nn, da, en, found “sv”"),
    (
        "main_goal: {is_cumulative: yes}\n",
        "line 1, column 28, main_goal.is_cumulative: expected true or false",
    ),
    ("grant_committed_on: 2018-02-30\n", "line 1, column 21, grant_committed_on: expected a day that exists"),
    ("grant_committed_on: 1.2.2018\n", "line 1, column 21, grant_committed_on: expected a date such as"),
    ("grant_committed_on: 0018-02-01\n", "line 1, column 21, grant_committed_on: expected a date from 1900"),
    (
        "grant_committed_on: 2018-02-01T10:00:00\n",
        "line 1, column 21, grant_committed_on: expected a date such",
    ),
    ("money: [{amount: -1}]\n", "line 1, column 18, money.1.amount: expected a whole number from 0"),
    ("money: [{amount: 1.5}]\n", "line 1, column 18, money.1.amount: expected a whole number"),
    ("money: [{amount: 1 000}]\n", "line 1, column 18, money.1.amount: expected a whole number"),
    ("money: [{amount: true}]\n", "line 1, column 18, money.1.amount: expected a whole number"),
    ("money: [{amount: 0x10}]\n", "line 1, column 18, money.1.amount: expected a whole number"),
    (f"money: [{{amount: {'9' * 5000}}}]\n", "line 1, column 18, money.1.amount: expected a whole number"),
    ("main_goal: {target: .nan}\n", "line 1, column 21, main_goal.target: expected a number"),
    ("main_goal: {target: .inf}\n", "line 1, column 21, main_goal.target: expected a number"),
    ("main_goal: {target: 1e9999}\n", "line 1, column 21, main_goal.target: expected a number"),
    ("main_goal: {target: 1.2345}\n", "line 1, column 21, main_goal.target: expected a number"),
    ("administration: {18: 5}\n", "line 1, column 18, administration.18: expected each year once"),
    ("administration: [5]\n", "line 1, column 17, administration: expected years with numbers"),
    ("administration: {2018: many}\n", "line 1, column 24, administration.2018: expected a whole number"),
    ("title: &a b\n", "line 1, column 8, title: expected the value itself"),
    ("title: *a\n", "line 1, column 8, title: expected the value itself"),
    ("title: !!str 2018\n", "line 1, column 8, title: expected a value without a type tag (!)"),
    (
        "title: !!python/object/apply:os.system ['true']\n",
        "line 1, column 8, title: expected a value without a type",
    ),
    ("? [a]\n: b\n", "line 1, column 3: expected a key, found a list"),
    ("title: a\n---\ntitle: b\n", "line 2, column 1: expected one plan in a file, found a second document"),
    (LEVELS, "line 13, column 13, a.a.a.a.a.a.a.a.a.a.a.a: expected at most 12 levels, found a deeper one"),
    ("[" * 100_000, "line 1, column 13, 1.1.1.1.1.1.1.1.1.1.1.1: expected at most 12 levels"),
    ("title: a\x07b\n", "line 1, column 9: expected text without control characters, found U+0007"),
    ("title: a\nvision: Dyrøy\n".encode("latin-1"), "line 2, column 12: expected text in UTF-8, found 0xF8"),
    ("title: a\n".encode("utf-16"), "line 1, column 1: expected text in UTF-8, found 0xFF"),
    ("title: \ud800\n", "line 1, column 8: expected text in UTF-8"),
    (b"\x7fELF\x00\x01", "line 1, column 1: expected text without control characters"),
    ("#" * (1024 * 1024 + 1), "expected at most 1,048,576 bytes, found more"),
]


@pytest.mark.parametrize(("content", "sentence"), HOSTILE, ids=range(len(HOSTILE)))
def test_a_file_that_is_no_plan_is_refused_with_its_line_and_what_was_expected(content, sentence):
    assert refused(content)[0].startswith(sentence)


def test_twelve_levels_are_read():
    assert "a known key" in refused("".join(LEVELS.splitlines(keepends=True)[:12]).replace("a:", "tilte:"))[0]


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    file = "titel: a\nperiods:\n  - starts_on: soon\n    ends_on: 2018-13-01\nmoney:\n  - amount: -1\n"
    assert [problem.split(":")[0] for problem in refused(file)] == [
        "line 1, column 1, titel",
        "line 3, column 16, periods.1.starts_on",
        "line 4, column 14, periods.1.ends_on",
        "line 6, column 13, money.1.amount",
    ]


def test_a_problem_is_told_in_the_readers_language():
    with pytest.raises(PlanFileError) as caught:
        read_plan("titel: a\n")
    with override("nb"):
        assert (
            str(caught.value)
            == "linje 1, kolonne 1, titel: ventet en kjent nøkkel; mente du «title»?, fant «titel»"
        )


def test_a_bomb_is_refused_before_it_grows():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n"
        for before, key in zip("abcdefgh", "bcdefghi", strict=True)
    )
    start = perf_counter()
    assert refused(bomb)[0].startswith("line 1, column 4, a: expected the value itself")
    assert perf_counter() - start < 1


@pytest.mark.parametrize("line", ["  - x\n", "  - {x: 1}\n", "  - {frames: {x: 1}}\n", "  - !x {}\n"])
def test_of_a_million_problems_the_first_fifty_are_told(line):
    start = perf_counter()
    assert len(refused("areas:\n" + line * 40_000)) == 50
    assert perf_counter() - start < 5
