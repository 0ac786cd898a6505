"""The official places as the file beside this module states them; facts only, no database."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

PLACES_FILE = Path(__file__).parent / "data" / "places.csv"


@dataclass(frozen=True, slots=True)
class OfficialPlace:
    """A municipality with its official code, its county or region, and its middle point in degrees."""

    country: str
    code: str
    name: str
    county_code: str
    county: str
    latitude: Decimal
    longitude: Decimal


def official_places() -> list[OfficialPlace]:
    """Read all municipalities of Norway and Denmark (sources: data/README.md)."""
    with PLACES_FILE.open(encoding="utf-8", newline="") as file:
        return [
            OfficialPlace(
                row["country"],
                row["code"],
                row["name"],
                row["county_code"],
                row["county"],
                Decimal(row["latitude"]),
                Decimal(row["longitude"]),
            )
            for row in csv.DictReader(file)
        ]
