"""What a plan stands on: place, status, period, analysis, gatherings and communication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

from dugnad.plans.outline.fields import Told, told_year
from dugnad.plans.outline.words import BodyKind, Country, Milieu, OutcomeKind, PremiseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The municipality or area that the plan is for."""

    name: Annotated[str, Told("Name of the municipality or area.")] = ""
    code: Annotated[str, Told("Official code, as text: '5528'.")] = ""
    country: Annotated[Country, Told("Norway (no) or Denmark (dk).")] = "no"
    county: Annotated[
        str, Told("Name of the county; decides which ceiling for the county's share applies.")
    ] = ""


NO_PLACE: Final = Place()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The county's decision that made the place a restructuring area."""

    body: Annotated[BodyKind | None, Told("Which kind of body decided.")] = None
    decided_on: Annotated[date | None, Told("The day of the decision.")] = None
    case_number: Annotated[str, Told("Case number, as the body writes it: '25/17'.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span that the status lasts; an extension is a span of its own."""

    starts_on: Annotated[date | None, Told("First day.")] = None
    ends_on: Annotated[date | None, Told("Last day.")] = None
    reason: Annotated[str, Told("Why this span: first status, extension, cut.")] = ""
    county_exception: Annotated[
        str, Told("The county's written exception from the six years: its date, case and words.")
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the analysis."""

    series: Annotated[str, Told("What is counted.")] = ""
    year: Annotated[int | None, told_year("The year the number is for.")] = None
    value: Annotated[
        Decimal | None, Told("The number; left out where the source withholds it.", least=-(10**12))
    ] = None
    unit: Annotated[str, Told("What it is counted in.")] = ""
    source: Annotated[str, Told("Who says so.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """The development analysis, a document of its own."""

    title: Annotated[str, Told("Title of the analysis.")] = ""
    author: Annotated[str, Told("Who wrote it.")] = ""
    finished_on: Annotated[date | None, Told("The day it was finished.")] = None
    summary: Annotated[str, Told("What it found, in short.")] = ""
    interviews: Annotated[int | None, Told("How many were interviewed.")] = None
    survey_answers: Annotated[int | None, Told("How many answered the survey.")] = None
    jobs_lost: Annotated[int | None, Told("Jobs lost directly.")] = None
    jobs_lost_ripple: Annotated[int | None, Told("Jobs lost as a consequence of those.")] = None
    employed: Annotated[int | None, Told("How many were employed in the place.")] = None
    employed_year: Annotated[int | None, told_year("The year they were counted.")] = None
    figures: Annotated[tuple[Figure, ...], Told("Numbers with their year and source.")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """A challenge or an opportunity that the analysis found."""

    kind: Annotated[PremiseKind | None, Told("Challenge or opportunity.")] = None
    code: Annotated[str, Told("Short code that areas answer to: U1.")] = ""
    title: Annotated[str, Told("The challenge or opportunity in one line.")] = ""
    text: Annotated[str, Told("More about it.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A milieu that was reached."""

    milieu: Annotated[Milieu | None, Told("Which of the nine milieux.")] = None
    people: Annotated[int | None, Told("How many came from it.")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a gathering arrived at."""

    kind: Annotated[OutcomeKind | None, Told("Which of the six outcomes.")] = None
    text: Annotated[str, Told("What was agreed.")] = ""
    evidence: Annotated[str, Told("Where it can be seen: minutes, notes, pictures.")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """A process gathering of the steering group and invited resource persons."""

    title: Annotated[str, Told("What the gathering was called.")] = ""
    held_on: Annotated[date | None, Told("The day it was held.")] = None
    venue: Annotated[str, Told("Where it was held.")] = ""
    summary: Annotated[str, Told("What happened, in short.")] = ""
    participants: Annotated[int | None, Told("How many took part.")] = None
    milieux: Annotated[tuple[Reached, ...], Told("Which milieux were there.")] = ()
    outcomes: Annotated[
        tuple[Outcome, ...], Told("Which of the six outcomes were reached, with evidence.")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationActivity:
    """Something done so that people know."""

    title: Annotated[str, Told("What is done.")] = ""
    audience: Annotated[str, Told("For whom.")] = ""
    channel: Annotated[str, Told("How it reaches them.")] = ""
    planned_on: Annotated[date | None, Told("The day it is planned for.")] = None
    owner: Annotated[str, Told("Who sees to it.")] = ""
    phase: Annotated[str, Told("Key of the phase it belongs to: mobilisation, gatherings, drafting.")] = ""
    done_on: Annotated[date | None, Told("The day it was done.")] = None
    result: Annotated[str, Told("What came of it.")] = ""
