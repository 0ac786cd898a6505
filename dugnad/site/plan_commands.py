"""The commands that look at a plan file without any database: `plan-schema` and `check-plan`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django
from django.utils.translation import override

from dugnad.kit.findings import Severity
from dugnad.plans import importing

if TYPE_CHECKING:
    import argparse

LANGUAGES = ("nb", "nn", "da", "en")


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to the parser of `dugnad`; each sets `run`."""
    told = "Print the JSON Schema of the plan file."
    subparsers.add_parser("plan-schema", help=told, description=told).set_defaults(run=plan_schema)
    told = "Check a plan file: exit 0 without errors, 1 with errors, 2 when it cannot be read."
    checking = subparsers.add_parser("check-plan", help=told, description=told)
    checking.add_argument("file", metavar="FILE", help="the plan as a YAML file")
    checking.add_argument("--format", choices=("text", "json"), default="text")
    checking.add_argument("--language", choices=LANGUAGES, help="of the messages; else the plan's own")
    checking.set_defaults(run=check_plan)


def plan_schema(_asked: argparse.Namespace) -> int:
    """Print the JSON Schema of the plan file; exit 0."""
    _write(json.dumps(importing.plan_schema(), ensure_ascii=False, indent=2))
    return 0


def check_plan(asked: argparse.Namespace) -> int:
    """Print what the check finds in a plan file: exit 0 without errors, 1 with errors, 2 unreadable."""
    django.setup()  # for the catalogues; no database is opened
    from dugnad.plans.rules import check_plan as check  # noqa: PLC0415 - models load after django.setup()

    try:
        outline = importing.read_plan_file(Path(asked.file))
    except importing.PlanFileError as error:
        with override(asked.language or "en"):
            _write("\n".join(f"{asked.file}: {problem}" for problem in error.problems), sys.stderr)
        return 2
    with override(asked.language or outline.language):
        findings = check(outline)
        _write(importing.as_json(findings) if asked.format == "json" else importing.as_text(findings))
    return 1 if any(finding.severity is Severity.ERROR for finding in findings) else 0


def _write(text: str, stream: Any = None) -> None:
    """Write UTF-8 wherever the output goes, also where the terminal's own encoding is narrower."""
    stream = stream or sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    stream.write(f"{text}\n")
