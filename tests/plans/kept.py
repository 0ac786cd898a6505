"""Plans that stand at a rule's edge and keep it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from dugnad.plans import outline as o
from tests.plans import outlines as make
from tests.plans.broken import CHANGE, GOAL, LATER, MAIN

KEPT = [
    ("A-04", make.plan(areas=tuple(map(make.area, "ABCD")))),
    ("A-08", make.plan(decisions=())),
    ("A-08", make.plan(decisions=(make.APPROVAL,))),
    ("A-08", make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, decided_on=date(2026, 9, 1))))),
    ("A-08", make.plan(decisions=(make.APPROVAL, replace(make.ADOPTION, result="adopted_with_changes")))),
    ("A-10", make.plan(gatherings=(make.GATHERING,) * 2)),
    ("A-11", make.plan(gatherings=(), milieux_reached=make.GATHERING.milieux)),
    ("A-14", make.plan(periods=(replace(make.PERIOD, ends_on=date(2032, 12, 31)),))),
    (
        "A-14",
        make.plan(
            periods=(
                replace(make.PERIOD, ends_on=date(2033, 12, 31), county_exception="Brev 3.3.2026, sak 9/26"),
            )
        ),
    ),
    (
        "A-14",
        make.plan(periods=(o.Period(starts_on=date(2016, 7, 1), ends_on=date(2022, 6, 30)),)),
    ),
    ("A-16", make.plan(county_ceiling=o.CountyCeiling(percent=Decimal(75)), place=o.Place(county="Troms"))),
    ("A-16", make.plan(place=o.Place(county="Nordland fylkeskommune"))),
    (
        "A-17",
        make.plan(
            implementation_starts_on=date(2027, 1, 1),
            grant_committed_on=date(2026, 12, 1),
            conditions_accepted_on=date(2027, 1, 1),
        ),
    ),
    (
        "A-18",
        replace(
            make.with_area(goals=(replace(GOAL, target=Decimal(6)),)),
            main_goal_explanation="Én går av med pensjon",
        ),
    ),
    ("A-18", make.with_area(goals=(GOAL, make.goal(unit="tilflyttere", job_kind="none")))),
    ("A-18", make.with_area(goals=(replace(GOAL, unit="Årsverk "),))),
    ("A-19", make.plan(main_goal=replace(MAIN, job_kind="none"))),
    ("A-20", make.with_area(goals=(replace(GOAL, targets=LATER, is_cumulative=False),))),
    ("A-31", make.plan(area_change=CHANGE)),
    (
        "A-31",
        make.plan(area_change=o.AreaChange(former_areas=tuple(o.FormerArea(code=code) for code in "CBA"))),
    ),
    (
        "A-31",
        make.plan(
            area_change=replace(CHANGE, former_areas=(o.FormerArea(code="X", ended="Bedriften la ned"),))
        ),
    ),
]
