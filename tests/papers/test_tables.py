import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from openpyxl import Workbook

from dugnad.papers.tables import ReadTable, Row, TableError, read_table


def workbook(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(**files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return file.getvalue()


def refusal(content, name="tall.xlsx"):
    with pytest.raises(TableError) as raised:
        read_table(content, name)
    return str(raised.value), raised.value.row, raised.value.column


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_csv_is_read_in_any_usual_writing(encoding, sign):
    content = f"År{sign}Årsverk\r\n2019{sign}480\r\n\r\n2020{sign}\r\n".encode(encoding)
    assert read_table(content, "tall.csv") == ReadTable(
        ("År", "Årsverk"), (Row(2, ("2019", "480")), Row(4, ("2020", None)))
    )


def test_excel_gives_numbers_dates_and_text():
    content = workbook(["År", "Verdi", "Dato"], [2019, 1.1, date(2026, 3, 1)], [], ["2020", None, "ukjent"])
    assert read_table(content, "tall.xlsx") == ReadTable(
        ("År", "Verdi", "Dato"),
        (Row(2, (Decimal(2019), Decimal("1.1"), date(2026, 3, 1))), Row(4, ("2020", None, "ukjent"))),
    )


def test_a_formula_without_a_value_is_named_by_its_cell():
    assert refusal(workbook(["År", "Sum"], [2019, 1], [2020, "=A2+1"])) == (
        "The cell B3 holds a formula without a value. Open the file and save it again.", 3, 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "sentence", "row", "column"),
    [
        (b"", "The file is empty.", 0, 0),
        (b"\n;;\n", "The file is empty.", 0, 0),
        (b"a" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB.", 0, 0),
        (b"%PDF-1.7 x", "tall.xlsx is neither CSV nor Excel. Save it as .xlsx or .csv.", 0, 0),
        (b"\x00\x01\x02", "tall.xlsx is neither CSV nor Excel. Save it as .xlsx or .csv.", 0, 0),
        (b"PK\x03\x04 broken", "The file cannot be read as Excel. Save it again as .xlsx, or as CSV.", 0, 0),
        (b"A;;C\n1;2;3", "Column B has no heading.", 1, 2),
        (b"A;B;a\n1;2;3", "The heading “a” stands twice.", 1, 3),
        (b"A;B\n1;2\n1;2;3", "Row 3 has more cells than there are headings.", 3, 3),
        (b"A\n" + b"1\n" * 10_001, "The table has more than 10,000 rows.", 10_002, 0),
        (b";".join(b"%d" % n for n in range(101)), "The table has more than 100 columns.", 1, 101),
        (b'A;B\n"' + b"x" * 200_000 + b'";2', "Row 2 cannot be read as CSV.", 2, 0),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_place(content, sentence, row, column):
    assert refusal(content) == (sentence, row, column)


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    assert (
        refusal(zipped(xl__xml=b"0" * (61 * 1024 * 1024)))[0] == "The file is too large when it is unpacked."
    )


def test_xml_that_defines_entities_is_refused():
    content = zipped(a__xml='<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    assert refusal(content)[0] == "The file cannot be read as Excel. Save it again as .xlsx, or as CSV."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("nb", "Filen er tom."), ("nn", "Fila er tom."), ("da", "Filen er tom."), ("en", "The file is empty.")],
)
def test_the_sentence_is_in_the_readers_language(language, sentence):
    with translation.override(language):
        assert refusal(b"")[0] == sentence
