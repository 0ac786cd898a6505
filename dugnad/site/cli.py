"""The command `dugnad`: run, check and look after an installation.

Imports stand inside the commands: what needs no database must start fast and never load one.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what it cannot do ends in a sentence and a non-zero exit, never a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dugnad.site.settings")
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not _is_expected(error):
            raise
        sys.stderr.write(f"dugnad: {error}\n")
        return 2


def _is_expected(error: Exception) -> bool:
    """Tell whether the message is written for people: a refusal, a bad file, an address nobody answers at."""
    from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist, ValidationError
    from django.core.management.base import CommandError
    from django.db import DatabaseError

    from dugnad.kit.verdicts import Refused

    people_read = (Refused, OSError, ImproperlyConfigured, ObjectDoesNotExist, ValidationError)
    return isinstance(error, (*people_read, CommandError, DatabaseError))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dugnad", description="Run, check and look after Dugnad.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: object, told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told, description=told)
        made.set_defaults(run=run)
        return made

    extracting = command(
        "extract-messages", _extract_messages, "Add untranslated sentences to the .po files."
    )
    extracting.add_argument("rooms", nargs="*", help="rooms to look through; all when none is named")
    extracting.add_argument("--prune", action="store_true", help="take away what nobody says any more")
    command("compile-catalogues", _compile_catalogues, "Compile the .po files that changed.")
    django = command("django", _django, "Run one of Django's own commands, such as makemigrations.")
    django.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


def _extract_messages(asked: argparse.Namespace) -> int:
    from dugnad.site import catalogues

    known = {room.name: room for room in catalogues.rooms()}
    for name in asked.rooms:
        if name not in known:
            sys.stderr.write(f"dugnad: there is no room called {name}; there are {', '.join(known)}.\n")
            return 2
    for name in asked.rooms or known:
        for language, texts in catalogues.extract_messages(known[name], prune=asked.prune).items():
            if texts:
                sys.stdout.write(f"{name} {language}: {len(texts)} to translate\n")
    return 0


def _compile_catalogues(_asked: argparse.Namespace) -> int:
    from dugnad.site.catalogues import compile_catalogues

    sys.stdout.write(f"{compile_catalogues()} catalogues compiled\n")
    return 0


def _django(asked: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["dugnad", *asked.arguments])
    return 0
