"""The command `dugnad`: run, check and look after an installation."""

from __future__ import annotations

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run one command; what it cannot do ends in a sentence and a non-zero exit, never a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dugnad.site.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(["dugnad", *(arguments or sys.argv[1:])])
    return 0
