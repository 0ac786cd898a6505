"""What a plan wants: goals, focus areas, activities, how they were anchored, and the money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from dugnad.plans.outline.fields import FIRST_YEAR, LAST_YEAR, Told, told_year
from dugnad.plans.outline.words import How, JobKind, Milieu, Relation, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNumber:
    """A number that belongs to a year; in a file the year is the key: `2019: 14`."""

    year: Annotated[int, Told("Year.", least=FIRST_YEAR, most=LAST_YEAR)] = 0
    value: Annotated[Decimal, Told("Number.", least=-(10**12))] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearAmount:
    """Whole kroner that belong to a year; in a file the year is the key: `2019: 1000000`."""

    year: Annotated[int, Told("Year.", least=FIRST_YEAR, most=LAST_YEAR)] = 0
    value: Annotated[int, Told("Whole kroner.")] = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something measurable to reach."""

    text: Annotated[str, Told("The goal in words.")] = ""
    indicator: Annotated[str, Told("What is measured.")] = ""
    unit: Annotated[str, Told("What it is counted in.")] = ""
    job_kind: Annotated[JobKind, Told("New jobs, secured jobs, or not jobs.")] = "none"
    baseline: Annotated[Decimal | None, Told("The number at the start.", least=-(10**12))] = None
    target: Annotated[Decimal | None, Told("The number to reach.", least=-(10**12))] = None
    due_on: Annotated[date | None, Told("The day by which it is to be reached.")] = None
    is_cumulative: Annotated[bool, Told("Whether each year's target includes the years before.")] = True
    targets: Annotated[tuple[YearNumber, ...], Told("The number to reach by the end of each year.")] = ()
    how_measured: Annotated[str, Told("How progress is measured.")] = ""
    when_measured: Annotated[str, Told("When progress is measured.")] = ""
    measured_by: Annotated[str, Told("Who measures.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchoring:
    """A milieu that an area or activity involves or affects, and how it was anchored there."""

    milieu: Annotated[Milieu | None, Told("Which of the nine milieux.")] = None
    relation: Annotated[Relation, Told("Whether it is involved in the work or affected by it.")] = "involves"
    how: Annotated[How | None, Told("How it was anchored there; left out while it has not been.")] = None
    reference: Annotated[str, Told("Which gathering, contribution, comment or hearing.")] = ""
    anchored_on: Annotated[date | None, Told("The day it was.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A main activity within an area."""

    title: Annotated[str, Told("The activity in one line.")] = ""
    text: Annotated[str, Told("More about it.")] = ""
    goals: Annotated[
        tuple[int, ...], Told("Which of the area's goals it serves, by their number from 1.")
    ] = ()
    anchorings: Annotated[tuple[Anchoring, ...], Told("The milieux it involves or affects.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A focus area; its code stays the same across versions."""

    code: Annotated[str, Told("Short code: A.")] = ""
    title: Annotated[str, Told("Name of the area.")] = ""
    text: Annotated[str, Told("What the area is about.")] = ""
    answers: Annotated[tuple[str, ...], Told("Codes of the challenges and opportunities it answers.")] = ()
    goals: Annotated[tuple[Goal, ...], Told("The area's goals.")] = ()
    frames: Annotated[tuple[YearAmount, ...], Told("The area's money in whole kroner, by year.")] = ()
    activities: Annotated[tuple[Activity, ...], Told("The area's main activities.")] = ()
    anchorings: Annotated[tuple[Anchoring, ...], Told("The milieux the area involves or affects.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyLine:
    """What one source gives in one year."""

    source: Annotated[SourceKind | None, Told("County, municipality or other.")] = None
    name: Annotated[str, Told("Who gives it.")] = ""
    year: Annotated[int | None, told_year("The year.")] = None
    amount: Annotated[int | None, Told("Whole kroner.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyCeiling:
    """The largest share of the cost that the county pays."""

    county: Annotated[str, Told("Which county set it.")] = ""
    percent: Annotated[Decimal | None, Told("Per cent of the approved cost.", most=100)] = None
    source: Annotated[str, Told("Where that is written.")] = ""
