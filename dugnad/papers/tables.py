"""Tables that people upload, as CSV or Excel, within limits and with a sentence for what is wrong."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django_stubs_ext import StrOrPromise

LARGEST_FILE = 5 * 1024 * 1024
MOST_ROWS = 10_000
MOST_COLUMNS = 100
_LARGEST_UNPACKED = 60 * 1024 * 1024
_MOST_FILES = 500
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))

ReadCell = str | Decimal | date | None


class TableError(ValueError):
    """Why an uploaded table cannot be taken; `str()` is a sentence in the language active now.

    `row` and `column` count from 1 as the spreadsheet shows them; 0 when the whole file is at fault.
    """

    def __init__(self, message: StrOrPromise, *, row: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.row = row
        self.column = column

    def __str__(self) -> str:
        """Give the sentence in the language that is active now."""
        return str(self.message)


@dataclass(frozen=True, slots=True)
class Row:
    """A row's number in the file and its cells, as many as there are headings."""

    number: int
    cells: tuple[ReadCell, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Headings and the rows that hold anything. CSV cells are text; Excel also gives numbers and dates."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(content: bytes, filename: str) -> ReadTable:
    """Read a CSV or .xlsx file: first row with content as headings, empty rows left out.

    The file's own first bytes decide what it is; the name only helps with the sentence.

    Raises:
        TableError: when it is too large, of another kind, broken, or a cell cannot be understood.
    """
    if len(content) > LARGEST_FILE:
        raise TableError(_("The file is larger than 5 MB."))
    if not content.strip():
        raise TableError(_("The file is empty."))
    if content.startswith(b"PK"):
        return _shaped(_excel_rows(content))
    is_text = content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" not in content
    if not is_text or content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise TableError(
            format_lazy(
                _("{filename} is neither CSV nor Excel. Save it as .xlsx or .csv."), filename=filename
            )
        )
    return _shaped(_csv_rows(content))


def _csv_rows(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    first_line = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";\t,", key=lambda sign: len(next(csv.reader([first_line], delimiter=sign), [])))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield Row(reader.line_num, tuple(cell.strip() or None for cell in cells))
    except csv.Error as error:
        raise TableError(
            format_lazy(_("Row {row} cannot be read as CSV."), row=reader.line_num), row=reader.line_num
        ) from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _excel_rows(content: bytes) -> Iterator[Row]:
    has_formulas = _inspect(content)
    try:
        yield from _sheet_rows(content, has_formulas=has_formulas)
    except TableError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers raise on a broken file
        raise _broken() from error


def _sheet_rows(content: bytes, *, has_formulas: bool) -> Iterator[Row]:
    values = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = values.worksheets[0]
    sheet.reset_dimensions()
    formulas: Iterable[tuple[object, ...]] = ()
    if has_formulas:
        written = load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
        written.reset_dimensions()
        formulas = written.iter_rows(values_only=True)
    origin = iter(formulas)
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        _refuse_empty_formulas(number, cells, next(origin, ()))
        yield Row(number, tuple(_cell(value) for value in cells))


def _refuse_empty_formulas(number: int, cells: tuple[object, ...], written: tuple[object, ...]) -> None:
    for place, (value, source) in enumerate(zip(cells, written, strict=False), 1):
        if value is None and source is not None:
            name = f"{get_column_letter(place)}{number}"
            message = _("The cell {cell} holds a formula without a value. Open the file and save it again.")
            raise TableError(format_lazy(message, cell=name), row=number, column=place)


def _cell(value: object) -> ReadCell:
    if value is None or isinstance(value, bool):
        return None if value is None else str(value)
    if isinstance(value, int | float | Decimal):
        return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.isoformat(" ", "minutes")
    return value if isinstance(value, date) else str(value).strip() or None


def _inspect(content: bytes) -> bool:
    """Refuse what only looks like Excel or would grow without end; tell whether there are formulas."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = archive.infolist()
            if len(files) > _MOST_FILES or sum(file.file_size for file in files) > _LARGEST_UNPACKED:
                raise TableError(_("The file is too large when it is unpacked."))
            texts = [archive.read(file) for file in files if file.filename.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        if isinstance(error, TableError):
            raise
        raise _broken() from error
    if any(mark in text for text in texts for mark in _DOCTYPES):
        raise _broken()
    return any(b"<f" in text for text in texts)


def _broken() -> TableError:
    return TableError(_("The file cannot be read as Excel. Save it again as .xlsx, or as CSV."))


def _shaped(rows: Iterable[Row]) -> ReadTable:
    headings: tuple[str, ...] = ()
    taken: list[Row] = []
    for row in rows:
        cells = _trimmed(row)
        if not cells:
            continue
        if not headings:
            headings = _headings(row.number, cells)
            continue
        if len(cells) > len(headings):
            message = _("Row {row} has more cells than there are headings.")
            raise TableError(format_lazy(message, row=row.number), row=row.number, column=len(cells))
        if len(taken) == MOST_ROWS:
            raise TableError(_("The table has more than 10,000 rows."), row=row.number)
        taken.append(Row(row.number, (*cells, *(None for _rest in range(len(headings) - len(cells))))))
    if not headings:
        raise TableError(_("The file is empty."))
    return ReadTable(headings, tuple(taken))


def _trimmed(row: Row) -> tuple[ReadCell, ...]:
    last = max((place for place, value in enumerate(row.cells, 1) if value is not None), default=0)
    if last > MOST_COLUMNS:
        raise TableError(_("The table has more than 100 columns."), row=row.number, column=last)
    return row.cells[:last]


def _headings(number: int, cells: tuple[ReadCell, ...]) -> tuple[str, ...]:
    headings: list[str] = []
    for place, cell in enumerate(cells, 1):
        text = " ".join(str(cell or "").split())
        if not text:
            message = format_lazy(_("Column {column} has no heading."), column=get_column_letter(place))
            raise TableError(message, row=number, column=place)
        if text.lower() in {heading.lower() for heading in headings}:
            message = format_lazy(_("The heading “{heading}” stands twice."), heading=text)
            raise TableError(message, row=number, column=place)
        headings.append(text)
    return tuple(headings)
