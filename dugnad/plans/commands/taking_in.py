"""A plan that exists elsewhere, taken in from its file: entered where its decisions left it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.db import transaction

from dugnad.gatherings.commands import GatheringFacts, write_gathering
from dugnad.gatherings.models import MilieuReached
from dugnad.kit.verdicts import enforce
from dugnad.people.models import RoleKind
from dugnad.plans.commands.drafting import write_empty_plan
from dugnad.plans.commands.filling import fill_plan
from dugnad.plans.commands.versions import freeze_version
from dugnad.plans.commands.writing import log
from dugnad.plans.models import (
    AcceptedWarning,
    Analysis,
    AreaMapping,
    CommunicationActivity,
    Figure,
    Plan,
    Premise,
    Version,
)
from dugnad.processes.commands.start import find_or_make_body, lay_path
from dugnad.processes.commands.steps import finish_phase
from dugnad.processes.commands.times import replan
from dugnad.processes.models import Body, Decision, Gate, Period, Phase, Process, ProcessRole
from dugnad.processes.rules import may_start
from dugnad.processes.rules.blueprints import blueprints

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person, Place
    from dugnad.plans import outline as o

_GATES = {"start": "start_decision", "approval": "steering_group_approval", "adoption": "council_adoption"}
_YES = {"adopted", "adopted_with_changes"}
_STATES = {
    "council_adoption": Plan.State.ADOPTED,
    "steering_group_approval": Plan.State.APPROVED,
}


@transaction.atomic
def import_plan(outline: o.PlanOutline, *, place: Place, by: Person, at: datetime) -> Plan:
    """Take a plan's file in as a process entered midway, with its decisions recorded in retrospect.

    Raises:
        Refused: when the person may not start a process in the place.
    """
    enforce(may_start(place, by=by, at=at))
    process = _begin(outline, place=place, at=at)
    ProcessRole.objects.create(process=process, person=by, kind=RoleKind.EDITOR, since=at.date())
    _take_grounds(process, outline)
    plan = write_empty_plan(process, at=at, title=outline.title)
    fill_plan(plan, outline, at=at)
    plan.grant_committed_on = outline.grant_committed_on
    plan.conditions_accepted_on = outline.conditions_accepted_on
    plan.implementation_starts_on = outline.implementation_starts_on
    plan.save()
    _take_former_areas(plan, outline, at=at)
    replan(process, by=by, at=at)
    _take_decisions(plan, outline, by=by, at=at)
    _take_accepted(plan, outline, by=by, at=at)
    log(plan, "plan.imported", by=by, at=at, title=plan.title, is_public=True)
    return plan


def _begin(outline: o.PlanOutline, *, place: Place, at: datetime) -> Process:
    blueprint = blueprints()["restructuring-plan"]
    days = [decision.decided_on for decision in outline.decisions if decision.decided_on]
    days += [period.starts_on for period in outline.periods if period.starts_on]
    process = Process.objects.create(
        place=place,
        blueprint=blueprint.key,
        blueprint_version=blueprint.version,
        title=outline.title or place.name,
        language=outline.language,
        starts_on=min(days, default=at.date()),
        created_at=at,
        entered_midway=True,
    )
    lay_path(process, blueprint, at=at)
    for period in outline.periods:
        if period.starts_on and period.ends_on:
            Period.objects.create(process=process, decided_at=at, **asdict(period))
    return process


def _take_grounds(process: Process, outline: o.PlanOutline) -> None:
    if outline.analysis or outline.premises:
        _take_analysis(process, outline)
    for gathering in outline.gatherings:
        if gathering.held_on:
            write_gathering(process, _gathering_facts(gathering, gathering.held_on))
    MilieuReached.objects.bulk_create(
        MilieuReached(process=process, milieu=row.milieu, people=row.people)
        for row in outline.milieux_reached
        if row.milieu
    )
    CommunicationActivity.objects.bulk_create(
        CommunicationActivity(
            process=process,
            title=row.title,
            audience=row.audience,
            channel=row.channel,
            planned_on=row.planned_on,
            owner_name=row.owner,
            phase_key=row.phase,
            done_on=row.done_on,
            result=row.result,
        )
        for row in outline.communication
        if row.planned_on
    )


def _take_analysis(process: Process, outline: o.PlanOutline) -> None:
    columns: dict[str, Any] = {"title": ""}
    figures: tuple[o.Figure, ...] = ()
    if outline.analysis:
        figures = outline.analysis.figures
        columns = {key: value for key, value in asdict(outline.analysis).items() if key != "figures"}
    analysis = Analysis.objects.create(process=process, **columns)
    Figure.objects.bulk_create(
        Figure(analysis=analysis, **asdict(figure)) for figure in figures if figure.year is not None
    )
    Premise.objects.bulk_create(
        Premise(analysis=analysis, **asdict(premise)) for premise in outline.premises if premise.kind
    )


def _gathering_facts(row: o.Gathering, held_on: date) -> GatheringFacts:
    return GatheringFacts(
        title=row.title,
        held_on=held_on,
        venue=row.venue,
        summary=row.summary,
        participants=row.participants,
        milieux={entry.milieu: entry.people for entry in row.milieux if entry.milieu},
        outcomes={entry.kind: (entry.text, entry.evidence) for entry in row.outcomes if entry.kind},
    )


def _take_decisions(plan: Plan, outline: o.PlanOutline, *, by: Person, at: datetime) -> None:
    """Record each decision in retrospect, open the gates it opened, and put the path where that leaves it."""
    if outline.status and outline.status.decided_on:
        body = find_or_make_body(plan.process, Body.Kind.COUNTY)
        status = Decision(decided_on=outline.status.decided_on, case_number=outline.status.case_number)
        _write(status, plan, body, None, result="adopted", by=by, at=at)
    version = freeze_version(plan, by=by, at=at, label="imported")
    for row in outline.decisions:
        key = _GATES.get(row.kind or "")
        if key is None or row.decided_on is None:
            continue
        gate = Gate.objects.select_related("phase").get(process=plan.process_id, key=key)
        body = find_or_make_body(plan.process, row.body or gate.body_kind)
        decision = Decision(decided_on=row.decided_on, case_number=row.case_number)
        _write(decision, plan, body, gate, result=row.result or "adopted", by=by, at=at, version=version)
        if row.result in _YES:
            _open(plan, gate, version, at=at)
    for entry in outline.action_plans:
        if entry.year and entry.adopted_on:
            adoptions = plan.process.decisions.filter(gate__key="council_adoption")
            adopted = adoptions.filter(decided_on=entry.adopted_on).first()
            plan.action_plans.filter(year=entry.year).update(decision=adopted)
    _place_on_path(plan, at=at)


def _write(
    decision: Decision,
    plan: Plan,
    body: Body,
    gate: Gate | None,
    *,
    result: str,
    by: Person,
    at: datetime,
    version: Version | None = None,
) -> None:
    decision.process, decision.body, decision.gate, decision.result = plan.process, body, gate, result
    decision.in_retrospect, decision.recorded_at, decision.recorded_by = True, at, by
    if version:
        decision.subject = f"plan/{plan.pk}/version/{version.number}"
        decision.subject_digest = version.digest
    decision.save()


def _open(plan: Plan, gate: Gate, version: Version, *, at: datetime) -> None:
    gate.state, gate.passed_at = Gate.State.PASSED, at
    gate.save(update_fields=["state", "passed_at"])
    if gate.key in _STATES:
        plan.state = _STATES[gate.key]
        plan.save(update_fields=["state"])
    if gate.key == "council_adoption":
        Version.objects.filter(pk=version.pk).update(is_adopted=True)


def _place_on_path(plan: Plan, *, at: datetime) -> None:
    """Phases up to the last passed gate are over, the next is open; without any, drafting is."""
    phases = list(plan.process.phases.order_by("number"))
    passed = plan.process.gates.filter(state=Gate.State.PASSED).values_list("phase__number", flat=True)
    drafting = next(phase.number for phase in phases if phase.key == "drafting")
    here = max([number + 1 for number in passed], default=drafting)
    here = max(here, drafting)
    for phase in phases:
        if phase.number < here:
            finish_phase(phase, at=at)
            continue
        phase.state = Phase.State.OPEN if phase.number == here else Phase.State.AHEAD
        phase.opened_at = at if phase.number == here else None
        phase.save(update_fields=["state", "opened_at"])


def _take_former_areas(plan: Plan, outline: o.PlanOutline, *, at: datetime) -> None:
    """Keep the areas of the version before as a version of their own, so that the map has two ends (A-31)."""
    if outline.area_change is None:
        return
    areas = [{"code": row.code, "title": row.title} for row in outline.area_change.former_areas]
    former = Version.objects.create(
        plan=plan, number=1, content={"areas": areas}, digest="", label="former areas", at=at, is_adopted=True
    )
    for row in outline.area_change.former_areas:
        became = [(code, "") for code in row.became] or [("", row.ended)]
        AreaMapping.objects.bulk_create(
            AreaMapping(plan=plan, former=former, old_code=row.code, new_code=code, note=note)
            for code, note in became
            if code or note
        )


def _take_accepted(plan: Plan, outline: o.PlanOutline, *, by: Person, at: datetime) -> None:
    AcceptedWarning.objects.bulk_create(
        AcceptedWarning(plan=plan, rule=row.rule, where=row.where, reason=row.reason, by=by, at=at)
        for row in outline.accepted_warnings
    )
