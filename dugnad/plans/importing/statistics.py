"""Official figures of a place from SSB and Danmarks Statistik: which tables, and how they are asked for."""

from __future__ import annotations

import re
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import httpx
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dugnad.plans.importing.jsonstat import Dataset, read_json_stat
from dugnad.plans.importing.observations import to_figures

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from django_stubs_ext import StrOrPromise

    from dugnad.plans.importing.jsonstat import Dimension
    from dugnad.plans.rules.grounds import FigureFacts

SSB = "https://data.ssb.no/api/pxwebapi/v2/tables"
DST = "https://api.statbank.dk/v1"
SUMS = "agg_KommSummer"  # history summed to today's borders
LONGEST_ADDRESS = 2_100
MOST_PARTS = 40
_TOTAL = re.compile(r"(?i)\b(i alt|alle|begge|total|sum|hele)\b")
_REGIONS = re.compile(r"(?i)region|område|komm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table worth having in an analysis.

    `contents` is what to take of its contents (words in its label; none: the first), `parts` the dimension to
    keep apart (a beginning of its code), `quarter` the one that stands for the year in a quarterly table.
    """

    source: Literal["ssb", "dst"]
    code: str
    title: StrOrPromise
    contents: str = ""
    parts: str = ""
    quarter: str = ""

    @property
    def key(self) -> str:
        """Give what the table is asked for by."""
        return f"{self.source}-{self.code}"

    @property
    def cited(self) -> str:
        """Give the source line, in the language that is active now."""
        publisher = "SSB" if self.source == "ssb" else "Danmarks Statistik"
        return gettext("%(publisher)s, table %(table)s") % {"publisher": publisher, "table": self.code}


TABLES: dict[str, Table] = {
    table.key: table
    for table in (
        Table(source="ssb", code="07459", title=_("Population")),
        Table(source="ssb", code="01222", title=_("Population at the end of the year"),
              contents="utgangen", quarter="K4"),
        Table(source="ssb", code="06913", title=_("Births, deaths and moves"),
              contents="levendefødte|døde|innflytting|utflytting|nettoinnflytting"),
        Table(source="ssb", code="13470", title=_("Jobs by workplace and industry"), parts="NACE"),
        Table(source="ssb", code="13472", title=_("Jobs in public and private sector"), parts="Sektor"),
        Table(source="ssb", code="07984", title=_("Employed residents")),
        Table(source="ssb", code="13563", title=_("Main status of residents"), parts="Hoved"),
        Table(source="ssb", code="13556", title=_("Young people outside work and education")),
        Table(source="ssb", code="13864", title=_("Moves between municipalities")),
        Table(source="ssb", code="10309", title=_("Establishments by size"), parts="Ant"),
        Table(source="ssb", code="07218", title=_("Bankruptcies")),
        Table(source="ssb", code="09429", title=_("Level of education"), parts="Nivaa"),
        Table(source="ssb", code="06265", title=_("Dwellings by type"), parts="Byg"),
        Table(source="dst", code="FOLK1A", title=_("Population"), quarter="K1"),
        Table(source="dst", code="RAS300", title=_("Employed people by industry"), parts="BRANCHE"),
        Table(source="dst", code="INDKP101", title=_("Personal income")),
    )
}  # fmt: skip


def tables_for(country: str) -> list[Table]:
    """Give the tables of a country (`no` or `dk`)."""
    source = "dst" if country == "dk" else "ssb"
    return [table for table in TABLES.values() if table.source == source]


class StatisticsError(Exception):
    """Why figures did not come; `str()` is a sentence in the language active now."""


class Pace:
    """Lets at most so many requests through in a minute; both services ask for it."""

    def __init__(
        self,
        *,
        most: int = 30,
        clock: Callable[[], float] = time.monotonic,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock, self._wait = clock, wait
        self._past: deque[float] = deque(maxlen=most)

    def __call__(self, _request: httpx.Request) -> None:
        """Wait until one more request is polite."""
        if len(self._past) == self._past.maxlen:
            left = self._past[0] + 60 - self._clock()
            if left > 0:
                self._wait(left)
        self._past.append(self._clock())


PACE = Pace()  # one for the whole worker


def open_client(transport: httpx.BaseTransport | None = None, *, pace: Pace = PACE) -> httpx.Client:
    """Open a client that waits its turn and gives up after twenty seconds."""
    return httpx.Client(
        transport=transport,
        timeout=20,
        follow_redirects=True,
        headers={"User-Agent": "Dugnad"},
        event_hooks={"request": [pace]},
    )


def fetch_table(client: httpx.Client, table: Table, *, place_code: str, at: datetime) -> list[FigureFacts]:
    """Fetch one table's yearly figures of a municipality, by its official code.

    Raises:
        StatisticsError: when the service does not answer, or not with what was asked for.
    """
    try:
        shape = _described(client, table)
        if shape.is_discontinued:
            raise StatisticsError(gettext("The table is no longer kept up."))
        data = _asked(client, table, shape, place_code)
    except httpx.TimeoutException as error:
        raise StatisticsError(gettext("The service did not answer in time. Try again later.")) from error
    except httpx.HTTPStatusError as error:
        raise StatisticsError(_refusal(error.response.status_code)) from error
    except httpx.HTTPError as error:
        raise StatisticsError(gettext("The service cannot be reached. Try again later.")) from error
    except ValueError as error:
        raise StatisticsError(gettext("The service answered with something that is not a table.")) from error
    figures = to_figures(data, title=str(table.title), source=table.cited, quarter=table.quarter, at=at)
    if not figures:
        raise StatisticsError(gettext("The table has no figures for this municipality."))
    return figures


def _refusal(status: int) -> str:
    if status == httpx.codes.TOO_MANY_REQUESTS:
        return gettext("The service asks us to wait. Try again in a few minutes.")
    if status == httpx.codes.NOT_FOUND:
        return gettext("The service does not have this table any more.")
    if status < httpx.codes.INTERNAL_SERVER_ERROR:
        return gettext("The table has no figures for this municipality.")
    sentence = gettext("The service has a fault of its own (%(status)s). Try again later.")
    return sentence % {"status": status}


def _answer(response: httpx.Response) -> Any:
    response.raise_for_status()
    return response.json()


def _described(client: httpx.Client, table: Table) -> Dataset:
    if table.source == "ssb":
        found = _answer(client.get(f"{SSB}/{table.code}/metadata", params={"lang": "no"}))
        return read_json_stat(found)
    asked = {"table": table.code, "format": "JSON", "lang": "da"}
    return _from_table_info(_answer(client.post(f"{DST}/tableinfo", json=asked)))


def _from_table_info(found: Any) -> Dataset:
    """Read Danmarks Statistik's description of a table as a dataset without data."""
    try:
        described = {
            "id": [row["id"] for row in found["variables"]],
            "role": {"time": [row["id"] for row in found["variables"] if row.get("time")]},
            "extension": {"discontinued": found.get("active") is False},
            "dimension": {
                row["id"]: {
                    "label": row.get("text", row["id"]),
                    "category": {"label": {value["id"]: value["text"] for value in row["values"]}},
                    "extension": {"elimination": bool(row.get("elimination"))},
                }
                for row in found["variables"]
            },
        }
    except (KeyError, TypeError, AttributeError) as error:
        message = "not a table's description"
        raise ValueError(message) from error
    return read_json_stat(described)


def _asked(client: httpx.Client, table: Table, shape: Dataset, place_code: str) -> Dataset:
    chosen = _chosen(table, shape, place_code)
    if table.source == "dst":
        variables = [{"code": key, "values": values} for key, values in chosen.items()]
        asked = {"table": table.code, "format": "JSONSTAT", "lang": "da", "variables": variables}
        return read_json_stat(_answer(client.post(f"{DST}/data", json=asked)))
    address = f"{SSB}/{table.code}/data"
    region = _region(shape)
    sums: dict[str, str] = {}
    if region and chosen[region.key][0].startswith("K-"):
        sums = {f"codelist[{region.key}]": SUMS, f"outputValues[{region.key}]": "aggregated"}
    params = {"lang": "no", "outputFormat": "json-stat2", **sums}
    params |= {f"valueCodes[{key}]": ",".join(values) for key, values in chosen.items()}
    if len(str(httpx.URL(address, params=params))) <= LONGEST_ADDRESS:
        return read_json_stat(_answer(client.get(address, params=params)))
    return read_json_stat(_answer(client.post(address, params={"lang": "no", "outputFormat": "json-stat2"},
                                              json=_selection(chosen, sums))))  # fmt: skip


def _selection(chosen: dict[str, list[str]], sums: dict[str, str]) -> dict[str, Any]:
    return {
        "selection": [
            {"variableCode": key, "valueCodes": values}
            | ({"codelist": SUMS, "outputValues": "aggregated"} if f"codelist[{key}]" in sums else {})
            for key, values in chosen.items()
        ]
    }


def _region(shape: Dataset) -> Dimension | None:
    """Give the dimension of places: the one that can be summed to today's borders, or the one named so."""
    for dimension in shape.dimensions:
        lists = dimension.extension.get("codelists") or dimension.extension.get("codeLists") or []
        if any(each.get("id") == SUMS for each in lists if isinstance(each, dict)):
            return dimension
    return next((each for each in shape.dimensions if _REGIONS.search(each.key)), None)


def _chosen(table: Table, shape: Dataset, place_code: str) -> dict[str, list[str]]:
    """Choose what to ask for in each dimension; what may be left out gives its sum by itself."""
    region = _region(shape)
    chosen: dict[str, list[str]] = {}
    for dimension in shape.dimensions:
        codes = list(dimension.labels)
        if dimension is region:
            chosen[dimension.key] = [_place(table, dimension, place_code)]
        elif dimension.role == "time" or dimension.key == "Tid":
            chosen[dimension.key] = ["*"]
        elif dimension.role == "metric" or dimension.key == "ContentsCode":
            chosen[dimension.key] = _contents(table, dimension)
        elif table.parts and dimension.key.lower().startswith(table.parts.lower()):
            chosen[dimension.key] = codes[:MOST_PARTS]
        elif not dimension.extension.get("elimination"):
            total = [code for code in codes if _TOTAL.search(dimension.labels[code])]
            chosen[dimension.key] = total[:1] or codes[:1]
    return chosen


def _contents(table: Table, dimension: Dimension) -> list[str]:
    wanted = [
        code
        for code, label in dimension.labels.items()
        if table.contents and re.search(table.contents, label, re.IGNORECASE)
    ]
    return wanted or list(dimension.labels)[:1]


def _place(table: Table, dimension: Dimension, place_code: str) -> str:
    lists = dimension.extension.get("codelists") or dimension.extension.get("codeLists") or []
    has_sums = any(each.get("id") == SUMS for each in lists if isinstance(each, dict))
    if table.source == "ssb" and (has_sums or place_code not in dimension.labels):
        return f"K-{place_code}"
    return place_code if place_code in dimension.labels else place_code.lstrip("0")
