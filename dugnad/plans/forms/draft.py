"""A form that writes on what its writer has seen, and what two wordings of it differ in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from dugnad.kit.dates import format_date
from dugnad.kit.digests import digest
from dugnad.kit.money import format_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from django.forms.boundfield import BoundField
    from django.http import QueryDict
    from django_stubs_ext import StrOrPromise

    from dugnad.kit.verdicts import Verdict
    from dugnad.plans.models import Plan

_HIDDEN = ("revision", "seen")


class Draft(forms.Form):
    """The shape of every form that changes something two people may be writing at once.

    `revision` is the one the writer saw, `seen` a digest of the words that stood there: when only the
    revision has moved on, and not these words, nobody is in anybody's way.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def values(self) -> dict[str, Any]:
        """Give what was typed, without what goes along hidden."""
        return {name: value for name, value in self.cleaned_data.items() if name not in _HIDDEN}

    def refuse_at(self, checks: Iterable[tuple[str, Verdict]]) -> None:
        """Let each rule speak at the field it is about."""
        for name, verdict in checks:
            if not verdict and name not in self.errors:
                self.add_error(name, str(verdict))

    def plain_fields(self) -> list[BoundField]:
        """Give the fields that are laid out one under the other."""
        return [field for field in self if not field.is_hidden and not _year_of(field.name)]

    def year_fields(self) -> list[BoundField]:
        """Give the fields that have one box a year."""
        return [field for field in self if _year_of(field.name)]


def _year_of(name: str) -> int | None:
    tail = name.rpartition("_")[2]
    return int(tail) if len(tail) == 4 and tail.isdigit() else None


def by_year(data: Mapping[str, Any], prefix: str) -> dict[int, Any]:
    """Give the boxes of each year that are filled: `target_2028` is {2028: …}."""
    return {
        year: value
        for name, value in data.items()
        if name.startswith(f"{prefix}_") and (year := _year_of(name)) and value is not None
    }


def beginning(words: Mapping[str, Any], revision: int) -> dict[str, Any]:
    """Give a draft form's initial values: the words that stand there, and which ones they are."""
    return {**words, "revision": revision, "seen": seal(words)}


def seal(words: Mapping[str, Any]) -> str:
    """Digest the words that stand there; what is empty does not count."""
    kept = {name: _plain(value) for name, value in words.items() if value not in (None, "", [], ())}
    return digest(kept)


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return sorted(str(item) for item in value)
    return str(value) if isinstance(value, bool) else value


@dataclass(frozen=True, slots=True)
class Differing:
    """A field where two people wrote different things."""

    label: StrOrPromise
    theirs: str
    yours: str
    is_text: bool  # running text, to be compared word by word


def differences(form: Draft, standing: Mapping[str, Any]) -> list[Differing]:
    """Compare what was typed into a valid form with the words that stand there now, field by field."""
    found = []
    for name, value in form.values().items():
        shape = form.fields[name]
        theirs, yours = (_said(shape, each) for each in (standing.get(name), value))
        if theirs != yours:
            is_text = isinstance(shape.widget, forms.Textarea)
            found.append(Differing(shape.label or name, theirs, yours, is_text))
    return found


def _said(field: forms.Field, value: Any) -> str:
    language = get_language() or "nb"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(field, forms.ChoiceField):
        chosen = {str(item) for item in (value if isinstance(value, list | tuple) else [value])}
        choices: Any = field.choices
        return ", ".join(str(label) for key, label in choices if key and str(key) in chosen)
    if isinstance(value, Decimal | int):
        return format_number(value, language)
    return format_date(value, language) if isinstance(value, date) else str(value or "")


def upon(typed: QueryDict, words: Mapping[str, Any], revision: int) -> QueryDict:
    """Give everything that was typed, ready to be saved upon the words that stand there now."""
    data = typed.copy()
    data["revision"], data["seen"] = str(revision), seal(words)
    return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One thing to write in a plan, and how.

    `words` gives what stands in the row as the form shows it; `act` saves a valid form upon a revision;
    `verbs` and `said` tell which journal entries are about this row, to name who wrote here last.
    """

    plan: Plan
    row: Any
    form: Callable[..., Any]
    words: Callable[[Any], dict[str, Any]]
    act: Callable[[Any, int, Any], object]
    title: StrOrPromise
    where: str
    verbs: tuple[str, ...]
    said: dict[str, object] = field(default_factory=dict)
    template: str = "plans/write.html"
    remove: str = ""
