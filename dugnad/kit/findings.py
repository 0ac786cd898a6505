"""One line of a check: which rule, how grave, where in the document, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise


class Severity(StrEnum):
    """How grave a finding is: an error blocks a gate, a warning needs a written reason, info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found.

    `rule` is its id (`A-04`); `where` a path into the document (`areas.B.goals.1`), which is also how
    the page finds the margin it belongs in; `source` names the seed or guide that the rule comes from;
    `accepted` is the reason somebody wrote to accept a warning.
    """

    rule: str
    severity: Severity
    message: StrOrPromise
    where: str
    source: str
    mend: StrOrPromise = ""
    accepted: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether the finding still stands in a gate's way."""
        return self.severity is Severity.ERROR or (self.severity is Severity.WARNING and not self.accepted)

    @property
    def key(self) -> tuple[str, str]:
        """Identify the finding for acceptance: its rule and place."""
        return (self.rule, self.where)


def accept_warnings(findings: Iterable[Finding], reasons: dict[tuple[str, str], str]) -> list[Finding]:
    """Give the findings with the written reasons (by rule and place) filled in; errors take none."""
    return [
        replace(finding, accepted=reasons.get(finding.key, ""))
        if finding.severity is Severity.WARNING
        else finding
        for finding in findings
    ]


def open_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Give those that a gate refuses on: errors, and warnings without a written reason."""
    return [finding for finding in findings if finding.is_open]
