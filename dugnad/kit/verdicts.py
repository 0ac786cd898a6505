"""A rule's answer: yes, or no with the sentence that says why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a `may_…` rule answers: truthy when allowed, else carrying a translatable sentence.

    The same sentence disables the button, is raised by the command and asserted in the test.
    """

    allowed: bool
    reason: StrOrPromise = ""

    def __bool__(self) -> bool:
        """Tell whether the act is allowed."""
        return self.allowed

    def __str__(self) -> str:
        """Give the reason in the language that is active now."""
        return str(self.reason)


ALLOWED = Verdict(allowed=True)


def refuse(reason: StrOrPromise) -> Verdict:
    """Answer no, with the sentence a person will read."""
    return Verdict(allowed=False, reason=reason)


def first_refusal(verdicts: Iterable[Verdict]) -> Verdict:
    """Answer with the first no, or with yes when there is none; stops asking at the first no."""
    return next((verdict for verdict in verdicts if not verdict), ALLOWED)


class Refused(Exception):  # noqa: N818 - the word the house uses
    """Raised by a command whose rule said no; `str()` is the rule's own sentence."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict

    def __str__(self) -> str:
        """Give the rule's sentence in the language that is active now."""
        return str(self.verdict.reason)


def enforce(verdict: Verdict) -> None:
    """Let an allowed act through.

    Raises:
        Refused: when the verdict is a no.
    """
    if not verdict:
        raise Refused(verdict)


class Outdated(Refused):
    """Raised when somebody else changed a row while this text was being written.

    `current` is the row as it stands now; the page shows both texts, so that nobody's words are lost.
    """

    def __init__(self, verdict: Verdict, current: object) -> None:
        super().__init__(verdict)
        self.current = current
