"""A full place: 40 processes, 30 with plans of together 2,000 goals, made by the program's commands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from dugnad.hall.search_index import rebuild_index
from dugnad.people.models import Person, Place, PlaceRole, RoleKind
from dugnad.plans import outline as o
from dugnad.plans.commands import publish_plan
from dugnad.plans.commands.taking_in import import_plan
from dugnad.plans.models import Goal, Plan
from dugnad.plans.outline.words import MILIEUX, OUTCOMES
from dugnad.plans.queries import find_plan
from dugnad.processes.commands import publish_process, start_process
from dugnad.processes.models import Process
from dugnad.voices.commands import add_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
PROCESSES, PLANS, GOALS, LARGEST = 40, 30, 2000, 130
YEARS = tuple(range(2028, 2034))
WORDS = (
    "Kommunen har mistet arbeidsplasser i hjørnesteinsbedriften, og befolkningen eldes. "
    "Arbeidet skal gi nye, lønnsomme og varige arbeidsplasser, og planen sier hvordan kommunen, "
    "næringslivet og innbyggerne sammen vil få det til. "
)


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: whom to be, and which process and plan to look at."""

    editor: Person
    largest: Plan
    draft: Plan
    counts: dict[str, int]


def build() -> Built:
    """Make everything through commands; the one that takes in a file writes a plan's rows in bulk."""
    editor = Person.objects.create(name="Eva Editor", email="eva@fjordvik.example", created_at=AT)
    places = [_place(number, editor) for number in range(8)]
    sizes = [LARGEST, *_shared(GOALS - LARGEST, PLANS - 1)]
    plans = [_plan(number, size, place=places[number % 8], by=editor) for number, size in enumerate(sizes)]
    for number in range(PROCESSES - PLANS):
        _process(number, place=places[number % 8], by=editor)
    largest = plans[0]
    rebuild_index()
    counts = {
        "processes": Process.objects.count(),
        "plans": Plan.objects.count(),
        "goals": Goal.objects.count(),
        "goals in the largest plan": largest.goals.count(),
    }
    return Built(editor, find_plan(largest.pk) or largest, plans[1], counts)


def _shared(total: int, parts: int) -> list[int]:
    return [total // parts + (1 if number < total % parts else 0) for number in range(parts)]


def _place(number: int, editor: Person) -> Place:
    place = Place.objects.create(
        kind=Place.Kind.MUNICIPALITY, country="no", code=f"99{number:02}", name=f"Fjordvik {number + 1}",
        is_active=True,
    )  # fmt: skip
    PlaceRole.objects.create(person=editor, place=place, kind=RoleKind.EDITOR)
    return place


def _process(number: int, *, place: Place, by: Person) -> None:
    process = start_process(
        place, by=by, at=AT, blueprint="restructuring-plan", title=f"Omstillingsplan {number + 1}",
        language="nb", starts_on=date(2027, 1, 11), adopt_by=date(2027, 10, 14),
        period=(date(2028, 1, 1), date(2033, 12, 31)),
    )  # fmt: skip
    publish_process(process, by=by, at=AT)


def _plan(number: int, goals: int, *, place: Place, by: Person) -> Plan:
    at = AT + timedelta(minutes=number)
    outline = _outline(number, goals)
    is_draft = number % 3 == 1  # a third stay drafts
    outline = replace(outline, decisions=outline.decisions[:1]) if is_draft else outline
    plan = import_plan(outline, place=place, by=by, at=at)
    publish_process(plan.process, by=by, at=at)
    if not is_draft:
        publish_plan(find_plan(plan.pk) or plan, by=by, at=at)
    if number == 0:
        plan = find_plan(plan.pk) or plan
        for where in ("sections.background", "vision", "areas.A", "areas.B"):
            add_comment(plan.process, topic=f"plan/{plan.pk}", by=by, at=at, where=where, text=WORDS)
    return plan


def _outline(number: int, goals: int) -> o.PlanOutline:
    """Give a whole plan of six areas with so many goals, one of them the main goal."""
    codes = "ABCDEF"
    shares = _shared(goals - 1, len(codes))
    gathering = o.Gathering(
        title="Prosess-samling", held_on=date(2027, 2, 10), participants=40, summary=WORDS,
        outcomes=tuple(o.Outcome(kind=kind, text="Nådd", evidence="Referat") for kind in OUTCOMES),
        milieux=tuple(o.Reached(milieu=milieu, people=4) for milieu in MILIEUX),
    )  # fmt: skip
    areas = tuple(_area(code, share) for code, share in zip(codes, shares, strict=True))
    return o.PlanOutline(
        title=f"Omstillingsplan for Fjordvik {number + 1}",
        periods=(o.Period(starts_on=date(2028, 1, 1), ends_on=date(2033, 12, 31)),),
        analysis=_analysis(),
        premises=tuple(_premises()),
        gatherings=(gathering,),
        vision="Et sted der det er lett å begynne på noe nytt.",
        main_goal=_goal(goals),
        areas=areas,
        administration=_amounts(1_000_000),
        money=tuple(
            o.MoneyLine(source=source, name="", year=year, amount=4_000_000)
            for source in ("county", "municipality")
            for year in YEARS
        ),
        communication=(_communication(),),
        sections=o.Sections(**dict.fromkeys(o.Sections.__dataclass_fields__, WORDS * 6)),
        action_plans=(_action_plan(codes),),
        decisions=tuple(_decisions()),
    )


def _analysis() -> o.Analysis:
    figures = tuple(
        o.Figure(
            series="Arbeidsplasser", year=year, value=Decimal(900 - year % 50), unit="personer", source="SSB"
        )
        for year in range(2010, 2027)
    )
    return o.Analysis(
        title="Utviklingsanalyse", author="Næringshagen", finished_on=date(2027, 1, 20), jobs_lost=60,
        employed=900, employed_year=2026, summary=WORDS, figures=figures,
    )  # fmt: skip


def _premises() -> Iterator[o.Premise]:
    for number in range(1, 9):
        yield o.Premise(kind="challenge", code=f"U{number}", title=f"Utfordring {number}", text=WORDS)
        yield o.Premise(kind="opportunity", code=f"M{number}", title=f"Mulighet {number}", text=WORDS)


def _goal(target: int) -> o.Goal:
    targets = tuple(
        o.YearNumber(year=year, value=Decimal(target * step).quantize(Decimal(1)) / 6)
        for step, year in enumerate(YEARS, 1)
    )
    whole = tuple(replace(row, value=Decimal(int(row.value))) for row in targets[:-1])
    last = o.YearNumber(year=YEARS[-1], value=Decimal(target))
    return o.Goal(
        text=f"{target} nye årsverk innen 2033", indicator="Nye årsverk bekreftet av bedriften",
        unit="årsverk", job_kind="new", baseline=Decimal(0), target=Decimal(target),
        due_on=date(2033, 12, 31), targets=(*whole, last), how_measured="Bekreftet av bedriften",
        when_measured="30. juni og 31. desember", measured_by="Prosjektleder",
    )  # fmt: skip


def _anchored() -> tuple[o.Anchoring, ...]:
    row: Any = {"how": "gathering", "reference": "Prosess-samling", "anchored_on": date(2027, 2, 10)}
    return (o.Anchoring(milieu="local_business", **row), o.Anchoring(milieu="founders", **row))


def _area(code: str, goals: int) -> o.Area:
    activities = tuple(
        o.Activity(
            title=f"Hovedaktivitet {code}{number + 1}", text=WORDS, anchorings=_anchored(),
            goals=tuple(goal + 1 for goal in range(goals) if goal % 4 == number),
        )
        for number in range(4)
    )  # fmt: skip
    first = "ABCDEF".index(code)
    answers = [f"{kind}{number}" for number in range(1, 9) if number % 6 == first % 6 for kind in "UM"]
    return o.Area(
        code=code, title=f"Innsatsområde {code}", text=WORDS * 2, answers=tuple(answers or ("U1", "M1")),
        goals=tuple(_goal(1) for _number in range(goals)), frames=_amounts(1_000_000),
        activities=activities, anchorings=_anchored(),
    )  # fmt: skip


def _amounts(amount: int) -> tuple[o.YearAmount, ...]:
    return tuple(o.YearAmount(year=year, value=amount) for year in YEARS)


def _communication() -> o.CommunicationActivity:
    return o.CommunicationActivity(
        title="Folkemøte", audience="Innbyggerne", channel="Åpent møte", planned_on=date(2027, 2, 1),
        owner="Prosjektleder", phase="mobilisation",
    )  # fmt: skip


def _action_plan(codes: str) -> o.ActionPlan:
    measures = tuple(
        o.Measure(
            title=f"Tiltak {code}{number}", area=code, text=WORDS, owner="Prosjektleder", amount=250_000,
            due_on=date(2028, 10, 1),
        )
        for code in codes
        for number in range(1, 5)
    )  # fmt: skip
    return o.ActionPlan(year=2028, intro=WORDS, measures=measures, communication=WORDS)


def _decisions() -> Iterator[o.Decision]:
    rows: tuple[tuple[Any, Any, date], ...] = (
        ("start", "council", date(2027, 1, 15)),
        ("approval", "steering_group", date(2027, 2, 15)),
        ("adoption", "council", date(2027, 2, 25)),
    )
    for kind, body, day in rows:
        yield o.Decision(kind=kind, body=body, decided_on=day, case_number=f"{day.day}/27", result="adopted")
