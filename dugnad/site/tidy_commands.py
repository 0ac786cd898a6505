"""`dugnad keep-tidy`: erase what has been kept as long as it may."""

from __future__ import annotations

import logging
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from dugnad.site import clock

if TYPE_CHECKING:
    import argparse
    from typing import Any

ROUND_SECONDS = 3600


def add_arguments(commands: Any) -> None:
    """Add the command to the parser's subcommands."""
    told = (
        "Erase personal text whose day has passed, and sessions that are over; `dugnad serve` does so hourly."
    )
    made: argparse.ArgumentParser = commands.add_parser("keep-tidy", help=told, description=told)
    made.set_defaults(run=keep_tidy)


def keep_tidy(_asked: argparse.Namespace) -> int:
    """Tidy once and say how many processes had something to erase."""
    import django  # noqa: PLC0415 - a command loads only what it needs

    django.setup()
    sys.stdout.write(f"personal text of {tidy_once()} processes erased\n")
    return 0


def tidy_once() -> int:
    """Tidy now; tell how many processes had something to erase."""
    from django.core.management import call_command  # noqa: PLC0415 - models load after django.setup()

    from dugnad.hall.retention import tidy_processes  # noqa: PLC0415 - models load after django.setup()

    call_command("clearsessions", verbosity=0)
    return tidy_processes(at=clock.now())


def keep_tidying() -> NoReturn:
    """Tidy each hour, beside the worker; a round that fails is told in the log and made again."""
    from django.db import close_old_connections  # noqa: PLC0415 - a command loads only what it needs

    while True:
        close_old_connections()
        try:
            tidy_once()
        except Exception:
            logging.getLogger("dugnad").exception("Tidying failed and is tried again in an hour.")
        time.sleep(ROUND_SECONDS)
