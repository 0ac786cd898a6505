"""Plans that each break one rule, with the severity and place of what the check finds under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dugnad.kit.findings import Severity
from dugnad.plans import outline as o
from tests.plans import outlines as make

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 - the table below reads by them

GOAL = make.goal()
MAIN = make.MAIN_GOAL
CHANGE = o.AreaChange(
    former_areas=(o.FormerArea(code="A"), o.FormerArea(code="D", became=("B",))),
    decided_on=date(2028, 5, 4),
    case_number="12/28",
)
LATER = (make.TARGETS[0], o.YearNumber(year=2028, value=Decimal(2)))
OUTCOMES = make.GATHERING.outcomes

BROKEN = [
    ("A-01", make.plan(analysis=None), [(E, "analysis")]),
    ("A-01", make.plan(analysis=o.Analysis(title=" ")), [(E, "analysis")]),
    ("A-01", make.plan(analysis=replace(make.ANALYSIS, finished_on=None)), [(E, "analysis.finished_on")]),
    (
        "A-01",
        make.plan(analysis=replace(make.ANALYSIS, finished_on=date(2026, 10, 9))),
        [(E, "analysis.finished_on")],
    ),
    ("A-01", make.plan(title="utviklingsanalyse"), [(E, "analysis.title")]),
    (
        "A-02",
        make.plan(premises=(make.CHALLENGE, o.Premise(kind="challenge", code="U2"), make.OPPORTUNITY)),
        [(E, "premises.U2")],
    ),
    (
        "A-02",
        make.plan(premises=(make.CHALLENGE, make.OPPORTUNITY, o.Premise(kind="opportunity", code="M2"))),
        [(I, "premises.M2")],
    ),
    ("A-02", make.with_area(answers=()), [(E, "areas.B.answers")]),
    ("A-02", make.with_area(answers=("U1", "U7")), [(E, "areas.B.answers")]),
    ("A-02", make.plan(premises=(make.CHALLENGE, make.CHALLENGE, make.OPPORTUNITY)), [(E, "premises.U1")]),
    ("A-03", make.plan(main_goal=None), [(E, "main_goal")]),
    ("A-03", make.plan(main_goal=replace(MAIN, target=None)), [(E, "main_goal")]),
    ("A-03", make.plan(main_goal=replace(MAIN, unit=" ")), [(E, "main_goal")]),
    ("A-03", make.plan(main_goal=replace(MAIN, due_on=None)), [(E, "main_goal")]),
    ("A-03", make.plan(main_goal=replace(MAIN, text="")), [(E, "main_goal")]),
    ("A-04", make.plan(areas=()), [(E, "areas")]),
    *(
        ("A-04", make.plan(areas=tuple(map(make.area, "ABCDEFG"[:n]))), [(W, "areas")])
        for n in (1, 2, 5, 6, 7)
    ),
    ("A-05", make.with_area(goals=()), [(E, "areas.B.goals")]),
    ("A-05", make.with_area(frames=()), [(E, "areas.B.frames")]),
    ("A-05", make.with_area(activities=()), [(E, "areas.B.activities")]),
    ("A-05", make.with_area(code="A"), [(E, "areas.A")]),
    ("A-06", make.with_area(goals=(replace(GOAL, target=None),)), [(W, "areas.B.goals.1")]),
    ("A-06", make.with_area(goals=(GOAL, replace(GOAL, unit=""))), [(W, "areas.B.goals.2")]),
    ("A-06", make.with_area(goals=(replace(GOAL, due_on=None),)), [(W, "areas.B.goals.1")]),
    ("A-07", make.with_area(goals=(replace(GOAL, how_measured=""),)), [(W, "areas.B.goals.1")]),
    ("A-07", make.plan(main_goal=replace(MAIN, when_measured=" ")), [(W, "main_goal")]),
    ("A-08", make.plan(decisions=(make.ADOPTION,)), [(E, "decisions.approval")]),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, decided_on=date(2026, 8, 31)))),
        [(E, "decisions.adoption")],
    ),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, decided_on=None))),
        [(E, "decisions.adoption")],
    ),
    (
        "A-08",
        make.plan(decisions=(replace(make.APPROVAL, decided_on=None), make.ADOPTION)),
        [(E, "decisions.approval")],
    ),
    (
        "A-08",
        make.plan(decisions=(replace(make.APPROVAL, result="sent_back"), make.ADOPTION)),
        [(E, "decisions.approval")],
    ),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, case_number=""))),
        [(W, "decisions.adoption")],
    ),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, body="executive_committee"))),
        [(E, "decisions.adoption")],
    ),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, result=None))),
        [(E, "decisions.adoption")],
    ),
    (
        "A-08",
        make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, decided_on=date(2027, 3, 1)))),
        [(I, "decisions.adoption")],
    ),
    ("A-09", make.plan(action_plans=()), [(E, "action_plans.2027")]),
    ("A-09", make.plan(action_plans=(replace(make.ACTION_PLAN, year=2028),)), [(E, "action_plans.2027")]),
    ("A-09", make.plan(action_plans=(replace(make.ACTION_PLAN, measures=()),)), [(E, "action_plans.2027")]),
    ("A-10", make.plan(gatherings=(make.GATHERING,) * 3), [(W, "gatherings")]),
    (
        "A-10",
        make.plan(gatherings=(replace(make.GATHERING, outcomes=OUTCOMES[:5]),)),
        [(W, "gatherings.outcomes.sub_goals")],
    ),
    (
        "A-10",
        make.plan(
            gatherings=(
                replace(make.GATHERING, outcomes=(replace(OUTCOMES[0], evidence=" "), *OUTCOMES[1:])),
            )
        ),
        [(W, "gatherings.outcomes.analysis_anchored")],
    ),
    (
        "A-11",
        make.plan(gatherings=(replace(make.GATHERING, milieux=make.GATHERING.milieux[1:]),)),
        [(I, "milieux_reached")],
    ),
    ("A-12", make.plan(communication=()), [(W, "communication")]),
    ("A-12", make.plan(communication=(replace(make.NEWS, phase="drafting"),)), [(W, "communication")]),
    (
        "A-12",
        make.plan(sections=replace(make.SECTIONS, communication="")),
        [(W, "sections.communication")],
    ),
    (
        "A-12",
        make.plan(action_plans=(make.ACTION_PLAN, o.ActionPlan(year=2028))),
        [(W, "action_plans.2028")],
    ),
    ("A-13", make.plan(sections=replace(make.SECTIONS, organisation="")), [(W, "sections.organisation")]),
    ("A-13", make.plan(vision=""), [(W, "sections.vision_and_goal")]),
    ("A-14", make.plan(periods=()), [(E, "periods")]),
    ("A-14", make.plan(periods=(replace(make.PERIOD, ends_on=date(2033, 1, 1)),)), [(E, "periods.1")]),
    (
        "A-14",
        make.plan(periods=(make.PERIOD, o.Period(starts_on=date(2030, 1, 1), ends_on=date(2033, 6, 30)))),
        [(E, "periods.2")],
    ),
    ("A-14", make.plan(periods=(replace(make.PERIOD, ends_on=date(2026, 1, 1)),)), [(E, "periods.1")]),
    ("A-14", make.plan(periods=(make.PERIOD, o.Period(starts_on=date(2030, 1, 1)))), [(E, "periods.2")]),
    ("A-15", make.with_area(frames=make.amounts(900_000)), [(E, f"money.{year}") for year in make.YEARS]),
    (
        "A-15",
        make.plan(
            money=make.money("county", 3_000_000) + make.money("municipality", 1_000_000, years=(2027, 2028))
        ),
        [(E, "money.2029")],
    ),
    ("A-15", o.PlanOutline(), [(E, "money")]),
    (
        "A-16",
        make.plan(place=o.Place(county="Møre og Romsdal")),
        [(E, f"money.{year}") for year in make.YEARS],
    ),
    (
        "A-16",
        make.plan(county_ceiling=o.CountyCeiling(county="Nordland", percent=Decimal("74.9"))),
        [(E, f"money.{year}") for year in make.YEARS],
    ),
    ("A-16", make.plan(place=o.Place(county="Troms")), [(I, "county_ceiling")]),
    (
        "A-17",
        make.plan(implementation_starts_on=date(2027, 1, 1)),
        [(E, "implementation_starts_on"), (E, "implementation_starts_on")],
    ),
    (
        "A-17",
        make.plan(
            implementation_starts_on=date(2027, 1, 1),
            grant_committed_on=date(2027, 1, 2),
            conditions_accepted_on=date(2027, 1, 1),
        ),
        [(E, "implementation_starts_on")],
    ),
    ("A-18", make.with_area(goals=(replace(GOAL, target=Decimal(6)),)), [(W, "main_goal.target")]),
    (
        "A-18",
        make.with_area(goals=(GOAL, replace(GOAL, job_kind="secured"))),
        [(W, "areas.B.goals.2")],
    ),
    ("A-18", make.with_area(goals=(GOAL, replace(GOAL, unit="stillinger"))), [(W, "areas.B.goals.2")]),
    ("A-19", make.plan(analysis=replace(make.ANALYSIS, jobs_lost=14)), [(W, "main_goal.target")]),
    (
        "A-19",
        make.plan(analysis=replace(make.ANALYSIS, jobs_lost=None, employed=149)),
        [(W, "main_goal.target")],
    ),
    (
        "A-19",
        make.plan(analysis=replace(make.ANALYSIS, jobs_lost=None, employed=None)),
        [(I, "main_goal.target")],
    ),
    ("A-20", make.plan(main_goal=replace(MAIN, targets=())), [(W, "main_goal.targets")]),
    ("A-20", make.with_area(goals=(replace(GOAL, targets=LATER),)), [(W, "areas.B.goals.1.targets.2028")]),
    (
        "A-31",
        make.plan(area_change=replace(CHANGE, former_areas=(o.FormerArea(code="X"),))),
        [(W, "area_change.X")],
    ),
    (
        "A-31",
        make.plan(area_change=replace(CHANGE, former_areas=(o.FormerArea(code="X", became=("Q",)),))),
        [(W, "area_change.X")],
    ),
    ("A-31", make.plan(area_change=replace(CHANGE, decided_on=None)), [(W, "area_change.decided_on")]),
    ("A-31", make.plan(area_change=replace(CHANGE, case_number="")), [(W, "area_change.decided_on")]),
    ("A-34", make.with_area(anchorings=()), [(W, "areas.B.anchorings")]),
    (
        "A-34",
        make.with_area(anchorings=(make.anchored(), make.anchored(milieu="founders", how=None))),
        [(W, "areas.B.anchorings")],
    ),
    (
        "A-34",
        make.with_area(activities=(make.activity(), make.activity(anchorings=()))),
        [(W, "areas.B.activities.2.anchorings")],
    ),
]
