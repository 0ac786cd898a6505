"""SSB and Danmarks Statistik, offline: fixtures of our own in the documented shapes."""

from __future__ import annotations

import json
from decimal import Decimal

import httpx
import pytest
import time_machine

from dugnad.plans.commands import fetch_statistics
from dugnad.plans.importing.jsonstat import read_json_stat
from dugnad.plans.importing.statistics import (
    TABLES,
    Pace,
    StatisticsError,
    fetch_table,
    open_client,
    tables_for,
)
from dugnad.plans.models import Fetch, Figure
from dugnad.plans.tasks import fetch_all
from tests import make
from tests.plans import ground

REGION = {
    "label": "region",
    "category": {"index": {"0301": 0, "3105": 1}, "label": {"0301": "Oslo", "3105": "Sarpsborg"}},
    "extension": {"elimination": True, "codelists": [{"id": "agg_KommSummer", "label": "Summer"}]},
}
CONTENTS = {
    "label": "statistikkvariabel",
    "category": {
        "index": {"Personer1": 0},
        "label": {"Personer1": "Personer"},
        "unit": {"Personer1": {"base": "personer", "decimals": 0}},
    },
}
SEX = {
    "label": "kjønn",
    "category": {"index": {"0": 0, "1": 1}, "label": {"0": "Begge kjønn", "1": "Menn"}},
    "extension": {"elimination": False},
}
YEARS = {"label": "år", "category": {"index": ["2023", "2024", "2025", "2026"]}}


def described(**more: object) -> dict[str, object]:
    """An SSB table's metadata."""
    return {
        "version": "2.0", "class": "dataset", "label": "07459: Befolkning",
        "id": ["Region", "Kjonn", "ContentsCode", "Tid"], "size": [2, 2, 1, 4],
        "dimension": {"Region": REGION, "Kjonn": SEX, "ContentsCode": CONTENTS, "Tid": YEARS},
        "role": {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]}, **more,
    }  # fmt: skip


def answered() -> dict[str, object]:
    """The same table's data for one municipality, with each of the three signs."""
    region = {"category": {"index": {"K-3105": 0}, "label": {"K-3105": "Sarpsborg"}}}
    sex = {"category": {"index": {"0": 0}, "label": {"0": "Begge kjønn"}}}
    return {
        **described(), "size": [1, 1, 1, 4],
        "dimension": {"Region": region, "Kjonn": sex, "ContentsCode": CONTENTS, "Tid": YEARS},
        "value": [58182, None, None, None], "status": {"1": ".", "2": "..", "3": ":"},
    }  # fmt: skip


INFO = {
    "id": "FOLK1A", "text": "Folketal", "active": True,
    "variables": [
        {"id": "OMRÅDE", "text": "område", "elimination": True,
         "values": [{"id": "000", "text": "Hele landet"}, {"id": "260", "text": "Halsnæs"}]},
        {"id": "Tid", "text": "tid", "elimination": False, "time": True,
         "values": [{"id": "2026K1", "text": "2026K1"}]},
    ],
}  # fmt: skip
WRAPPED = {
    "dataset": {
        "dimension": {
            "OMRÅDE": {"label": "område", "category": {"index": {"260": 0}, "label": {"260": "Halsnæs"}}},
            "ContentsCode": {
                "label": "Indhold",
                "category": {"index": {"FOLK1A": 0}, "unit": {"FOLK1A": {"base": "Antal", "decimals": 0}}},
            },
            "Tid": {"label": "tid", "category": {"index": {"2025K1": 0, "2025K2": 1, "2026K1": 2}}},
            "id": ["OMRÅDE", "ContentsCode", "Tid"],
            "size": [1, 1, 3],
            "role": {"metric": ["ContentsCode"], "time": ["Tid"]},
        },
        "label": "Folketal", "source": "Danmarks Statistik", "updated": "2026-08-12T06:00:00Z",
        "value": [31700, 31650, 31600],
    }
}  # fmt: skip


class Statbank:
    """Answers as the services do, and keeps what was asked."""

    def __init__(self, *answers: object) -> None:
        self.answers, self.asked = list(answers), []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    def client(self) -> httpx.Client:
        return open_client(httpx.MockTransport(self), pace=Pace(wait=lambda _seconds: None))


def fetched(bank: Statbank, key: str = "ssb-07459", code: str = "3105"):
    return fetch_table(bank.client(), TABLES[key], place_code=code, at=make.AT)


def test_ssb_is_asked_for_sums_within_todays_borders_and_its_signs_are_understood():
    bank = Statbank(described(), answered())
    figures = fetched(bank)
    assert [(row.year, row.value, row.remark) for row in figures] == [
        (2023, Decimal(58182), ""),
        (2024, None, "cannot occur"),
        (2025, None, "missing at the source"),
        (2026, None, "withheld for privacy"),
    ]
    assert {(row.series, row.unit, row.source, row.fetched_at) for row in figures} == {
        ("Population", "personer", "SSB, table 07459", make.AT)
    }
    assert [request.url.path for request in bank.asked] == [
        "/api/pxwebapi/v2/tables/07459/metadata",
        "/api/pxwebapi/v2/tables/07459/data",
    ]
    assert dict(bank.asked[1].url.params) == {
        "lang": "no",
        "outputFormat": "json-stat2",
        "codelist[Region]": "agg_KommSummer",
        "outputValues[Region]": "aggregated",
        "valueCodes[Region]": "K-3105",
        "valueCodes[Kjonn]": "0",
        "valueCodes[ContentsCode]": "Personer1",
        "valueCodes[Tid]": "*",
    }


def test_danmarks_statistik_wraps_its_dataset_and_one_quarter_stands_for_the_year():
    bank = Statbank(INFO, WRAPPED)
    figures = fetched(bank, "dst-FOLK1A", "0260")
    assert [(row.year, row.value, row.unit) for row in figures] == [
        (2025, Decimal(31700), "Antal"),
        (2026, Decimal(31600), "Antal"),
    ]
    assert figures[0].source == "Danmarks Statistik, table FOLK1A"
    assert json.loads(bank.asked[1].content) == {
        "table": "FOLK1A", "format": "JSONSTAT", "lang": "da",
        "variables": [{"code": "OMRÅDE", "values": ["260"]}, {"code": "Tid", "values": ["*"]}],
    }  # fmt: skip


def test_industries_carry_their_standard_so_that_they_are_never_compared_across():
    industry = {
        "label": "næring", "category": {"index": ["01", "05"], "label": {"01": "Jordbruk", "05": "Gruver"}}
    }  # fmt: skip
    parts = {"Region": REGION, "NACE2007": industry, "ContentsCode": CONTENTS, "Tid": YEARS}
    shape = described(id=list(parts), dimension=parts)
    place = {"category": {"index": ["K-3105"]}}
    data = {**shape, "dimension": {**parts, "Region": place}, "value": {"0": 5, "4": 7}}
    figures = fetched(Statbank(shape, data), "ssb-13470")
    assert sorted({row.series for row in figures}) == [
        "Jobs by workplace and industry (SN2007): Gruver",
        "Jobs by workplace and industry (SN2007): Jordbruk",
    ]


def test_an_address_that_would_be_too_long_is_posted():
    many = {f"kode{number:04}": f"Gren {number}" for number in range(200)}
    parts = {
        "Region": REGION, "NACE2007": {"category": {"label": many}}, "ContentsCode": CONTENTS, "Tid": YEARS
    }  # fmt: skip
    wide = {key * 40: value for key, value in many.items()}
    parts["NACE2007"] = {"category": {"label": wide}}
    bank = Statbank(described(id=list(parts), dimension=parts), answered())
    fetched(bank, "ssb-13470")
    assert (bank.asked[1].method, len(json.loads(bank.asked[1].content)["selection"])) == ("POST", 4)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ([httpx.ReadTimeout("slow")], "The service did not answer in time. Try again later."),
        ([httpx.ConnectError("gone")], "The service cannot be reached. Try again later."),
        ([httpx.Response(404)], "The service does not have this table any more."),
        ([httpx.Response(429)], "The service asks us to wait. Try again in a few minutes."),
        ([httpx.Response(503)], "The service has a fault of its own (503). Try again later."),
        ([described(), httpx.Response(400)], "The table has no figures for this municipality."),
        ([httpx.Response(200, text="<html>")], "The service answered with something that is not a table."),
        ([{"hello": 1}], "The service answered with something that is not a table."),
        ([[1, 2]], "The service answered with something that is not a table."),
        ([described(extension={"discontinued": True})], "The table is no longer kept up."),
        ([described(), described()], "The table has no figures for this municipality."),
    ],
)
def test_what_goes_wrong_is_said_in_a_sentence(answers, sentence):
    with pytest.raises(StatisticsError) as failed:
        fetched(Statbank(*answers))
    assert str(failed.value) == sentence


def test_a_table_of_countless_cells_is_not_unfolded():
    codes = {"category": {"index": [str(number) for number in range(1000)]}}
    huge = {"id": ["a", "b"], "size": [1000, 1000], "dimension": {"a": codes, "b": codes}, "value": {"0": 1}}
    with pytest.raises(ValueError, match="too many cells"):
        read_json_stat(huge)


def test_no_more_than_thirty_requests_go_out_in_a_minute():
    now, waited = [0.0], []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        now[0] += seconds

    pace = Pace(clock=lambda: now[0], wait=wait)
    for _number in range(31):
        pace(httpx.Request("GET", "https://example.org"))
        now[0] += 0.5
    assert waited == [45.0]


def test_each_country_has_its_tables():
    assert (len(tables_for("no")), [table.code for table in tables_for("dk")]) == (
        13,
        ["FOLK1A", "RAS300", "INDKP101"],
    )


@pytest.mark.django_db
def test_a_job_writes_what_comes_tells_what_does_not_and_goes_on_where_it_was():
    process = ground.process(language="en")
    row = ground.analysis(process)
    tables = ["ssb-07459", "ssb-07984", "ssb-07459"]
    asked = fetch_statistics(row, by=ground.by(process), at=make.AT, tables=tables)
    fetch_all(Statbank(described(), answered(), httpx.Response(404), described(), answered()).client(), asked,
              at=make.AT)  # fmt: skip
    kept = Fetch.objects.get()
    assert (kept.done, kept.is_over, kept.failures) == (
        3,
        True,
        [["Employed residents (07984)", "The service does not have this table any more."]],
    )
    assert list(Figure.objects.values_list("year", "source", "fetched_at").first()) == [
        2023,
        "SSB, table 07459",
        make.AT,
    ]
    assert Figure.objects.count() == 4


@pytest.mark.django_db
def test_a_failing_fetch_never_blocks_a_page_and_progress_is_shown(client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    process = ground.process()
    ground.analysis(process)
    client.cookies["language"] = "en"
    with time_machine.travel(make.AT, tick=False):
        client.force_login(ground.by(process))
        none = client.post(ground.page("fetch_statistics", process.pk), {"nothing": "chosen"})
        assert none.context["form"].errors["tables"] == ["Choose at least one table."]
        data = {"tables": ["ssb-07459", "ssb-07218"]}
        assert client.post(ground.page("fetch_statistics", process.pk), data).status_code == 302
        shown = client.get(ground.page("open_analysis", process.pk)).content.decode()
        assert ("0 of 2" in shown, 'hx-trigger="every 2s"' in shown) == (True, True)
        Fetch.objects.update(done=2, failures=[["ssb-07218", "The service cannot be reached."]])
        shown = client.get(ground.page("show_progress", process.pk)).content.decode()
        assert ("The fetch is over." in shown, "The service cannot be reached." in shown) == (True, True)
        assert "hx-trigger" not in shown
