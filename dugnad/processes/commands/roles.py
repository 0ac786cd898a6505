"""Who has which part in a process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.journal.commands import record
from dugnad.kit.verdicts import enforce
from dugnad.people.commands import enrol_person
from dugnad.processes.models import Process, ProcessRole
from dugnad.processes.rules import forget_roles, may_lead
from dugnad.processes.rules.members import may_end_role, may_give_role

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person


@transaction.atomic
def give_role(
    process: Process,
    *,
    by: Person,
    at: datetime,
    person: Person,
    kind: str,
    since: date | None = None,
    until: date | None = None,
    title: str = "",
    is_hired: bool = False,
) -> ProcessRole:
    """Give a person a part in the process, with dates; `is_hired` tells hired from employed.

    Raises:
        Refused: when the giver does not lead, the dates cannot be, or the person has that part already.
    """
    enforce(may_give_role(process, person, kind, by=by, at=at, since=since, until=until))
    role = ProcessRole.objects.create(
        process=process, person=person, kind=kind, since=since, until=until, title=title, is_hired=is_hired
    )
    forget_roles(person)
    forget_roles(by)
    _log(role, "role.given", by=by, at=at)
    return role


@transaction.atomic
def invite_member(
    process: Process,
    *,
    by: Person,
    at: datetime,
    email: str,
    name: str = "",
    kind: str,
    since: date | None = None,
    until: date | None = None,
    title: str = "",
    is_hired: bool = False,
) -> ProcessRole:
    """Give a part to whoever has this e-mail address, written into the register where they are new.

    The mail goes out afterwards, since mail cannot be rolled back.

    Raises:
        Refused: when the giver does not lead, the dates cannot be, or the person has that part already.
    """
    enforce(may_lead(process, by=by, at=at))
    person = enrol_person(email, name=name, language=process.language, by=by, at=at)
    dates = {"since": since, "until": until}
    return give_role(process, by=by, at=at, person=person, kind=kind, title=title, is_hired=is_hired, **dates)


@transaction.atomic
def end_role(role: ProcessRole, *, by: Person, at: datetime, until: date) -> None:
    """End a part on a day; the row stays, so that who had it when can always be seen.

    Raises:
        Refused: when the one who ends it does not lead, or nobody would be left to lead the process.
    """
    enforce(may_end_role(role, by=by, at=at, until=until))
    role.until = until
    role.save(update_fields=["until"])
    forget_roles(role.person)
    forget_roles(by)
    _log(role, "role.ended", by=by, at=at)


def _log(role: ProcessRole, verb: str, *, by: Person, at: datetime) -> None:
    content = {"kind": role.kind, "name": role.person.name, "since": role.since, "until": role.until}
    record(
        verb, subject=f"process/{role.process_id}", process_id=role.process_id, by=by, at=at,
        content=content, person_ids=(role.person_id,),
    )  # fmt: skip
