"""What is wrong in a plan file, and where: line, column, key, and what was expected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One problem: line and column from 1 (0 for the whole file), the key's path, what was expected."""

    line: int
    column: int
    where: str
    expected: StrOrPromise
    found: StrOrPromise = ""

    def __str__(self) -> str:
        """Write the problem as one line in the language that is active now."""
        if not self.line:
            sentence = _("expected %(expected)s, found %(found)s")
        elif self.found:
            sentence = _("line %(line)s, column %(column)s%(where)s: expected %(expected)s, found %(found)s")
        else:
            sentence = _("line %(line)s, column %(column)s%(where)s: expected %(expected)s")
        values = {
            "line": str(self.line),
            "column": str(self.column),
            "where": f", {self.where}" if self.where else "",
            "expected": self.expected,
            "found": self.found,
        }
        return str(say(sentence, **values))


class PlanFileError(ValueError):
    """A file that cannot be read as a plan; `problems` are all that were found, in the file's order."""

    def __init__(self, *problems: FileProblem) -> None:
        super().__init__(problems)
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.line, problem.column)))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)
