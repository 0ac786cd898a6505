"""The outline itself: everything of a plan that the rules look at, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from dugnad.plans.outline.areas import Area, CountyCeiling, Goal, MoneyLine, YearAmount
from dugnad.plans.outline.course import AcceptedWarning, ActionPlan, AreaChange, Decision
from dugnad.plans.outline.fields import Told
from dugnad.plans.outline.grounds import (
    NO_PLACE,
    Analysis,
    CommunicationActivity,
    Gathering,
    Period,
    Place,
    Premise,
    Reached,
    Status,
)
from dugnad.plans.outline.words import Language, SectionKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Sections:
    """The running text under the six headings of a plan (IN6)."""

    background: Annotated[str, Told("Background.")] = ""
    vision_and_goal: Annotated[str, Told("Vision and main goal.")] = ""
    focus_areas: Annotated[str, Told("Focus areas.")] = ""
    organisation: Annotated[str, Told("Organisation.")] = ""
    resources: Annotated[str, Told("Resources and financing.")] = ""
    communication: Annotated[str, Told("Communication strategy.")] = ""

    def text(self, key: SectionKey) -> str:
        """Give the text under one of the six headings."""
        text: str = getattr(self, key)
        return text


NO_TEXTS: Final = Sections()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutline:
    """A restructuring plan as the rules see it. Missing parts are empty: the check says so, nothing fails."""

    language: Annotated[Language, Told("Language of the plan.")] = "nb"
    title: Annotated[str, Told("Title of the plan.")] = ""
    place: Annotated[Place, Told("The place the plan is for.")] = NO_PLACE
    status: Annotated[Status | None, Told("The county's decision on restructuring status.")] = None
    periods: Annotated[tuple[Period, ...], Told("The spans the status lasts, extensions included.")] = ()
    analysis: Annotated[Analysis | None, Told("The development analysis the plan stands on.")] = None
    premises: Annotated[
        tuple[Premise, ...], Told("The challenges and opportunities the analysis found.")
    ] = ()
    milieux_reached: Annotated[
        tuple[Reached, ...], Told("Milieux reached otherwise than at the gatherings.")
    ] = ()
    gatherings: Annotated[tuple[Gathering, ...], Told("The process gatherings.")] = ()
    vision: Annotated[str, Told("The vision.")] = ""
    main_goal: Annotated[Goal | None, Told("The one main goal.")] = None
    main_goal_explanation: Annotated[str, Told("Why the areas' goals do not add up to the main goal.")] = ""
    areas: Annotated[tuple[Area, ...], Told("The focus areas.")] = ()
    administration: Annotated[
        tuple[YearAmount, ...], Told("Management and operation in whole kroner, by year.")
    ] = ()
    money: Annotated[tuple[MoneyLine, ...], Told("What each source gives each year.")] = ()
    county_ceiling: Annotated[
        CountyCeiling | None,
        Told("The ceiling for the county's share; left out, the known ceiling of the place's county holds."),
    ] = None
    communication: Annotated[tuple[CommunicationActivity, ...], Told("Communication activities.")] = ()
    sections: Annotated[Sections, Told("The running text under the six headings.")] = NO_TEXTS
    action_plans: Annotated[tuple[ActionPlan, ...], Told("The yearly action plans.")] = ()
    decisions: Annotated[tuple[Decision, ...], Told("Decisions on the plan.")] = ()
    grant_committed_on: Annotated[date | None, Told("The day the county committed its grant.")] = None
    conditions_accepted_on: Annotated[date | None, Told("The day the grant's conditions were accepted.")] = (
        None
    )
    implementation_starts_on: Annotated[date | None, Told("The day implementation starts.")] = None
    area_change: Annotated[AreaChange | None, Told("How the areas differ from the version before.")] = None
    accepted_warnings: Annotated[
        tuple[AcceptedWarning, ...], Told("Warnings accepted with a written reason.")
    ] = ()
