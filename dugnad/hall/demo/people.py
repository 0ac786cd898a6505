"""The people of Fjordvik, all made up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dugnad.people.commands import appoint_administrator, enrol_person
from dugnad.people.models import RoleKind
from dugnad.people.queries import DEMO_ENDING

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.people.models import Person


@dataclass(frozen=True, slots=True)
class Part:
    """A fictional person, what they are in the running process, and their title there."""

    key: str
    name: str
    kind: str
    title: str = ""
    is_hired: bool = False


PARTS = (
    Part("ingrid", "Ingrid Solheim", RoleKind.EDITOR),
    Part("torhakon", "Tor Håkon Vik", RoleKind.PROJECT_OWNER, "kommunedirektør"),
    Part("marit", "Marit Nesse", RoleKind.STEERING_GROUP, "leder, ordfører"),
    Part("jonas", "Jonas Aune", RoleKind.STEERING_GROUP, "næringslivet"),
    Part("solveig", "Solveig Bakken", RoleKind.STEERING_GROUP, "frivilligheten"),
    Part("amund", "Amund Rød", RoleKind.STEERING_GROUP, "opposisjonen"),
    Part("berit", "Berit Haugland", RoleKind.COUNCIL_SECRETARY),
    Part("nilspetter", "Nils Petter Lund", RoleKind.COUNTY_ADVISER),
    Part("kristin", "Kristin Moe", RoleKind.IN_ADVISER),
    Part("eirik", "Eirik Tangen", RoleKind.CONSULTANT, "Nordavind Rådgivning", is_hired=True),
    Part("liv", "Liv Jorunn Sæther", RoleKind.PROJECT_GROUP, "videregående skole"),
)


def enrol_administrator(*, at: datetime) -> Person:
    """Write the demo's administrator into the register."""
    return appoint_administrator(f"anne@fjordvik{DEMO_ENDING}", name="Anne Dahl", at=at)


def enrol_all(*, by: Person, at: datetime) -> dict[str, Person]:
    """Write everybody of the demo into the register; give them by their key."""
    return {
        part.key: enrol_person(
            f"{part.key}@fjordvik{DEMO_ENDING}", name=part.name, language="nb", by=by, at=at
        )
        for part in PARTS
    }
