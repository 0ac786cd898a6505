"""Beginning a plan, and writing what is not in an area: sections, vision, money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.kit.verdicts import enforce
from dugnad.plans.commands.writing import log, write_row
from dugnad.plans.models import AreaFrame, MoneyLine, Plan, Section
from dugnad.plans.rules.acts import may_edit_plan, may_start_plan
from dugnad.plans.rules.amounts import check_amounts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from decimal import Decimal

    from dugnad.people.models import Person
    from dugnad.processes.models import Process


@transaction.atomic
def start_plan(process: Process, *, by: Person, at: datetime, title: str) -> Plan:
    """Begin the plan of a process, with its six headings empty.

    Raises:
        Refused: when the process has one, or no open phase lets this person write.
    """
    enforce(may_start_plan(process, by=by, at=at))
    plan = write_empty_plan(process, at=at, title=title)
    log(plan, "plan.started", by=by, at=at, title=title)
    return plan


def write_empty_plan(process: Process, *, at: datetime, title: str) -> Plan:
    """Make the rows of a plan with nothing in it. A step: the calling command logs it."""
    plan = Plan.objects.create(process=process, title=title, created_at=at)
    Section.objects.bulk_create(Section(plan=plan, key=key) for key in Section.Key.values)
    return plan


@transaction.atomic
def edit_section(section: Section, *, by: Person, at: datetime, text: str, revision: int) -> None:
    """Write the running text under one heading; `revision` is the one the writer saw.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else wrote there meanwhile; nothing is overwritten.
    """
    enforce(may_edit_plan(section.plan, by=by, at=at))
    write_row(section, revision=revision, text=text, edited_by=by, edited_at=at)
    log(section.plan, "section.edited", by=by, at=at, section=section.key, revision=section.revision)


@transaction.atomic
def edit_vision(plan: Plan, *, by: Person, at: datetime, title: str, vision: str, revision: int) -> None:
    """Write the plan's title and vision.

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    write_row(plan, revision=revision, title=title, vision=vision)
    log(plan, "vision.edited", by=by, at=at, revision=plan.revision)


@transaction.atomic
def set_conditions(  # one act: what the county gave, and when the work may begin
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    revision: int,
    county_ceiling: Decimal | None,
    grant_committed_on: date | None,
    conditions_accepted_on: date | None,
    implementation_starts_on: date | None,
    county_ceiling_source: str = "",
) -> None:
    """Write the county's ceiling and grant, and the day implementation starts (A-16, A-17).

    Raises:
        Refused: when the plan is not open for this person's writing.
        Outdated: when somebody else wrote there meanwhile.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    write_row(
        plan,
        revision=revision,
        county_ceiling=county_ceiling,
        county_ceiling_source=county_ceiling_source,
        grant_committed_on=grant_committed_on,
        conditions_accepted_on=conditions_accepted_on,
        implementation_starts_on=implementation_starts_on,
    )
    log(plan, "conditions.set", by=by, at=at, implementation_starts_on=implementation_starts_on)


@transaction.atomic
def set_money(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    revision: int,
    lines: Mapping[tuple[str, str, int], int],
    administration: Mapping[int, int],
) -> None:
    """Write the whole money table: whole kroner by (source, name, year), and administration by year.

    Raises:
        Refused: when the plan is not open for this person's writing, or an amount is negative.
        Outdated: when somebody else wrote the table meanwhile.
    """
    enforce(may_edit_plan(plan, by=by, at=at))
    enforce(check_amounts([*lines.values(), *administration.values()]))
    write_row(plan, revision=revision)
    plan.money.all().delete()
    MoneyLine.objects.bulk_create(
        MoneyLine(plan=plan, source=source, name=name, year=year, amount=amount)
        for (source, name, year), amount in lines.items()
        if amount
    )
    plan.frames.filter(area=None).delete()
    AreaFrame.objects.bulk_create(
        AreaFrame(plan=plan, year=year, amount=amount) for year, amount in administration.items() if amount
    )
    log(plan, "money.set", by=by, at=at, total=sum(lines.values()))
