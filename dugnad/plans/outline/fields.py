"""What a field of the outline tells about itself: the file's reader, schema and guide ask here."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE_LIMIT = 10**12
FIRST_YEAR, LAST_YEAR = 1900, 2200


@dataclass(frozen=True, slots=True)
class Told:
    """A field's meaning in one English sentence, and the least and most that a number in it may be."""

    meaning: str
    least: int = 0
    most: int = WHOLE_LIMIT


def told_year(meaning: str) -> Told:
    """Tell of a field that holds a calendar year."""
    return Told(meaning, least=FIRST_YEAR, most=LAST_YEAR)
