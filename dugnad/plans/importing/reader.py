"""From a file's text to the outline, or to all that is wrong in it, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from yaml.reader import Reader

from dugnad.kit.findings import say
from dugnad.plans.importing.problems import FileProblem, PlanFileError
from dugnad.plans.importing.values import read_values
from dugnad.plans.outline import OutlineError, outline_from_data

if TYPE_CHECKING:
    from dugnad.plans.importing.values import Values
    from dugnad.plans.outline import PlanOutline, Problem

LARGEST = 1024 * 1024  # bytes


def read_plan(content: str | bytes) -> PlanOutline:
    """Read a plan file into the outline; missing parts stay empty, which the check will say.

    Raises:
        PlanFileError: for anything that is no plan file (over 1 MB, not UTF-8, broken YAML, aliases,
            depth over 12, unknown or repeated keys, wrong types, impossible dates), all problems at once
            where the file can be read that far.
    """
    data, values = read_values(_text(content))
    problems = list(values.problems)
    try:
        outline = outline_from_data(data)
    except OutlineError as error:
        problems += [_placed(problem, values) for problem in error.problems]
    if problems:
        raise PlanFileError(*problems)
    return outline


def _text(content: str | bytes) -> str:
    raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    if len(raw) > LARGEST:
        expected = say(_("at most %(size)s bytes"), size=LARGEST)
        raise PlanFileError(FileProblem(0, 0, "", expected, _("more")))
    try:
        text = raw.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(raw[: error.start].decode())
        found = f"0x{raw[error.start]:02X}"
        raise PlanFileError(FileProblem(line, column, "", _("text in UTF-8"), found)) from None
    if odd := Reader.NON_PRINTABLE.search(text):
        line, column = _line_and_column(text[: odd.start()])
        found = f"U+{ord(odd[0]):04X}"
        raise PlanFileError(FileProblem(line, column, "", _("text without control characters"), found))
    return text


def _line_and_column(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _placed(problem: Problem, values: Values) -> FileProblem:
    is_key = problem.is_about_key and problem.path in values.key_marks
    line, column = (values.key_marks if is_key else values.marks)[problem.path]
    return FileProblem(line, column, problem.where, problem.expected, problem.found)
