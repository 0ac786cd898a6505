"""Starting, publishing, copying a process, and entering one midway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce, first_refusal
from dugnad.people.models import RoleKind
from dugnad.processes.commands.steps import finish_phase
from dugnad.processes.commands.times import replan, write_period
from dugnad.processes.models import Body, Gate, Phase, Process, ProcessRole
from dugnad.processes.rules import (
    forget_roles,
    may_enter_midway,
    may_lead,
    may_publish,
    may_see,
    may_start,
)
from dugnad.processes.rules.blueprints import Blueprint, blueprints
from dugnad.processes.rules.times import check_dates

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person, Place


@transaction.atomic
def start_process(
    place: Place,
    *,
    by: Person,
    at: datetime,
    blueprint: str,
    title: str,
    language: str,
    starts_on: date,
    adopt_by: date | None = None,
    period: tuple[date, date] | None = None,
    purpose: str = "",
    mandate: str = "",
) -> Process:
    """Start a process in a place from a blueprint; whoever starts it becomes its project manager.

    `period` is the first and last day the work is for (the programme's period), where there is one.
    Rows are copied from the blueprint with its version: a later blueprint never moves a running process.

    Raises:
        Refused: when the person may not start one here, or the dates cannot be.
    """
    enforce(first_refusal((may_start(place, by=by, at=at), check_dates(starts_on, adopt_by, period))))
    plan = blueprints()[blueprint]
    process = Process.objects.create(
        place=place, blueprint=plan.key, blueprint_version=plan.version, title=title, language=language,
        starts_on=starts_on, adopt_by=adopt_by, purpose=purpose, mandate=mandate, created_at=at,
    )  # fmt: skip
    lay_path(process, plan, at=at)
    if period:
        write_period(process, period, at=at)
    replan(process, by=by, at=at)
    ProcessRole.objects.create(process=process, person=by, kind=RoleKind.EDITOR, since=timezone.localdate(at))
    forget_roles(by)
    _log(process, "process.started", by=by, at=at, content={"title": title, "blueprint": plan.key})
    return process


def lay_path(process: Process, plan: Blueprint, *, at: datetime) -> None:
    """Copy phases, gates, deadlines' places and bodies from the blueprint; the first phase is open."""
    language = process.language
    number = 0
    for index, row in enumerate(plan.phases):
        phase = Phase.objects.create(
            process=process, key=row.key, number=index + 1, title=row.title[language],
            explanation=row.explanation[language], opens=list(row.opens), is_recommended=row.is_recommended,
            state=Phase.State.AHEAD if index else Phase.State.OPEN, opened_at=None if index else at,
        )  # fmt: skip
        for gate in row.gates:
            number += 1
            Gate.objects.create(
                process=process, phase=phase, key=gate.key, number=number,
                title=gate.title[language], body_kind=gate.body,
            )  # fmt: skip
            find_or_make_body(process, gate.body)


def find_or_make_body(process: Process, kind: str) -> Body:
    """Give the body of this kind: a steering group is the process's own, a council its place's."""
    of_process = kind in {Body.Kind.STEERING_GROUP, Body.Kind.COMMITTEE, Body.Kind.PROGRAMME_BOARD}
    with override(process.language):
        name = str(Body.Kind(kind).label)
    body, _made = Body.objects.get_or_create(
        place=process.place, process=process if of_process else None, kind=kind, defaults={"name": name}
    )
    return body


@transaction.atomic
def edit_process(
    process: Process, *, by: Person, at: datetime, title: str, purpose: str, mandate: str
) -> None:
    """Change what the process is called, why it is, and what it has been asked to do.

    Raises:
        Refused: when the person does not lead the process.
    """
    enforce(may_lead(process, by=by, at=at))
    process.title, process.purpose, process.mandate = title, purpose, mandate
    process.save(update_fields=["title", "purpose", "mandate"])
    _log(process, "process.edited", by=by, at=at, content={"title": title})


@transaction.atomic
def publish_process(process: Process, *, by: Person, at: datetime) -> None:
    """Let anyone see the process: path, published plan, open decisions and documents; never drafts.

    Raises:
        Refused: when the person does not lead the process, or it is published already.
    """
    enforce(may_publish(process, by=by, at=at))
    process.published_at = at
    process.save(update_fields=["published_at"])
    _log(process, "process.published", by=by, at=at, content={"title": process.title})


@transaction.atomic
def copy_process(process: Process, *, by: Person, at: datetime, title: str, starts_on: date) -> Process:
    """Start a new process with the same purpose, mandate and parts, in the same place; `by` leads it.

    Raises:
        Refused: when the person may not see this one, or not start one here.
    """
    enforce(first_refusal((may_see(process, by=by, at=at), may_start(process.place, by=by, at=at))))
    plan = blueprints()[process.blueprint]
    copy = Process.objects.create(
        place=process.place, blueprint=plan.key, blueprint_version=plan.version, title=title,
        language=process.language, starts_on=starts_on, purpose=process.purpose, mandate=process.mandate,
        created_at=at, copied_from=process,
    )  # fmt: skip
    lay_path(copy, plan, at=at)
    replan(copy, by=by, at=at)
    _copy_roles(process, copy, by=by, at=at)
    _log(copy, "process.copied", by=by, at=at, content={"title": title, "from": process.pk})
    return copy


def _copy_roles(process: Process, copy: Process, *, by: Person, at: datetime) -> None:
    for role in process.roles.on(timezone.localdate(at)).filter(person__erased_at=None):
        ProcessRole.objects.create(
            process=copy, person_id=role.person_id, kind=role.kind, title=role.title,
            is_hired=role.is_hired, since=timezone.localdate(at),
        )  # fmt: skip
    ProcessRole.objects.get_or_create(
        process=copy, person=by, kind=RoleKind.EDITOR, defaults={"since": timezone.localdate(at)}
    )
    forget_roles(by)


@transaction.atomic
def enter_midway(process: Process, *, by: Person, at: datetime, phase: str, reason: str) -> None:
    """Take up a process that is under way: earlier phases are over, their decisions recorded afterwards.

    Gates that were passed are recorded with facts that say `in_retrospect` and stay visible as
    undecided until then, so that nothing is claimed that nobody has recorded.

    Raises:
        Refused: when the person does not lead, the reason is missing, or the process has moved on already.
    """
    enforce(may_enter_midway(process, by=by, at=at, reason=reason))
    phases = list(process.phases.order_by("number"))
    target = next(row for row in phases if row.key == phase)
    for row in phases:
        if row.number < target.number:
            finish_phase(row, at=at, reason=reason)
    target.state, target.opened_at = Phase.State.OPEN, at
    target.save(update_fields=["state", "opened_at"])
    process.entered_midway = True
    process.save(update_fields=["entered_midway"])
    _log(process, "process.entered_midway", by=by, at=at, content={"phase": phase, "reason": reason})


def _log(process: Process, verb: str, *, by: Person, at: datetime, content: dict[str, Any]) -> None:
    record(
        verb,
        subject=f"process/{process.pk}",
        process_id=process.pk,
        by=by,
        at=at,
        content=content,
        is_public=True,
    )
