"""Outlines for tests: one plan that is clean, small and whole, and words for taking it apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from dugnad.plans import outline as o
from dugnad.plans.outline.words import OUTCOMES

YEARS = (2027, 2028, 2029)


def goal(**changes: Any) -> o.Goal:
    """A goal of five new jobs that can be measured."""
    values: dict[str, Any] = {
        "text": "Fem nye årsverk",
        "indicator": "Nye årsverk",
        "unit": "årsverk",
        "job_kind": "new",
        "target": Decimal(5),
        "due_on": date(2029, 12, 31),
        "how_measured": "Bekreftet av bedriften",
        "when_measured": "30. juni og 31. desember",
    }
    return o.Goal(**values | changes)


def anchored(**changes: Any) -> o.Anchoring:
    """Local business, involved and reached by a gathering."""
    return o.Anchoring(**{"milieu": "local_business", "how": "gathering", "reference": "Samling"} | changes)


def activity(**changes: Any) -> o.Activity:
    return o.Activity(**{"title": "Bedriftsbesøk", "anchorings": (anchored(),)} | changes)


def amounts(amount: int) -> tuple[o.YearAmount, ...]:
    """The same amount in each year of the period."""
    return tuple(o.YearAmount(year=year, value=amount) for year in YEARS)


def area(code: str, **changes: Any) -> o.Area:
    """An area with one goal, one activity and a million a year."""
    values: dict[str, Any] = {
        "code": code,
        "title": f"Område {code}",
        "answers": ("U1", "M1"),
        "goals": (goal(),),
        "frames": amounts(1_000_000),
        "activities": (activity(),),
        "anchorings": (anchored(),),
    }
    return o.Area(**values | changes)


def money(source: str, amount: int, *, years: tuple[int, ...] = YEARS) -> tuple[o.MoneyLine, ...]:
    lines: Any = [{"source": source, "name": source, "year": year, "amount": amount} for year in years]
    return tuple(o.MoneyLine(**line) for line in lines)


def decision(kind: str, day: date | None, **changes: Any) -> o.Decision:
    body = "council" if kind == "adoption" else "steering_group"
    values = {"kind": kind, "body": body, "decided_on": day, "case_number": "42/26", "result": "adopted"}
    return o.Decision(**values | changes)  # type: ignore[arg-type]


APPROVAL = decision("approval", date(2026, 9, 1))
ADOPTION = decision("adoption", date(2026, 10, 8))
ACTION_PLAN = o.ActionPlan(
    year=2027, measures=(o.Measure(title="Besøk", area="A"),), communication="Nyhetsbrev"
)
ANALYSIS = o.Analysis(title="Utviklingsanalyse", finished_on=date(2026, 3, 1), jobs_lost=60, employed=900)
CHALLENGE = o.Premise(kind="challenge", code="U1", title="Unge flytter ut")
OPPORTUNITY = o.Premise(kind="opportunity", code="M1", title="Sjømat")
GATHERING = o.Gathering(
    title="Samling",
    held_on=date(2026, 5, 5),
    milieux=tuple(o.Reached(milieu=milieu, people=2) for milieu in o.MILIEUX),
    outcomes=tuple(o.Outcome(kind=kind, text="Enige", evidence="Referat") for kind in OUTCOMES),
)
PERIOD = o.Period(starts_on=date(2027, 1, 1), ends_on=date(2029, 12, 31))
TARGETS = tuple(o.YearNumber(year=y, value=Decimal(v)) for y, v in zip(YEARS, (3, 8, 15), strict=True))
MAIN_GOAL = goal(text="Femten nye årsverk", target=Decimal(15), targets=TARGETS)
NEWS = o.CommunicationActivity(title="Folkemøte", phase="mobilisation", planned_on=date(2026, 4, 1))
SECTIONS = o.Sections(
    background="Bakgrunn", organisation="Kommunalt foretak", communication="Nyhetsbrev hver måned"
)


def plan(**changes: Any) -> o.PlanOutline:
    """A plan on which the check finds neither error nor warning."""
    values: dict[str, Any] = {
        "title": "Omstillingsplan for Fjordvik",
        "place": o.Place(name="Fjordvik", county="Nordland"),
        "periods": (PERIOD,),
        "analysis": ANALYSIS,
        "premises": (CHALLENGE, OPPORTUNITY),
        "gatherings": (GATHERING,),
        "vision": "Plass til en til",
        "main_goal": MAIN_GOAL,
        "areas": tuple(area(code) for code in "ABC"),
        "administration": amounts(1_000_000),
        "money": money("county", 3_000_000) + money("municipality", 1_000_000),
        "communication": (NEWS,),
        "sections": SECTIONS,
        "action_plans": (ACTION_PLAN,),
        "decisions": (APPROVAL, ADOPTION),
    }
    return o.PlanOutline(**values | changes)


def with_area(**changes: Any) -> o.PlanOutline:
    """The clean plan with its area B changed."""
    clean = plan()
    return replace(clean, areas=tuple(replace(a, **changes) if a.code == "B" else a for a in clean.areas))


def large_plan() -> o.PlanOutline:
    """As large a plan as any: 12 areas, 100 goals, 200 activities."""
    areas = tuple(
        area(
            f"A{number}",
            goals=tuple(goal(targets=TARGETS) for _ in range(9 if number < 4 else 8)),
            activities=tuple(activity() for _ in range(17 if number < 8 else 16)),
        )
        for number in range(12)
    )
    return plan(areas=areas)
