"""A whole plan in the database, taken in from the example file, for the tests of its pages and papers."""

from __future__ import annotations

from pathlib import Path

from dugnad.people.models import Person, RoleKind
from dugnad.plans.commands.taking_in import import_plan
from dugnad.plans.importing import read_plan_file
from dugnad.plans.models import Plan, Version
from dugnad.plans.outline import PlanOutline
from tests import make

DYROY = Path(__file__).resolve().parents[2] / "examples" / "dyroy-2018.yaml"


def plan() -> tuple[Plan, Person]:
    """Dyrøy's plan, adopted in retrospect and seen by its people alone, and its project manager."""
    manager = make.person(name="Per Prosjektleder")
    place = make.place(name="Dyrøy", colour="#1b5e7d")
    make.place_role(person=manager, kind=RoleKind.EDITOR, place=place)
    return import_plan(read_plan_file(DYROY), place=place, by=manager, at=make.AT), manager


def published() -> tuple[Plan, Person, Version]:
    """The same plan, its process and its adopted version open to everybody."""
    made, manager = plan()
    made.process.published_at = made.published_at = make.AT
    made.process.save()
    made.save()
    version = made.versions.get(is_adopted=True)
    version.is_public = True
    version.save()
    return made, manager, version


def outline() -> PlanOutline:
    """What the example file says."""
    return read_plan_file(DYROY)
