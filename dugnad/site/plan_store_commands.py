"""The commands that bring a plan file into the database and out of it: `import-plan` and `export-plan`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.core.management.base import CommandError
from django.utils.translation import override

if TYPE_CHECKING:
    import argparse

    from dugnad.people.models import Person, Place
    from dugnad.plans.outline import PlanOutline


def add_arguments(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add both commands to the parser of `dugnad`; each sets `run`."""
    told = "Take a plan file in as a process that is entered midway; prints the plan's number."
    importing = subparsers.add_parser("import-plan", help=told, description=told)
    importing.add_argument("file", metavar="FILE", help="the plan as a YAML file")
    importing.add_argument("--place", help="official code of the municipality, where the file names none")
    importing.add_argument("--by", metavar="EMAIL", help="whose act it is; else the only administrator's")
    importing.set_defaults(run=import_plan)
    told = "Write a plan as a YAML file, with its decisions and accepted warnings."
    exporting = subparsers.add_parser("export-plan", help=told, description=told)
    exporting.add_argument("id", type=int, metavar="ID", help="the plan's number, as in its address")
    exporting.add_argument("--output", metavar="FILE", help="where to; else to standard output")
    exporting.set_defaults(run=export_plan)


def import_plan(asked: argparse.Namespace) -> int:
    """Take a plan file in: exit 0, or 2 when it cannot be read, has no place here, or is refused."""
    django.setup()
    from dugnad.plans import importing  # noqa: PLC0415 - models load after django.setup()
    from dugnad.plans.commands.taking_in import import_plan as take_in  # noqa: PLC0415
    from dugnad.site import clock  # noqa: PLC0415

    try:
        outline = importing.read_plan_file(Path(asked.file))
    except importing.PlanFileError as error:
        with override("en"):
            sys.stderr.write("".join(f"{asked.file}: {problem}\n" for problem in error.problems))
        return 2
    with override("en"):
        plan = take_in(outline, place=_place(outline, asked.place), by=_person(asked.by), at=clock.now())
    sys.stdout.write(f"{plan.pk}\n")
    return 0


def export_plan(asked: argparse.Namespace) -> int:
    """Write a plan as a file: exit 0, or 2 when there is no such plan."""
    django.setup()
    from dugnad.plans import importing  # noqa: PLC0415 - models load after django.setup()
    from dugnad.plans.queries import find_plan, plan_outline  # noqa: PLC0415

    plan = find_plan(asked.id)
    if plan is None:
        message = f"there is no plan {asked.id}"
        raise CommandError(message)
    text = importing.write_plan(plan_outline(plan))
    if asked.output:
        Path(asked.output).write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def _place(outline: PlanOutline, code: str | None) -> Place:
    from dugnad.people.models import Place  # noqa: PLC0415

    wanted = code or outline.place.code
    found = Place.objects.filter(code=wanted, country=outline.place.country, kind=Place.Kind.MUNICIPALITY)
    place = found.select_related("county").first()
    if place is None:
        message = f"no municipality has the code {wanted!r}: name one with --place"
        raise CommandError(message)
    return place


def _person(email: str | None) -> Person:
    from dugnad.people.models import Person, RoleKind  # noqa: PLC0415

    people = Person.objects.filter(is_active=True)
    if email:
        found = list(people.filter(email__iexact=email))
        told = f"nobody here has the address {email}"
    else:
        role = {"place_roles__kind": RoleKind.ADMINISTRATOR, "place_roles__place": None}
        found = list(people.filter(**role).distinct()[:2])
        told = "say whose act it is with --by EMAIL"
    if len(found) != 1:
        raise CommandError(told)
    return found[0]
