"""Each rule on a plan that keeps it and on one that breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from django.utils.translation import override

from dugnad.kit.findings import Finding, Severity, open_findings
from dugnad.plans import outline as o
from dugnad.plans.rules import check_plan
from tests.plans import outlines as make
from tests.plans.broken import BROKEN
from tests.plans.kept import KEPT


def found(plan: o.PlanOutline, rule: str) -> list[tuple[str, str]]:
    """What the check says under one rule: severity and place."""
    return [(f.severity, f.where) for f in check_plan(plan) if f.rule == rule]


def only(plan: o.PlanOutline, rule: str) -> Finding:
    [finding] = [finding for finding in check_plan(plan) if finding.rule == rule]
    return finding


def test_a_clean_plan_has_no_error_and_no_open_warning():
    assert open_findings(check_plan(make.plan())) == []


def test_the_clean_plan_only_shows_its_realism():
    assert [(f.rule, f.severity) for f in check_plan(make.plan())] == [("A-19", Severity.INFO)]


@pytest.mark.parametrize(("rule", "broken", "expected"), BROKEN)
def test_a_broken_rule_is_found_in_its_place(rule, broken, expected):
    assert found(broken, rule) == expected


@pytest.mark.parametrize(("rule", "kept"), KEPT)
def test_a_kept_rule_finds_nothing(rule, kept):
    assert found(kept, rule) == []


def test_without_any_gathering_all_six_outcomes_are_missed_too():
    assert len(found(make.plan(gatherings=()), "A-10")) == 7


def test_an_empty_plan_is_checked_without_failing_and_all_headings_are_missed():
    assert len(found(o.PlanOutline(), "A-13")) == 6


def test_more_than_six_areas_are_warned_of_more_strongly_than_six():
    six, seven = (make.plan(areas=tuple(map(make.area, "ABCDEFG"[:n]))) for n in (6, 7))
    with override("en"):
        assert str(only(six, "A-04").message) == "The plan has 6 focus areas; three to four are normal."
        assert "the effort is spread thin" in str(only(seven, "A-04").message)


def test_realism_shows_the_numbers_and_the_history():
    high = make.plan(analysis=o.Analysis(title="A", finished_on=date(2026, 3, 1), jobs_lost=12, employed=250))
    with override("en"):
        assert str(only(high, "A-19").message) == (
            "15 jobs are 125 % of the 12 jobs lost and 6 % of the 250 employed. Programmes with a published "
            "final count have reached 72–106 % of their target, one mid-way 61 %."
        )


def test_ripple_jobs_count_as_lost():
    analysis = replace(make.ANALYSIS, jobs_lost=10, jobs_lost_ripple=5)
    assert found(make.plan(analysis=analysis), "A-19") == [(Severity.INFO, "main_goal.target")]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "nb",
            "I 2027 gir kildene kr 4 000 000, men områdene og administrasjonen bruker kr 3 900 000: "
            "kr 100 000 er ikke tatt i bruk.",
        ),
        (
            "nn",
            "I 2027 gjev kjeldene kr 4 000 000, men områda og administrasjonen bruker kr 3 900 000: "
            "kr 100 000 er ikkje tekne i bruk.",
        ),
        (
            "da",
            "I 2027 giver kilderne 4.000.000 kr., men områderne og administrationen bruger 3.900.000 kr.: "
            "100.000 kr. er ikke taget i brug.",
        ),
        (
            "en",
            "In 2027 the sources give kr 4,000,000, but areas and administration use kr 3,900,000: "
            "kr 100,000 are not put to use.",
        ),
    ],
)
def test_a_message_is_said_in_the_language_that_is_active_when_it_is_read(language, sentence):
    findings = check_plan(make.with_area(frames=make.amounts(900_000)))
    message = next(f.message for f in findings if f.where == "money.2027")
    with override(language):
        assert str(message).replace("\u00a0", " ") == sentence


def test_a_date_in_a_message_follows_the_language_too():
    late = make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, decided_on=date(2027, 3, 1))))
    message = only(late, "A-08").message
    with override("nb"):
        assert str(message) == "Planen ble vedtatt 59 dager etter at perioden begynte 1. januar 2027."


def test_a_warning_accepted_with_a_reason_is_no_longer_open():
    accepted = o.AcceptedWarning(rule="A-04", where="areas", reason="Vi er få")
    plan = make.plan(areas=tuple(map(make.area, "AB")), accepted_warnings=(accepted,))
    finding = only(plan, "A-04")
    assert (finding.accepted, finding.is_open) == ("Vi er få", False)


def test_a_warning_accepted_without_words_stays_open():
    accepted = o.AcceptedWarning(rule="A-04", where="areas", reason="  ")
    assert only(make.plan(areas=tuple(map(make.area, "AB")), accepted_warnings=(accepted,)), "A-04").is_open


def test_an_error_cannot_be_accepted():
    accepted = o.AcceptedWarning(rule="A-04", where="areas", reason="Vi trenger ingen")
    finding = only(make.plan(areas=(), accepted_warnings=(accepted,)), "A-04")
    assert (finding.accepted, finding.is_open) == ("", True)


def test_findings_come_in_the_order_of_the_document():
    plan = make.plan(
        decisions=(), action_plans=(), analysis=None, vision="", areas=(make.area("B"), o.Area(code="A"))
    )
    places = [finding.where.partition(".")[0] for finding in check_plan(plan)]
    order = [key for key in o.PlanOutline.__dataclass_fields__ if key in places]
    assert list(dict.fromkeys(places)) == order


def test_every_finding_names_its_source_and_every_open_one_what_would_mend_it():
    for finding in [finding for _rule, broken, _expected in BROKEN for finding in check_plan(broken)]:
        assert finding.source
        assert finding.mend or finding.severity is Severity.INFO


def test_text_of_any_script_passes_through_a_message_unchanged():
    odd = "100 % %(x)s <b>ŋŧŽ</b> שלום 🐟 {y}"
    with override("nb"):
        assert f"«B {odd}»" in str(only(make.with_area(title=odd, goals=()), "A-05").message)


def test_the_largest_plan_is_checked_in_under_ten_milliseconds():
    plan = make.large_plan()
    assert (len(plan.areas), sum(len(a.goals) for a in plan.areas)) == (12, 100)
    assert sum(len(a.activities) for a in plan.areas) == 200
    times = []
    for _ in range(5):
        start = perf_counter()
        check_plan(plan)
        times.append(perf_counter() - start)
    assert min(times) < 0.010
