"""Loading the demo by the same commands that people use, each at the moment it would have happened."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from dugnad.hall.demo.people import enrol_administrator, enrol_all
from dugnad.hall.demo.running import run_until_now
from dugnad.hall.demo.times import moved_to
from dugnad.people.commands import activate_place, edit_place, give_role
from dugnad.people.models import Place, RoleKind
from dugnad.plans.commands import publish_plan
from dugnad.plans.commands.taking_in import import_plan
from dugnad.plans.importing import read_plan
from dugnad.processes.commands import change_state, publish_process
from dugnad.processes.models import Process

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person

DATA = Path(__file__).resolve().parents[1] / "data"


@transaction.atomic
def load_demo(*, at: datetime) -> None:
    """Fill an empty database with Fjordvik: an old plan that was adopted, and a new one half-way.

    The figures add up; the running plan's check finds what a real draft would lack.
    """
    begun = at - timedelta(weeks=40)
    administrator = enrol_administrator(at=begun)
    place = _make_place(administrator, at=begun)
    people = enrol_all(by=administrator, at=begun)
    ingrid = people["ingrid"]
    give_role(ingrid, place=place, kind=RoleKind.EDITOR, since=begun.date(), by=administrator, at=begun)
    _load_adopted(place, by=ingrid, at=begun)
    running = moved_to(read_plan((DATA / "fjordvik-running.yaml").read_bytes()), at)
    run_until_now(place, running, people, at=at)


def _make_place(administrator: Person, *, at: datetime) -> Place:
    """Make the municipality that no map has, in a county that exists."""
    county = Place.objects.get(kind=Place.Kind.COUNTY, country="no", name="Nordland")
    place = Place.objects.create(
        kind=Place.Kind.MUNICIPALITY,
        country=Place.Country.NORWAY,
        code="1899",
        name="Fjordvik",
        latitude="67.0000",
        longitude="14.5000",
        county=county,
    )
    activate_place(place, by=administrator, at=at)
    edit_place(
        place,
        name="Fjordvik",
        colour="#0b5d66",
        language="nb",
        contact_email="postmottak@fjordvik.example",
        contact_phone="75 00 00 00",
        by=administrator,
        at=at,
    )
    return place


def _load_adopted(place: Place, *, by: Person, at: datetime) -> None:
    """Take the old plan in from its file, as a municipality would with one it made before Dugnad."""
    plan = import_plan(read_plan((DATA / "fjordvik-adopted.yaml").read_bytes()), place=place, by=by, at=at)
    publish_process(plan.process, by=by, at=at)
    publish_plan(plan, by=by, at=at)
    reason = "Programmet ble avsluttet 31. desember 2024."
    change_state(plan.process, by=by, at=at, state=Process.State.CLOSED, reason=reason)
