"""`dugnad send-reminders`: the round that puts news, reminders and weekly mails into the queue."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from dugnad.site import clock

if TYPE_CHECKING:
    import argparse
    from typing import Any

ROUND_SECONDS = 60


def add_arguments(commands: Any) -> None:
    """Add the command to the parser's subcommands."""
    told = "Put what is to be told by mail into the worker's queue; `dugnad serve` does so by itself."
    made: argparse.ArgumentParser = commands.add_parser("send-reminders", help=told, description=told)
    made.set_defaults(run=send_reminders)


def send_reminders(_asked: argparse.Namespace) -> int:
    """Make one round and say what was put into the queue."""
    import django  # noqa: PLC0415 - a command loads only what it needs

    django.setup()
    told = make_round()
    facts = f"{told['news']} entries told, {told['reminders']} deadlines reminded of"
    sys.stdout.write(f"{facts}, {told['digests']} weekly mails\n")
    return 0


def make_round() -> dict[str, int]:
    """Make one round now: mail, search, and throwing away what the queue remembers of mail a day old."""
    from django.core.management import call_command  # noqa: PLC0415 - models load after django.setup()

    from dugnad.hall.notices import tell_everybody  # noqa: PLC0415 - models load after django.setup()
    from dugnad.hall.search_index import refresh_index  # noqa: PLC0415 - models load after django.setup()

    told = tell_everybody(at=clock.now())
    refresh_index()
    call_command("prune_db_task_results", min_age_days=1, failed_min_age_days=14, verbosity=0)
    return told


def keep_telling() -> NoReturn:
    """Make a round each minute, beside the worker; one that fails is told in the log and tried again."""
    from django.db import close_old_connections  # noqa: PLC0415 - a command loads only what it needs

    while True:
        close_old_connections()
        try:
            make_round()
        except Exception:
            logging.getLogger("dugnad").exception("A round of mail failed and is made again in a minute.")
        time.sleep(ROUND_SECONDS)
