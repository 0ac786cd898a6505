from __future__ import annotations

import io
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from dugnad.plans.commands import set_figures
from dugnad.plans.models import Figure
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db
LONG = "Serie;År;Verdi;Enhet;Kilde\nFolketall;2025;1 210;personer;SSB\nFolketall;2026;*;personer;SSB\n"
COLUMNS = {
    "shape": "long", "series": "Serie", "year": "År", "value": "Verdi", "unit": "Enhet", "source": "Kilde"
}  # fmt: skip


@pytest.fixture
def process(client):
    client.cookies["language"] = "en"
    made = ground.process()
    ground.analysis(made)
    with time_machine.travel(make.AT, tick=False):
        client.force_login(ground.by(made))
        yield made


def upload(client, process, content: bytes | str, name: str = "tall.csv"):
    data = content.encode() if isinstance(content, str) else content
    return client.post(ground.page("upload_figures", process.pk), {"file": SimpleUploadedFile(name, data)})


def columns(client, process, **answers: str):
    return client.post(ground.page("map_figures", process.pk), answers)


def test_a_series_is_typed_with_numbers_as_people_write_them(client, process):
    data = {
        "series": "Folketall", "unit": "personer", "source": "Kommunen",
        "year_0": "2025", "value_0": "1 210,5", "year_1": "2026", "value_1": ":",
    }  # fmt: skip
    assert client.post(ground.page("set_figures", process.pk), data).status_code == 302
    assert list(Figure.objects.values_list("year", "value")) == [(2025, Decimal("1210.5")), (2026, None)]


@pytest.mark.parametrize(
    ("rows", "field", "sentence"),
    [
        ({"year_0": "2026"}, "value_0", "Write the value, or .. where the source withholds it."),
        ({"value_0": "7"}, "year_0", "Which year is this value for?"),
        ({"year_0": "99999", "value_0": "7"}, "year_0", "Write a year with four digits."),
        ({"year_0": "2026", "value_0": "mange"}, "value_0", "Write a number, for example 1 200 or 2,5."),
        (
            {"year_0": "2026", "value_0": "7", "year_1": "2026", "value_1": "8"},
            "year_1",
            "This year has a value already.",
        ),
        ({}, "year_0", "Write at least one year with its value."),
    ],
)
def test_a_typed_series_that_cannot_be_is_answered_at_its_field(client, process, rows, field, sentence):
    data = {"series": ground.HOSTILE, "unit": "personer", "source": "Kommunen", **rows}
    answer = client.post(ground.page("set_figures", process.pk), data)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [sentence])
    assert ("<script>alert" in answer.content.decode(), Figure.objects.count()) == (False, 0)


def test_a_series_is_changed_and_taken_out(client, process):
    figures = [ground.figure(year=2025), ground.figure(year=2026)]
    row = process.analysis
    set_figures(row, by=ground.by(process), at=make.AT, figures=figures)
    address = ground.page("write_series", process.pk) + "?series=Folketall"
    data = {"series": "Folketall", "unit": "personer", "source": "SSB", "year_0": "2025", "value_0": "5"}
    client.post(address, data)
    assert list(Figure.objects.values_list("year", "value")) == [(2025, Decimal(5))]
    address = ground.page("remove_series", process.pk) + "?series=Folketall"
    assert client.get(address).status_code == 200
    client.post(address, {"revision": 1})
    assert (Figure.objects.count(), client.get(address).status_code) == (0, 404)


def test_a_file_is_tried_row_by_row_and_then_taken_in(client, process):
    answer = upload(client, process, LONG)
    assert answer["Location"] == ground.page("map_figures", process.pk)
    guessed = client.get(answer["Location"]).context["form"].initial
    assert {key: guessed[key] for key in COLUMNS} == COLUMNS
    tried = columns(client, process, **COLUMNS)
    assert (tried.status_code, tried.context["reading"].bad, Figure.objects.count()) == (200, [], 0)
    assert columns(client, process, **COLUMNS, confirmed="1").status_code == 302
    assert list(Figure.objects.values_list("year", "value")) == [(2025, Decimal(1210)), (2026, None)]
    assert client.get(ground.page("map_figures", process.pk)).status_code == 302  # the file is gone


def test_one_bad_row_keeps_all_rows_out_and_each_is_shown_with_its_reason(client, process):
    bad = (
        "Serie;År;Verdi;Enhet;Kilde\nFolketall;2025;1210;personer;SSB\nFolketall;i fjor;3;personer;SSB\n"
        "Folketall;2026;mange;personer;SSB\nFolketall;2027;;personer;SSB\n;2027;3;personer;SSB\n"
        "Folketall;2025;3;personer;SSB\nFolketall;99999;3;personer;SSB\n"
    )
    upload(client, process, bad)
    answer = columns(client, process, **COLUMNS, confirmed="1")
    assert [(row.number, str(row.reason)) for row in answer.context["reading"].bad] == [
        (3, "“i fjor” is not a year with four digits."),
        (4, "“mange” is not a number."),
        (5, "There is no value. Write .. where the source withholds it."),
        (6, "The figure “” needs a name, a unit and a source."),
        (7, "“Folketall” has two values for 2025."),
        (8, "“99999” is not a year with four digits."),
    ]
    assert (answer.status_code, Figure.objects.count()) == (200, 0)


def test_years_may_be_columns_and_unit_and_source_be_said_for_all(client, process):
    upload(client, process, "Gruppe,2025,2026\nArbeidsløse,0.125,..\nSysselsatte,900,\n")
    answers = {"shape": "wide", "series": "Gruppe", "unit_name": "personer", "source_name": "NAV"}
    assert columns(client, process, **answers, confirmed="1").status_code == 302
    assert list(Figure.objects.values_list("series", "year", "value")) == [
        ("Arbeidsløse", 2025, Decimal("0.125")),
        ("Arbeidsløse", 2026, None),
        ("Sysselsatte", 2025, Decimal(900)),
    ]


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({**COLUMNS, "unit": ""}, "unit", "Choose a column, or write what holds for all rows."),
        ({**COLUMNS, "year": ""}, "year", "Choose the column."),
        ({**COLUMNS, "shape": "wide"}, "shape", "No column is named by a year with four digits."),
    ],
)
def test_columns_that_say_too_little_are_asked_for_again(client, process, answers, field, sentence):
    upload(client, process, LONG)
    answer = columns(client, process, **answers)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [sentence])


def sheet(cell: object) -> bytes:
    book = Workbook()
    book.active.append(["Serie", "År", "Verdi", "Enhet", "Kilde"])
    book.active.append(["Folketall", 2026, cell, "personer", "SSB"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_an_excel_sheet_is_taken_in_and_a_formula_without_a_value_is_refused(client, process):
    answer = upload(client, process, sheet("=1+1"), "tall.xlsx")
    assert answer.context["form"].errors["file"] == [
        "The cell C2 holds a formula without a value. Open the file and save it again."
    ]
    upload(client, process, sheet(1210.25), "tall.xlsx")
    columns(client, process, **COLUMNS, confirmed="1")
    assert Figure.objects.get().value == Decimal("1210.25")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x" * (50 * 1024 * 1024), "The file is larger than 5 MB."),
        (b"", "The file is empty."),
        (b"%PDF-1.7", "tall.csv is neither CSV nor Excel. Save it as .xlsx or .csv."),
        (b"PK\x03\x04 broken", "The file cannot be read as Excel. Save it again as .xlsx, or as CSV."),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(client, process, content, sentence):
    answer = upload(client, process, content)
    assert (answer.status_code, answer.context["form"].errors["file"]) == (422, [sentence])


def test_hostile_words_in_a_file_are_only_words(client, process):
    upload(client, process, f"Serie;År;Verdi;Enhet;Kilde\n{ground.HOSTILE};2026;1;=cmd;SSB\n")
    shown = client.get(ground.page("map_figures", process.pk)).content.decode()
    columns(client, process, **COLUMNS, confirmed="1")
    assert ("<script>alert" in shown, Figure.objects.get().series) == (False, ground.HOSTILE)
