"""Commands about people and the demo: `dugnad invite`, `dugnad leave-demo`.

Imports of models stand inside the commands, since they need Django to be set up first.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.validators import validate_email
from django.db import connection

from dugnad.site.clock import now

if TYPE_CHECKING:
    import argparse


def add_arguments(commands: Any) -> None:
    """Add this module's commands to the parser of `dugnad` (an argparse subparsers action)."""
    told = "Invite the first administrator; the others are invited on the pages."
    inviting = commands.add_parser("invite", help=told, description=told)
    inviting.add_argument("email", help="the address they sign in with")
    inviting.add_argument("--administrator", action="store_true", help="the role; the only one given here")
    inviting.add_argument("--name", default="", help="their name, as others will see it")
    inviting.set_defaults(run=invite)
    told = "Put the demo's database aside and begin an empty one; nothing is deleted."
    leaving = commands.add_parser("leave-demo", help=told, description=told)
    leaving.set_defaults(run=leave_demo)


def invite(asked: argparse.Namespace) -> int:
    """Make someone administrator and mail the way in; exit 2 with a sentence when the address cannot be."""
    django.setup()
    try:
        validate_email(asked.email.strip())
    except ValidationError:
        sys.stderr.write(f"dugnad: {asked.email!r} is not an e-mail address.\n")
        return 2
    if not asked.administrator:
        sys.stderr.write(
            "dugnad: say --administrator; other roles are given under Administration, on the pages.\n"
        )
        return 2
    call_command("migrate", verbosity=0, interactive=False)  # the first command of a new installation
    _appoint(asked.email, asked.name)
    return 0


def _appoint(email: str, name: str) -> None:
    from dugnad.people.commands import appoint_administrator  # noqa: PLC0415 - models load after django.setup()
    from dugnad.people.models import RoleKind  # noqa: PLC0415 - models load after django.setup()
    from dugnad.people.notices import invite_by_mail  # noqa: PLC0415 - models load after django.setup()

    person = appoint_administrator(email, name=name, at=now())
    sys.stdout.write(
        f"{person.email} is now administrator. Sign in at {settings.PUBLIC_URL}/account/login/\n"
    )
    if not settings.EMAIL_HOST:
        sys.stdout.write("No mail server is set: the sign-in code will be printed by the server.\n")
        return
    failure = invite_by_mail(person, part=RoleKind.ADMINISTRATOR.label, where="", by=None)
    sys.stdout.write(
        f"The invitation could not be sent: {failure}\n"
        if failure
        else "An invitation is on its way by mail.\n"
    )


def leave_demo(asked: argparse.Namespace) -> int:  # noqa: ARG001 - every command is asked the same way
    """Move a database of fictional people aside and make an empty one; refuse when real people are in it."""
    django.setup()
    if connection.vendor != "sqlite":
        sys.stderr.write("dugnad: make a new, empty database and name it in DATABASE_URL.\n")
        return 2
    if strangers := _real_people():
        sys.stderr.write(f"dugnad: {strangers} real people are in this database, so it is not a demo.\n")
        return 2
    aside = _put_aside(Path(str(settings.DATABASES["default"]["NAME"])))
    call_command("migrate", interactive=False, verbosity=0)
    sys.stdout.write(
        f"The demo lies in {aside}. The database is empty now.\n"
        "Next: dugnad invite YOU@EXAMPLE.NO --administrator, then dugnad serve.\n"
    )
    return 0


def _real_people() -> int:
    from dugnad.people.queries import real_people  # noqa: PLC0415 - models load after django.setup()

    tables = connection.introspection.table_names()
    return real_people().count() if "people_person" in tables else 0


def _put_aside(file: Path) -> Path:
    """Move the database with its write-ahead log to a name that is free, and give that name."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    aside = file.with_name(f"{file.stem}-demo-{now():%Y%m%d-%H%M%S}{file.suffix}")
    for ending in ("", "-wal", "-shm"):
        part = file.with_name(file.name + ending)
        if part.exists():
            part.rename(aside.with_name(aside.name + ending))
    return aside
