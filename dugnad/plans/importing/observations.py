"""A table's cells as figures of the analysis: one a series and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from dugnad.plans.importing.jsonstat import WITHHELD
from dugnad.plans.rules.grounds import FigureFacts

if TYPE_CHECKING:
    from datetime import datetime

    from dugnad.plans.importing.jsonstat import Cell, Dataset, Dimension

NEWEST_YEARS = 25
_PERIOD = re.compile(r"^(\d{4})(K[1-4])?$")
_STANDARDS = {"NACE2007": "SN2007", "NACE2025": "SN2025", "BRANCHE07": "DB07", "BRANCHE25": "DB25"}


def to_figures(data: Dataset, *, title: str, source: str, quarter: str, at: datetime) -> list[FigureFacts]:
    """Give each cell as a figure, named by the table and by what it keeps apart; the newest 25 years.

    Industries carry their standard, since those of different standards are never compared.
    """
    period = next((row for row in data.dimensions if row.role == "time" or row.key == "Tid"), None)
    if period is None:
        return []
    names = [row for row in data.dimensions if row is not period and len(row.labels) > 1]
    found: dict[tuple[str, int], FigureFacts] = {}
    for cell in data.cells:
        match = _PERIOD.match(cell.codes[period.key])
        if not match or (match[2] or "") not in ("", quarter):
            continue
        name = _name(title, names, cell)
        found[name, int(match[1])] = FigureFacts(
            series=name,
            year=int(match[1]),
            value=None if cell.value is None else round(cell.value, 3),
            unit=_unit(data, cell),
            source=source,
            remark=_remark(cell),
            fetched_at=at,
        )
    newest = sorted({year for _name_, year in found})[-NEWEST_YEARS:]
    return [facts for (_series, year), facts in found.items() if year in newest]


def _name(title: str, dimensions: list[Dimension], cell: Cell) -> str:
    parts = [row.labels[cell.codes[row.key]] for row in dimensions]
    standards = [_STANDARDS[row.key.upper()] for row in dimensions if row.key.upper() in _STANDARDS]
    head = f"{title} ({standards[0]})" if standards else title
    return (f"{head}: {', '.join(parts)}" if parts else head)[:160]


def _unit(data: Dataset, cell: Cell) -> str:
    for dimension in data.dimensions:
        if unit := dimension.units.get(cell.codes[dimension.key]):
            return unit[:40]
    return _("number")


def _remark(cell: Cell) -> str:
    if cell.value is not None:
        return ""
    said = {
        "impossible": _("cannot occur"),
        "missing": _("missing at the source"),
        "confidential": _("withheld for privacy"),
    }
    return said.get(WITHHELD.get(cell.status, "missing"), "")
