"""The plan's three papers keep both PDF standards in four languages, whatever was typed."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import page
import pytest

from dugnad.kit.wording import compare_words
from dugnad.papers.blocks import Facts, Heading, Table
from dugnad.papers.pdf import to_pdf
from dugnad.papers.word import to_word
from dugnad.plans import outline as o
from dugnad.plans.documents import Case, Frame, action_plan_paper, case_paper, plan_paper
from dugnad.plans.rules import check_plan
from tests.papers import samples
from tests.plans import full

LANGUAGES = ("nb", "nn", "da", "en")
FRAME = Frame(
    owner="Dyrøy kommune", colour="#1b5e7d", dated=date(2018, 2, 1), status="Utkast", digest="ab" * 32
)


def papers(outline: o.PlanOutline, *, text: str = "Kari") -> dict[str, Any]:
    """Give the three papers, with a case that has an accepted warning and a change."""
    findings = check_plan(outline)
    case = Case(
        body=text, meeting_on=date(2018, 3, 1), case_number="12/18", officer=text, findings=findings,
        changes=(("Visjon", compare_words("Et sted å bo.", f"Et sted {text}.")),),
    )  # fmt: skip
    return {
        "plan": plan_paper(outline, FRAME),
        "action plan": action_plan_paper(outline, outline.action_plans[0], FRAME),
        "case": case_paper(outline, case, FRAME),
    }


def breaches(content: bytes) -> list[str]:
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "pdfa2a")
        for failure in page.validate_pdf_bytes(content, profile=profile).failures
    ]


FREE = """title text indicator unit reference name vision summary owner audience channel intro communication
    background organisation resources case_number how_measured when_measured measured_by main_goal_explanation
    reason""".split()  # noqa: SIM905 - a list of words reads better as words
HOSTILE = " ".join(text[:120] for text in samples.HOSTILE.values())


def filled(part: Any, text: str) -> Any:
    """Write the text into every free text field of an outline, whatever its depth."""
    if isinstance(part, tuple):
        return tuple(filled(one, text) for one in part)
    if not is_dataclass(part):
        return part
    changes = {}
    for each in fields(part):
        value = getattr(part, each.name)
        changes[each.name] = text if each.name in FREE and isinstance(value, str) else filled(value, text)
    return replace(part, **changes)  # type: ignore[type-var]


@pytest.mark.parametrize("name", ["plan", "action plan", "case"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_of_a_whole_plan_keeps_both_standards(language: str, name: str) -> None:
    outline = replace(full.outline(), language=language)  # type: ignore[arg-type]
    assert breaches(to_pdf(papers(outline)[name])) == []


@pytest.mark.parametrize("name", ["plan", "action plan", "case"])
def test_whatever_was_typed_everywhere_keeps_both_standards(name: str) -> None:
    assert breaches(to_pdf(papers(filled(full.outline(), HOSTILE), text=HOSTILE)[name])) == []


@pytest.mark.parametrize("name", ["plan", "action plan", "case"])
def test_every_paper_is_also_made_as_word(name: str) -> None:
    assert to_word(papers(full.outline())[name])[:2] == b"PK"


def test_an_empty_plan_is_still_a_paper() -> None:
    outline = o.PlanOutline(title="Tom", action_plans=(o.ActionPlan(year=2018),))
    found = {name: breaches(to_pdf(paper)) for name, paper in papers(outline).items()}
    assert found == {"plan": [], "action plan": [], "case": []}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "Bakgrunn; Visjon og hovedmål; Innsatsområder; Organisering; Ressursinnsats og finansiering; "
               "Kommunikasjonsstrategi"),
        ("en", "Background; Vision and main goal; Focus areas; Organisation; Resources and financing; "
               "Communication strategy"),
    ],
)  # fmt: skip
def test_the_plan_has_its_six_headings_in_its_own_language(language: str, said: str) -> None:
    paper = papers(replace(full.outline(), language=language))["plan"]  # type: ignore[arg-type]
    found = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert "; ".join(found[:6]) == said


def test_goals_measured_as_the_main_goal_do_not_say_it_again() -> None:
    paper = papers(replace(full.outline(), language="en"))["plan"]
    facts = [pair for block in paper.blocks if isinstance(block, Facts) for pair in block.pairs]
    said = [value for label, value in facts if label == "How it is measured"]
    goal = full.outline().main_goal
    assert goal is not None
    assert said == [goal.how_measured, *["As the main goal"] * 4]


def test_an_accepted_warning_stands_in_the_case_paper_with_its_reason() -> None:
    outline = replace(full.outline(), language="en", county_ceiling=None, areas=full.outline().areas[:2])
    warned = next(finding for finding in check_plan(outline) if finding.severity == "warning")
    accepted = o.AcceptedWarning(rule=warned.rule, where=warned.where, reason="To områder er nok her.")
    case = papers(replace(outline, accepted_warnings=(accepted,)))["case"]
    tables = [block for block in case.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows if row[0] == warned.rule]
    assert [row[-1] for row in rows] == ["To områder er nok her."]
