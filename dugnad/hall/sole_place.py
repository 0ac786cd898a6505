"""The one place of an installation that has only one: its name and colour stand on every page."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from dugnad.people.queries import places_in_use

_KEY, _KEEP_SECONDS = "sole-place", 60


@dataclass(frozen=True, slots=True)
class SolePlace:
    """What the frame shows of a place."""

    pk: int
    name: str
    colour: str
    logo: str
    contact_email: str


def sole_place() -> SolePlace | None:
    """Give the only place in use, or none where there are several; remembered for a minute."""
    known: tuple[SolePlace | None] | None = cache.get(_KEY)
    if known is None:
        known = (_read(),)
        cache.set(_KEY, known, _KEEP_SECONDS)
    return known[0]


def _read() -> SolePlace | None:
    rows = list(places_in_use()[:2])
    if len(rows) != 1:
        return None
    row = rows[0]
    return SolePlace(row.pk, row.name, row.colour, row.logo.name or "", row.contact_email)


def forget_sole_place() -> None:
    """Read it anew on the next page, after a place was taken into use, out of it, or edited."""
    cache.delete(_KEY)
