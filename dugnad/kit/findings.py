"""One line of a check: which rule, how grave, where in the document, and what would mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from babel.lists import format_list
from django.utils.functional import lazy
from django.utils.translation import get_language

from dugnad.kit.dates import format_date
from dugnad.kit.money import format_kroner, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise, StrPromise


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


@dataclass(frozen=True, slots=True)
class Kroner:
    """An amount in whole kroner, to be written out in a sentence."""

    amount: int


def _written(value: object, language: str) -> str:
    if isinstance(value, Kroner):
        return format_kroner(value.amount, language)
    if isinstance(value, Decimal | int):
        return format_number(value, language)
    if isinstance(value, date):
        return format_date(value, language)
    if isinstance(value, tuple):
        return format_list([_written(item, language) for item in value], locale=language)
    return str(value)


def _filled(sentence: StrOrPromise, values: dict[str, object]) -> str:
    language = (get_language() or "en").partition("-")[0]
    language = language if language in {"nb", "nn", "da"} else "en"
    return str(sentence) % {name: _written(value, language) for name, value in values.items()}


_lazily_filled = lazy(_filled, str)


def say(sentence: StrOrPromise, **values: object) -> StrPromise:
    """Fill a translatable sentence (`%(name)s`) only when it is read, in the language that is active then.

    Numbers, `Kroner`, dates and tuples (as a list with "and") are written as that language writes them;
    a year is given as text.
    """
    return cast("StrPromise", _lazily_filled(sentence, values))


def place_id(where: str) -> str:
    """Turn a finding's place (`areas.B.goals.1`) into the id that a page gives that place."""
    return "at-" + re.sub(r"[^\w-]+", "-", where).strip("-")


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
