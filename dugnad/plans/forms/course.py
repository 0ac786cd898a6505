"""What is typed on a plan's way: reasons, names of versions, comments, and what became of old areas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.findings import say
from dugnad.plans.forms.fields import Line, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.forms.boundfield import BoundField
    from django_stubs_ext import StrOrPromise


class AcceptForm(forms.Form):
    """Why a warning is accepted."""

    rule = forms.CharField(widget=forms.HiddenInput, max_length=8)
    where = forms.CharField(widget=forms.HiddenInput, max_length=120)
    reason = Text(label=_("Reason, printed in the case papers"), most=2000)


class ReasonForm(forms.Form):
    """Why the plan is opened for revision."""

    reason = Text(label=_("Why is the plan revised?"), most=2000, help_text=_("Shown publicly."))


class VersionForm(forms.Form):
    """What a version is called."""

    label = Line(
        label=_("Name of the version"), most=160, help_text=_("For example: after the second gathering.")
    )


class CompareForm(forms.Form):
    """Which two versions to set side by side."""

    before = forms.ChoiceField(label=_("From"))
    after = forms.ChoiceField(label=_("To"))

    def __init__(self, *args: Any, versions: Sequence[Any], **kwargs: Any) -> None:
        """`versions` have a number and their words."""
        super().__init__(*args, **kwargs)
        numbered = [
            (str(row.number), format_lazy("{number} – {words}", number=row.number, words=row.words))
            for row in versions
        ]
        for side in ("before", "after"):
            self.fields[side].choices = [("draft", _("The draft as it stands now")), *numbered]  # type: ignore[attr-defined]


class CommentForm(forms.Form):
    """A remark on a passage."""

    text = Text(label=_("Your comment"), most=5000, rows=3)


class SettleForm(forms.Form):
    """An answer that settles a remark."""

    answer = Text(label=_("Answer"), most=5000, rows=3, required=False)


class MapForm(forms.Form):
    """What becomes of each area of the adopted plan: carried on by others, or ended for a reason (A-31)."""

    def __init__(
        self, *args: Any, former: Sequence[tuple[str, str]], areas: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        """`former` and `areas` are (code, name), of the adopted plan and of this draft."""
        super().__init__(*args, **kwargs)
        self.former = former
        for number, (code, title) in enumerate(former):
            name = f"{code} {title}"
            self.fields[f"became_{number}"] = forms.MultipleChoiceField(
                label=say(_("“%(area)s” is carried on by"), area=name),
                choices=[(key, f"{key} {each}") for key, each in areas],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            self.fields[f"note_{number}"] = Text(
                label=say(_("Why “%(area)s” ended or was changed"), area=name),
                most=2000,
                rows=2,
                required=False,
            )

    def groups(self) -> list[tuple[StrOrPromise, BoundField, BoundField]]:
        """Give each former area with its two fields."""
        return [
            (f"{code} {title}", self[f"became_{number}"], self[f"note_{number}"])
            for number, (code, title) in enumerate(self.former)
        ]

    def clean(self) -> dict[str, Any]:
        """An area that nobody carries on needs its reason."""
        data = super().clean() or {}
        for number in range(len(self.former)):
            if not data.get(f"became_{number}") and not data.get(f"note_{number}", "").strip():
                self.add_error(f"note_{number}", _("Choose who carries it on, or write why it ended."))
        return data

    def mappings(self) -> list[tuple[str, str, str]]:
        """Give (old code, new code or nothing, note) as commands take it."""
        data: Mapping[str, Any] = self.cleaned_data
        return [
            (code, new, data[f"note_{number}"])
            for number, (code, _title) in enumerate(self.former)
            for new in (data[f"became_{number}"] or [""])
        ]
