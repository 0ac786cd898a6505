"""Lists as Excel; what was typed stays text, whatever it looks like. For reading, see `papers.tables`."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

import xlsxwriter

from dugnad.papers.flow import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["text", "number", "money", "date", "percent"]
Cell = str | int | float | Decimal | date | None

_FORMATS = {"money": "#,##0", "date": "dd.mm.yyyy", "percent": "0.0 %"}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST = 32_000


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, what its cells hold and its width in characters (0: as wide as needed).

    A percent is a share: 0.25 is shown as 25 %.
    """

    title: str
    kind: Kind = "text"
    width: float = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with a frozen heading row, its rows and, where given, a last row of totals."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


def to_excel(
    sheets: Sequence[Sheet], *, title: str = "", author: str = "", dated: date | None = None
) -> bytes:
    """Give the sheets as an Excel file (.xlsx) without a single formula.

    Text that a spreadsheet would run (it begins with = + - @, tab or carriage return) is stored as text
    and marked as such, so that it stays text when somebody edits the cell or saves it as CSV.
    """
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "remove_timezone": True, "nan_inf_to_errors": True})
    about: dict[str, Any] = {"title": printable(title)[:255], "author": printable(author)[:255]}
    if dated:
        about["created"] = datetime.combine(dated, time(), UTC)
    book.set_properties(about)
    names: list[str] = []
    for sheet in sheets:
        names.append(_free_name(sheet.title, names))
        _write(book, book.add_worksheet(names[-1]), sheet)
    if not names:
        book.add_worksheet()
    book.close()
    return file.getvalue()


def _free_name(title: str, taken: list[str]) -> str:
    """Give a name that Excel allows: at most 31 signs, none of []:*?/\\, not taken, not in quotes."""
    cleaned = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", printable(title)).strip().strip("'") or "1"
    name, number = _short_name(cleaned, 31), 2
    while name.lower() in {other.lower() for other in taken} or name.lower() == "history":
        name, number = f"{_short_name(cleaned, 27)} {number}", number + 1
    return name


def _short_name(name: str, longest: int) -> str:
    """Cut a name to a length in UTF-16, which is how Excel counts."""
    while len(name.encode("utf-16-le")) > longest * 2:
        name = name[:-1]
    return name.strip().strip("'") or "1"


def _write(book: Any, page: Any, sheet: Sheet) -> None:
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    for place, column in enumerate(sheet.columns):
        page.set_column(place, place, column.width or _width(sheet, place))
        page.write_string(0, place, _text(column.title), head)
        _write_column(book, page, sheet, place)
    if sheet.rows and sheet.columns:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)


def _write_column(book: Any, page: Any, sheet: Sheet, place: int) -> None:
    look: dict[str, Any] = {"valign": "top", **_look(sheet, place)}
    totals = (sheet.total,) if sheet.total else ()
    for rows, first, more in (
        (sheet.rows, 1, {}),
        (totals, len(sheet.rows) + 1, {"bold": True, "top": 1}),
    ):
        plain = book.add_format({**look, **more})
        quoted = book.add_format({**look, **more, "quote_prefix": True})
        for number, row in enumerate(rows, first):
            value = row[place] if place < len(row) else None
            risky = isinstance(value, str) and value.startswith(_DANGEROUS)
            _write_cell(page, (number, place), value, quoted if risky else plain)


def _look(sheet: Sheet, place: int) -> dict[str, Any]:
    kind = sheet.columns[place].kind
    if kind != "number":
        return {"num_format": _FORMATS[kind]} if kind in _FORMATS else {"text_wrap": True}
    cells = [row[place] for row in (*sheet.rows, sheet.total) if place < len(row)]
    has_fractions = any(isinstance(cell, float | Decimal) and cell % 1 for cell in cells)
    return {"num_format": "#,##0.0#" if has_fractions else "#,##0"}


def _write_cell(page: Any, where: tuple[int, int], value: Cell, look: Any) -> None:
    if value is None or value == "":
        page.write_blank(*where, None, look)
    elif isinstance(value, str):
        page.write_string(*where, _text(value), look)
    elif isinstance(value, date):
        page.write_datetime(*where, value, look)
    else:
        page.write_number(*where, float(value), look)


def _text(text: str) -> str:
    text = printable(text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _width(sheet: Sheet, place: int) -> float:
    cells = [str(row[place]) for row in (*sheet.rows[:200], sheet.total) if place < len(row)]
    return float(min(60, max(10, *(len(text) + 2 for text in (sheet.columns[place].title, *cells)))))
