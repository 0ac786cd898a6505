"""The numbers that the rules hold against a plan, each with its source; change them here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MOST_YEARS: Final = 6  # IN1: a status lasts at most six years unless the county has written an exception
NORMAL_AREAS: Final = range(3, 5)  # S2: "normally three to four"
MOST_AREAS: Final = 6  # typical programmes: approved plans have three to six
GATHERINGS: Final = range(1, 3)  # S2: "one or two process gatherings"

# how much of its target a programme has reached (typical programmes), in per cent.
REACHED_AT_THE_END: Final = (72, 106)
REACHED_MID_WAY: Final = 61
# above these a target needs a reason. Derived: to replace more than was lost, or to add more than a
# tenth of all jobs (the loss that gives full status in Nordland, F1), is more than programmes usually do.
MOST_OF_JOBS_LOST: Final = 100
MOST_OF_EMPLOYED: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCeiling:
    """The largest share of the approved cost that a county pays, in per cent, and where that is written."""

    county: str
    percent: Decimal
    source: str


COUNTY_CEILINGS: Final = (
    KnownCeiling(county="Nordland", percent=Decimal(75), source="F1"),
    KnownCeiling(county="Møre og Romsdal", percent=Decimal(50), source="F2"),
)

SOURCES: Final = {
    "A-01": "S2, IN5",
    "A-02": "S2",
    "A-03": "S2",
    "A-04": "S2, typical programmes",
    "A-05": "S2",
    "A-06": "S2",
    "A-07": "S2",
    "A-08": "S2",
    "A-09": "S2",
    "A-10": "S2",
    "A-11": "S2",
    "A-12": "S2, IN6, IN7",
    "A-13": "IN6",
    "A-14": "IN1",
    "A-15": "D",
    "A-16": "F1, F2",
    "A-17": "IN3",
    "A-18": "D",
    "A-19": "D, typical programmes",
    "A-20": "typical programmes",
    "A-31": "typical programmes",
    "A-34": "S2",
}
