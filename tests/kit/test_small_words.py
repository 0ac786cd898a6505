"""Dates, amounts, digests, wordings and verdicts: small things that everything else stands on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dugnad.kit.dates import format_date, parse_duration, shift
from dugnad.kit.digests import canonical_json, digest
from dugnad.kit.findings import Finding, Severity, accept_warnings, open_findings
from dugnad.kit.money import format_kroner, format_number, parse_number
from dugnad.kit.verdicts import ALLOWED, Refused, enforce, first_refusal, refuse
from dugnad.kit.wording import compare_words


@pytest.mark.parametrize(
    ("day", "duration", "moved"),
    [
        (date(2027, 3, 31), "-P1M", date(2027, 2, 28)),
        (date(2028, 2, 29), "P1Y", date(2029, 2, 28)),
        (date(2027, 1, 1), "P6Y", date(2033, 1, 1)),
        (date(2027, 1, 11), "P3W", date(2027, 2, 1)),
        (date(2027, 1, 11), "-P2W", date(2026, 12, 28)),
        (date(2027, 1, 11), "P1M15D", date(2027, 2, 26)),
        (date(2027, 1, 11), "P0D", date(2027, 1, 11)),
    ],
)
def test_a_day_is_moved_as_people_count(day: date, duration: str, moved: date) -> None:
    assert shift(day, duration) == moved


@pytest.mark.parametrize("text", ["", "P", "1M", "P1H", "P1.5M", "--P1D", "P1M "])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an ISO-8601 duration"):
        parse_duration(text)


def test_a_day_is_written_as_each_language_does() -> None:
    written = {language: format_date(date(2027, 3, 1), language) for language in ("nb", "nn", "da", "en")}
    assert written == {
        "nb": "1. mars 2027",
        "nn": "1. mars 2027",
        "da": "1. marts 2027",
        "en": "1 March 2027",
    }


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1 200 000,50 kr", "1200000.50"),
        ("1.200.000", "1200000"),
        ("1,200.5", "1200.5"),
        ("kr 300 000,-", "300000"),
        ("12,5", "12.5"),
        ("12.345", "12345"),
        ("−7", "-7"),
        ("-0,25", "-0.25"),
        ("1\u00a0000", "1000"),
    ],
)
def test_a_number_is_read_as_it_was_meant(typed: str, read: str) -> None:
    assert parse_number(typed) == Decimal(read)


@pytest.mark.parametrize("typed", ["", "tolv", "1,2,3,", "=1+1", "--5", "1e9", "NaN", "∞"])
def test_what_cannot_be_read_without_guessing_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the form says the sentence
        parse_number(typed)


@given(st.integers(-(10**12), 10**12), st.sampled_from(["nb", "nn", "da", "en"]))
def test_an_amount_that_is_written_can_be_read_again(amount: int, language: str) -> None:
    assert parse_number(format_kroner(amount, language)) == amount


def test_numbers_have_no_more_decimals_than_they_need() -> None:
    assert format_number(Decimal("12345.60"), "nb") == "12\u00a0345,6"
    assert format_number(Decimal("12345.60"), "da") == "12.345,6"
    assert format_number(Decimal("3.00"), "en") == "3"


def test_the_same_content_has_the_same_digest_in_any_order() -> None:
    assert digest({"b": Decimal("1.50"), "a": date(2027, 1, 1)}) == digest(
        {"a": date(2027, 1, 1), "b": Decimal("1.5")}
    )
    assert canonical_json({"æ": [1, None]}) == '{"æ":[1,null]}'


@given(st.text(), st.text())
def test_a_comparison_holds_both_texts_whole(before: str, after: str) -> None:
    changes = compare_words(before, after)
    assert "".join(c.text for c in changes if c.kind != "added") == before
    assert "".join(c.text for c in changes if c.kind != "removed") == after


def test_words_are_compared_whole() -> None:
    told = [(c.kind, c.text) for c in compare_words("fire innsatsområder", "tre innsatsområder")]
    assert told == [("removed", "fire"), ("added", "tre"), ("same", " innsatsområder")]


def test_the_first_no_is_the_answer_and_is_raised_with_its_sentence() -> None:
    verdict = first_refusal([ALLOWED, refuse("Name the steering group first."), refuse("Later.")])
    with pytest.raises(Refused, match="Name the steering group first"):
        enforce(verdict)
    assert first_refusal([]) is ALLOWED


def test_a_reason_opens_a_warning_but_never_an_error() -> None:
    findings = [
        Finding("A-04", Severity.WARNING, "two areas", "areas", "S2"),
        Finding("A-03", Severity.ERROR, "no main goal", "main_goal", "S2"),
        Finding("A-11", Severity.INFO, "milieux", "milieux_reached", "S2"),
    ]
    judged = accept_warnings(findings, {("A-04", "areas"): "small place", ("A-03", "main_goal"): "please"})
    assert [finding.rule for finding in open_findings(judged)] == ["A-03"]
