import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from dugnad.papers.excel import Column, Sheet, to_excel
from tests.papers import samples

MONEY = Sheet(
    "Mål og penger",
    (Column("Område"), Column("Årsverk", "number"), Column("Beløp", "money"), Column("Dato", "date"),
     Column("Andel", "percent")),
    (("Havbruk", Decimal("1.5"), 1_200_000, date(2026, 3, 1), 0.25), ("Reiseliv", 2, None, None, 1)),
    ("Sum", 3, 1_200_000, None, None),
)  # fmt: skip


def test_the_file_holds_what_was_put_in():
    sheet = load_workbook(io.BytesIO(to_excel([MONEY])))["Mål og penger"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["Område", "Årsverk", "Beløp", "Dato", "Andel"]
    assert (rows[1][:3], rows[1][3].date(), rows[1][4]) == (
        ["Havbruk", 1.5, 1_200_000],
        date(2026, 3, 1),
        0.25,
    )
    assert rows[-1] == ["Sum", 3, 1_200_000, None, None]


def test_the_head_is_frozen_and_numbers_have_formats():
    sheet = load_workbook(io.BytesIO(to_excel([MONEY])))["Mål og penger"]
    formats = [sheet.cell(2, column).number_format for column in range(1, 6)]
    assert (sheet.freeze_panes, formats) == ("A2", ["General", "#,##0.0#", "#,##0", "dd.mm.yyyy", "0.0 %"])


@pytest.mark.parametrize("text", ["=1+1", "+47 12", "-5", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_text_that_a_spreadsheet_would_run_stays_text(text):
    sheet = Sheet("Ark", (Column("Navn"),), ((text,),))
    cell = load_workbook(io.BytesIO(to_excel([sheet]))).active["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text.replace("\t", " "), True)


def test_ordinary_text_carries_no_mark():
    sheet = Sheet("Ark", (Column("Navn"),), (("Kari",),))
    assert load_workbook(io.BytesIO(to_excel([sheet]))).active["A2"].quotePrefix is False


def test_sheet_names_are_made_so_that_excel_opens_them():
    names = ["Mål/[2026]*?:", "mål  2026", "x" * 40, "X" * 40, "", "History"]
    book = load_workbook(io.BytesIO(to_excel([Sheet(name, (), ()) for name in names])))
    assert book.sheetnames == ["Mål  2026", "mål  2026 2", "x" * 31, "X" * 27 + " 2", "1", "History 2"]


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_no_text_whatever_breaks_an_excel_file(text):
    sheet = Sheet(text, (Column(text),), ((text,),), (text,))
    assert load_workbook(io.BytesIO(to_excel([sheet], title=text))).active.max_row <= 3


def test_hostile_texts_open_again():
    rows = tuple((text,) for text in samples.HOSTILE.values())
    sheet = load_workbook(io.BytesIO(to_excel([Sheet("Ark", (Column("Tekst"),), rows)]))).active
    assert sheet.cell(2, 1).value == samples.HOSTILE["script"]
