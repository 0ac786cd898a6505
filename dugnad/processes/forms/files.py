"""The shape of a document's upload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.processes.commands.files import DocumentFacts
from dugnad.processes.forms.fields import day_field, words_field
from dugnad.processes.rules.files import check_exemption, check_file, check_size, tidy_file_name

if TYPE_CHECKING:
    from datetime import datetime

    from django.core.files.uploadedfile import UploadedFile
    from django.db.models import QuerySet

    from dugnad.processes.models import Decision, Meeting

_ENDINGS = ".pdf,.docx,.xlsx,.odt,.png,.jpg,.jpeg,.txt,.csv"


class DocumentForm(forms.Form):
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.CharField(
        label=_("What it is"),
        max_length=60,
        required=False,
        help_text=_("For example: report, letter, minutes."),
    )
    dated = day_field(_("Dated"), required=False)
    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,  # so that the rule says what is wrong, in its own words
        help_text=format_lazy(
            _("PDF, Word, Excel, OpenDocument, PNG, JPEG, text or CSV; at most {limit}."),
            limit=lazy(filesizeformat, str)(settings.MAX_UPLOAD),
        ),
        widget=forms.FileInput(attrs={"accept": _ENDINGS}),
    )
    decision: forms.ModelChoiceField[Decision] = forms.ModelChoiceField(
        label=_("Belongs to the decision"), queryset=None, required=False, empty_label=_("None")
    )
    meeting: forms.ModelChoiceField[Meeting] = forms.ModelChoiceField(
        label=_("Belongs to the meeting"), queryset=None, required=False, empty_label=_("None")
    )
    is_exempt = forms.BooleanField(label=_("Exempt from publicity"), required=False)
    legal_basis = forms.CharField(
        label=_("Legal basis of the exemption"),
        max_length=160,
        required=False,
        help_text=_("For example: offl. § 14."),
    )
    exempt_until = day_field(
        _("Becomes public on"),
        required=False,
        help_text=_("From that day anyone can read it, without anybody having to do anything."),
    )
    to_journal = forms.BooleanField(
        label=_("To be entered in the municipality's own records (journal)"), required=False
    )

    def __init__(
        self,
        *args: Any,
        decisions: QuerySet[Decision],
        meetings: QuerySet[Meeting],
        at: datetime,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        chosen: list[tuple[str, QuerySet[Any], Any]] = [
            ("decision", decisions, _name_decision),
            ("meeting", meetings, _name_meeting),
        ]
        for name, rows, said in chosen:
            field: Any = self.fields[name]
            field.queryset, field.label_from_instance = rows, said

    def clean_file(self) -> tuple[str, bytes]:
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        name = tidy_file_name(upload.name or "")
        verdict = check_size(upload.size or 0, limit=settings.MAX_UPLOAD)
        content = upload.read() if verdict else b""
        if verdict:
            verdict = check_file(name, content, limit=settings.MAX_UPLOAD)
        if not verdict:
            raise ValidationError(str(verdict))
        return name, content

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        verdict = check_exemption(
            is_exempt=bool(data.get("is_exempt")),
            legal_basis=data.get("legal_basis") or "",
            until=data.get("exempt_until"),
            at=self.at,
        )
        if not verdict:
            self.add_error("exempt_until" if data.get("legal_basis") else "legal_basis", str(verdict))
        return data

    def facts(self) -> DocumentFacts:
        """Give what was typed as the command wants it."""
        data = self.cleaned_data
        exempt = data["is_exempt"]
        return DocumentFacts(
            title=data["title"], kind=data["kind"], dated=data["dated"], is_exempt=exempt,
            legal_basis=data["legal_basis"] if exempt else "",
            exempt_until=data["exempt_until"] if exempt else None, to_journal=data["to_journal"],
        )  # fmt: skip


def _name_decision(decision: Decision) -> str:
    about = decision.gate.title if decision.gate else decision.body.name
    return f"{about} ({decision.decided_on.isoformat()})"


def _name_meeting(meeting: Meeting) -> str:
    return f"{meeting.body.name} ({meeting.starts_at.date().isoformat()})"


class WithdrawForm(forms.Form):
    reason = words_field(
        _("Why the document is withdrawn"),
        rows=3,
        help_text=_("The file is kept for those who record decisions, but no longer shown to anyone else."),
    )
