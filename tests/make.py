"""Plain factories: each makes the least valid object of its kind; keyword-only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count

from dugnad.gatherings.models import Gathering, MilieuReached, Outcome
from dugnad.people.models import Milieu, Person, Place, PlaceRole, RoleKind
from dugnad.plans import commands as planning
from dugnad.plans.models import Analysis, CommunicationActivity, FocusArea, Plan, Premise
from dugnad.plans.queries import find_plan
from dugnad.processes.commands import (
    decide_start,
    edit_process,
    end_phase,
    give_role,
    publish_process,
    start_process,
)
from dugnad.processes.models import Phase, Process
from dugnad.processes.rules import DecisionFacts

AT = datetime(2027, 1, 11, 9, 0, tzinfo=UTC)
_numbers = count(1)


def person(*, name: str = "Kari Nordmann", email: str = "", **fields: object) -> Person:
    """A person who can sign in."""
    return Person.objects.create(
        name=name, email=email or f"person{next(_numbers)}@example.org", created_at=AT, **fields
    )


def place(*, name: str = "Fjordvik", code: str = "", **fields: object) -> Place:
    """A municipality that works with Dugnad."""
    values = {"kind": Place.Kind.MUNICIPALITY, "country": "no", "is_active": True, **fields}
    return Place.objects.create(name=name, code=code or f"90{next(_numbers):02}", **values)


def place_role(*, person: Person, kind: str, place: Place | None = None, **fields: object) -> PlaceRole:
    """A part in a place, or in the whole installation."""
    return PlaceRole.objects.create(person=person, place=place, kind=kind, **fields)


def administrator(**fields: object) -> Person:
    """A person who administers the installation."""
    made = person(**{"name": "Ada Administrator", **fields})  # type: ignore[arg-type]
    place_role(person=made, kind=RoleKind.ADMINISTRATOR)
    return made


def process(*, by: Person | None = None, at: datetime = AT, **fields: object) -> Process:
    """A restructuring plan's process that has just started; its project manager is `by`."""
    leader = by or person(name="Per Prosjektleder")
    where = fields.pop("place", None) or place()
    place_role(person=leader, kind=RoleKind.EDITOR, place=where)  # type: ignore[arg-type]
    values = {
        "blueprint": "restructuring-plan",
        "title": "Omstillingsplan for Fjordvik",
        "language": "nb",
        "starts_on": date(2027, 1, 11),
        "adopt_by": date(2027, 10, 14),
        "period": (date(2028, 1, 1), date(2033, 12, 31)),
        **fields,
    }
    return start_process(where, by=leader, at=at, **values)  # type: ignore[arg-type]


YEARS = range(2028, 2034)


def leader(plan: Plan | Process) -> Person:
    """The project manager of a plan or process."""
    process = plan.process if isinstance(plan, Plan) else plan
    return process.roles.filter(kind=RoleKind.EDITOR).order_by("pk").first().person  # type: ignore[union-attr]


def member(plan: Plan | Process, kind: str, **fields: object) -> Person:
    """A person with a part in a plan's process."""
    process = plan.process if isinstance(plan, Plan) else plan
    someone = person(**{"name": f"{kind} {next(_numbers)}", **fields})  # type: ignore[arg-type]
    give_role(process, by=leader(process), at=AT, person=someone, kind=kind)
    return someone


def decision(result: str = "adopted", *, case: str = "1/27", **fields: object) -> DecisionFacts:
    """What a body decided."""
    values = {"decided_on": AT.date(), **fields}
    return DecisionFacts(result=result, case_number=case, **values)  # type: ignore[arg-type]


def started_process(**fields: object) -> Process:
    """A process whose start is decided and whose drafting is open."""
    made = process(**fields)  # type: ignore[arg-type]
    boss = leader(made)
    edit_process(made, by=boss, at=AT, title=made.title, purpose="", mandate="Lag en omstillingsplan.")
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        member(made, kind)
    decide_start(made.gates.get(key="start_decision"), by=boss, at=AT, facts=decision())
    for key in ("mobilisation", "gatherings"):
        end_phase(Phase.objects.get(process=made, key=key), by=boss, at=AT)
    return Process.objects.get(pk=made.pk)


def plan(*, title: str = "Omstillingsplan for Fjordvik", **fields: object) -> Plan:
    """A plan that has just been begun, with drafting open."""
    made = started_process(**fields)
    return reread(planning.start_plan(made, by=leader(made), at=AT, title=title))


def reread(plan: Plan) -> Plan:
    """The plan as it stands now."""
    found = find_plan(plan.pk)
    assert found is not None
    return found


def premises(process: Process) -> list[Premise]:
    """A finished analysis' one challenge and one opportunity, and all that the check asks of gatherings."""
    analysis = Analysis.objects.create(
        process=process, title="Utviklingsanalyse", author="Telemarksforsking", finished_on=date(2027, 1, 1),
        jobs_lost=100, employed=900, employed_year=2026,
    )  # fmt: skip
    gathering = Gathering.objects.create(process=process, title="Samling", held_on=date(2027, 1, 10))
    for kind in Outcome.Kind.values:
        Outcome.objects.create(gathering=gathering, kind=kind, text="Enighet", evidence="Referat")
    for milieu in Milieu.values:
        MilieuReached.objects.create(process=process, gathering=gathering, milieu=milieu)
    CommunicationActivity.objects.create(
        process=process, title="Avisoppslag", audience="Alle", channel="Avis", planned_on=date(2027, 1, 5),
        phase_key="mobilisation",
    )  # fmt: skip
    kinds = (("challenge", "U1", "Arbeidsplasser går tapt"), ("opportunity", "M1", "Sjømat kan vokse"))
    return [
        Premise.objects.create(analysis=analysis, kind=kind, code=code, title=title)
        for kind, code, title in kinds
    ]


def goal_facts(number: int = 10, **fields: object) -> planning.GoalFacts:
    """A goal of so many new jobs, concrete in every way."""
    values = {
        "text": f"{number} nye årsverk", "indicator": "Nye årsverk", "unit": "årsverk", "job_kind": "new",
        "baseline": Decimal(0), "target": Decimal(number), "due_on": date(2033, 12, 31),
        "targets": {year: Decimal(number * (year - 2027)) / 6 for year in YEARS},
        "how_measured": "Telling i bedriftene", "when_measured": "Hvert år i januar",
        "measured_by": "Prosjektlederen", **fields,
    }  # fmt: skip
    return planning.GoalFacts(**values)  # type: ignore[arg-type]


def area(
    plan: Plan, *, code: str = "A", title: str = "Havbruk", answers: Sequence[Premise] = ()
) -> FocusArea:
    """A focus area with a goal, a frame, an activity, and how both were anchored."""
    by = {"by": leader(plan), "at": AT}
    made = planning.add_area(
        plan, code=code, title=title, text="Hva området går ut på.", answers=answers,
        frames=dict.fromkeys(YEARS, 1_000_000), **by,
    )  # type: ignore[arg-type]  # fmt: skip
    goal = planning.add_goal(plan, facts=goal_facts(), area=made, **by)  # type: ignore[arg-type]
    activity = planning.add_activity(made, title="Forstudie", goals=[goal], **by)  # type: ignore[arg-type]
    anchored = planning.Anchored(
        milieu="founders", relation="involves", how="gathering", reference="Samling 1", anchored_on=AT.date()
    )
    for which in (None, activity):
        planning.set_anchorings(made, revision=made.revision, anchorings=[anchored], activity=which, **by)  # type: ignore[arg-type]
    return made


def finished_plan(*, areas: int = 3, **fields: object) -> Plan:
    """A draft with everything in it; with three or four areas it checks clean."""
    made = plan(**fields)  # type: ignore[arg-type]
    by = {"by": leader(made), "at": AT}
    answers = premises(made.process)
    planning.add_goal(made, facts=goal_facts(10 * areas), **by)  # type: ignore[arg-type]
    for code in "ABCDEFGH"[:areas]:
        area(made, code=code, title=f"Område {code}", answers=answers)
    for section in made.sections.all():
        planning.edit_section(section, text=f"Tekst om {section.key}.", revision=1, **by)  # type: ignore[arg-type]
    made = reread(made)
    planning.edit_vision(made, title=made.title, vision="Et levende samfunn.", revision=made.revision, **by)  # type: ignore[arg-type]
    half = (areas + 1) * 500_000
    lines = {(source, "", year): half for source in ("county", "municipality") for year in YEARS}
    administration = dict.fromkeys(YEARS, 1_000_000)
    planning.set_money(made, revision=made.revision, lines=lines, administration=administration, **by)  # type: ignore[arg-type]
    year = planning.start_action_plan(made, year=2028, **by)  # type: ignore[arg-type]
    planning.edit_action_plan(year, revision=1, intro="Det første året.", communication="Åpne møter.", **by)  # type: ignore[arg-type]
    first = made.areas.get(code="A")
    planning.add_measure(year, facts=planning.MeasureFacts(area=first, title="Tiltak", amount=100_000), **by)  # type: ignore[arg-type]
    return reread(made)


def adopted_plan(**fields: object) -> Plan:
    """A finished plan that the steering group approved and the council adopted."""
    made = finished_plan(**fields)  # type: ignore[arg-type]
    by = {"by": leader(made), "at": AT}
    planning.submit_plan(made, **by)  # type: ignore[arg-type]
    planning.approve_plan(reread(made), facts=decision(case="2/27"), **by)  # type: ignore[arg-type]
    planning.adopt_plan(reread(made), facts=decision(case="27/14"), **by)  # type: ignore[arg-type]
    return reread(made)


def published_plan(**fields: object) -> Plan:
    """An adopted plan that anyone can read."""
    made = adopted_plan(**fields)
    publish_process(made.process, by=leader(made), at=AT)
    planning.publish_plan(reread(made), by=leader(made), at=AT)
    return reread(made)
