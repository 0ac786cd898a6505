"""What happens to a plan: decisions, yearly action plans, changed areas and accepted warnings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from dugnad.plans.outline.fields import Told, told_year
from dugnad.plans.outline.words import BodyKind, DecisionKind, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a body decided, when, and in which case."""

    kind: Annotated[
        DecisionKind | None,
        Told("start (municipality), approval (steering group), adoption (council) or status (county)."),
    ] = None
    body: Annotated[BodyKind | None, Told("Which kind of body decided.")] = None
    decided_on: Annotated[date | None, Told("The day of the decision.")] = None
    case_number: Annotated[str, Told("Case number, as the body writes it.")] = ""
    result: Annotated[Result | None, Told("What was decided.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One thing to do in the year."""

    title: Annotated[str, Told("What is done.")] = ""
    area: Annotated[str, Told("Code of the area it belongs to.")] = ""
    text: Annotated[str, Told("More about it.")] = ""
    owner: Annotated[str, Told("Who does it.")] = ""
    amount: Annotated[int | None, Told("Whole kroner.")] = None
    due_on: Annotated[date | None, Told("The day by which it is done.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """One year's measures."""

    year: Annotated[int | None, told_year("The year.")] = None
    intro: Annotated[str, Told("What the year is about.")] = ""
    measures: Annotated[tuple[Measure, ...], Told("What is to be done.")] = ()
    communication: Annotated[str, Told("The year's communication part.")] = ""
    adopted_on: Annotated[date | None, Told("The day it was adopted.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerArea:
    """An area of the version before, and which areas carry it on."""

    code: Annotated[str, Told("Its code in the version before.")] = ""
    title: Annotated[str, Told("Its name in the version before.")] = ""
    became: Annotated[tuple[str, ...], Told("Codes of the areas that carry it on.")] = ()
    ended: Annotated[str, Told("Why it ended, when no area carries it on.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaChange:
    """How the areas differ from the version before, and the new decision that it takes."""

    former_areas: Annotated[tuple[FormerArea, ...], Told("All areas of the version before.")] = ()
    decided_on: Annotated[date | None, Told("The day the council decided on the change.")] = None
    case_number: Annotated[str, Told("The council's case number.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedWarning:
    """The written reason for going on in spite of a warning."""

    rule: Annotated[str, Told("Id of the rule: A-04.")] = ""
    where: Annotated[str, Told("Place in the plan, as the check writes it: areas.")] = ""
    reason: Annotated[str, Told("Why it is right here; printed in the case papers.")] = ""
    by: Annotated[str, Told("Who accepted it.")] = ""
    accepted_on: Annotated[date | None, Told("The day it was accepted.")] = None
