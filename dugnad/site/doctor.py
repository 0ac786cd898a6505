"""`dugnad doctor`: whether an installation is well, a line for each thing, and what would mend it."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import django
from django.conf import settings
from django.core.mail import get_connection
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from dugnad.site import clock
from dugnad.site.checks import is_loopback, judge_database, public_host
from dugnad.site.serve import HEARTBEAT, HEARTBEAT_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator

Line = tuple[str, str]


def examine() -> Iterator[Line]:
    """Yield `(judgement, sentence)` for each thing looked at; a judgement is "ok", "note" or "fault"."""
    django.setup()
    yield from _database()
    yield from _files()
    yield from _mail()
    yield from _worker()
    yield from _address()
    yield from _secret()


def _database() -> Iterator[Line]:
    faults = judge_database()
    yield ("fault", faults[0].msg) if faults else ("ok", f"SQLite is {sqlite3.sqlite_version}.")
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield "fault", f"The database does not answer: {error}"
        return
    if waiting:
        yield "fault", f"The database lacks {len(waiting)} migrations: run dugnad migrate."
    else:
        yield "ok", f"The database ({connection.vendor}) answers and is up to date."


def _files() -> Iterator[Line]:
    folder = settings.MEDIA_ROOT
    parent = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(parent, os.W_OK):
        yield "ok", f"Files can be kept in {folder}."
    else:
        yield "fault", f"Files cannot be kept in {folder}: let the user who runs Dugnad write there."
    if (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield "ok", "The static files are gathered."
    else:
        yield "fault", "The static files are not gathered: run make setup."


def _mail() -> Iterator[Line]:
    if not settings.EMAIL_HOST:
        judgement = "note" if is_loopback(public_host()) else "fault"
        yield judgement, "No mail is sent: set SMTP_HOST; until then the server prints the sign-in codes."
        return
    try:
        with get_connection():
            yield "ok", f"The mail server {settings.EMAIL_HOST} answers."
    except OSError as error:
        yield "fault", f"The mail server {settings.EMAIL_HOST} does not answer: {error}"


def _worker() -> Iterator[Line]:
    from django_tasks_db.models import DBTaskResult  # noqa: PLC0415 - models load after django.setup()

    if not HEARTBEAT.exists() or time.time() - HEARTBEAT.stat().st_mtime > 3 * HEARTBEAT_SECONDS:
        yield "fault", "No worker is at work: start dugnad serve, or dugnad worker beside it."
    else:
        yield "ok", "The worker is at work."
    late = clock.now() - timedelta(minutes=10)
    try:
        waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=late).count()
    except DatabaseError:
        return
    if waiting:
        yield "fault", f"{waiting} jobs have waited for more than ten minutes: see what the worker says."


def _address() -> Iterator[Line]:
    if settings.IS_HTTPS:
        yield "ok", f"People reach Dugnad on {settings.PUBLIC_URL}."
    elif is_loopback(public_host()):
        yield "note", f"Only this machine reaches {settings.PUBLIC_URL}: set PUBLIC_URL when others shall."
    else:
        yield "fault", f"{settings.PUBLIC_URL} is not encrypted: passkeys and safe sign-in need https."


def _secret() -> Iterator[Line]:
    file = settings.VAR / "secret-key"
    if os.environ.get("SECRET_KEY"):
        strength = len(settings.SECRET_KEY)
        yield (
            ("ok", "The secret key is long.")
            if strength >= 40
            else ("fault", "SECRET_KEY is too short: use 50 signs.")
        )
    elif stat.S_IMODE(file.stat().st_mode) & 0o077:
        yield "fault", f"Others can read {file}: run chmod 600 {file}."
    else:
        yield "ok", "The secret key is for its owner alone."
