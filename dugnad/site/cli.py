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
    from dugnad.site import mail_commands, people_commands, plan_commands, plan_store_commands, tidy_commands

    parser = argparse.ArgumentParser(prog="dugnad", description="Run, check and look after Dugnad.")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: object, told: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told, description=told)
        made.set_defaults(run=run)
        return made

    serving = command("serve", _serve, "Serve, with a worker beside; HOST and PORT say where.")
    serving.add_argument("--no-worker", action="store_true", help="where the worker runs by itself")
    working = command("worker", _work, "Do the jobs that wait: mail, figures, reports.")
    working.add_argument("--attached", action="store_true", help="stop when standard input ends")
    command("doctor", _doctor, "Tell whether this installation is well.")
    command("migrate", _migrate, "Bring the database up to date.")
    command("verify-journal", _verify_journal, "Prove that nobody rewrote the journal.")
    extracting = command("extract-messages", _extract_messages, "Add what is untranslated to the .po files.")
    extracting.add_argument("rooms", nargs="*", help="rooms to look through; all when none is named")
    extracting.add_argument("--prune", action="store_true", help="take away what nobody says any more")
    command("compile-catalogues", _compile_catalogues, "Compile the .po files that changed.")
    command("reindex", _reindex, "Read everything anew into what search looks through.")
    command("bench", _bench, "Measure pages, check and papers, and write docs/performance.md.")
    command("acts", _acts, "Write docs/acts.md from the code.")
    for part in (plan_commands, plan_store_commands, people_commands, mail_commands, tidy_commands):
        part.add_arguments(commands)
    django = command("django", _django, "Run one of Django's own commands, such as makemigrations.")
    django.add_argument("arguments", nargs=argparse.REMAINDER)
    return parser


def _serve(asked: argparse.Namespace) -> int:
    from dugnad.site.serve import serve

    port = os.environ.get("PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        sys.stderr.write(f"dugnad: PORT is a number from 1 to 65535, not {port!r}.\n")
        return 2
    try:
        serve(host=os.environ.get("HOST", "127.0.0.1"), port=int(port), with_worker=not asked.no_worker)
    except KeyboardInterrupt:
        sys.stdout.write("Dugnad has stopped.\n")
    return 0


def _work(asked: argparse.Namespace) -> int:
    from dugnad.site.serve import work

    work(attached=asked.attached)
    return 0


def _doctor(_asked: argparse.Namespace) -> int:
    from dugnad.site.doctor import examine

    judgements = set()
    for judgement, sentence in examine():
        judgements.add(judgement)
        sys.stdout.write(f"{judgement:5}  {sentence}\n")
    return 1 if "fault" in judgements else 0


def _migrate(_asked: argparse.Namespace) -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False)
    return 0


def _verify_journal(_asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from dugnad.journal.queries import verify_chains

    told = {"altered": "was altered", "missing": "is missing", "erased": "was erased, as the law allows"}
    is_whole = True
    for fault in verify_chains():
        is_whole = is_whole and fault.kind == "erased"
        sys.stdout.write(f"{fault.chain} entry {fault.number} {told[fault.kind]}\n")
    sys.stdout.write("The journal is whole.\n" if is_whole else "The journal is NOT whole.\n")
    return 0 if is_whole else 1


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


def _acts(_asked: argparse.Namespace) -> int:
    from dugnad.site.acts import PAGE, acts_page

    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(acts_page())
    return 0


def _reindex(_asked: argparse.Namespace) -> int:
    import django

    django.setup()
    from dugnad.hall.search_index import rebuild_index

    sys.stdout.write(f"{rebuild_index()} processes read\n")
    return 0


def _bench(_asked: argparse.Namespace) -> int:
    from dugnad.site.bench import bench

    return bench()


def _django(asked: argparse.Namespace) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["dugnad", *asked.arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main())
