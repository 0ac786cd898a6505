"""Documents: who adds and reads them, and which files may come in."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from dugnad.kit.verdicts import ALLOWED, Verdict, first_refusal, refuse
from dugnad.people.models import RoleKind
from dugnad.processes.models import Meeting, Process
from dugnad.processes.rules.roles import RECORDERS, has_role, may_see, may_see_drafts

if TYPE_CHECKING:
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.processes.models import Document

# Each kind's content type and the endings a file of it may have; the first is the usual one.
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "pdf": ("application/pdf", ("pdf",)),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    "odt": ("application/vnd.oasis.opendocument.text", ("odt",)),
    "png": ("image/png", ("png",)),
    "jpeg": ("image/jpeg", ("jpg", "jpeg")),
    "text": ("text/plain", ("txt", "csv")),
}
_SIGNS = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
)
_MARKUP = re.compile(
    r"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)", re.IGNORECASE
)
_UNSAFE = re.compile(r'[\\/:*?"<>|]')


def kind_of_file(content: bytes) -> str:
    """Tell by its bytes what a file is (a key of `KINDS`), or nothing when it is none of them."""
    for sign, kind in _SIGNS:
        if content.startswith(sign):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(content)
    return "text" if _is_plain_text(content) else ""


def _kind_of_zip(content: bytes) -> str:
    """Read the list of names alone; nothing is unpacked, so a packed bomb stays packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        return ""
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return ""
    if "[Content_Types].xml" in names:
        return next(
            (
                kind
                for kind, part in (("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml"))
                if part in names
            ),
            "",
        )
    return "odt" if _is_odt(content) else ""


def _is_odt(content: bytes) -> bool:
    """An OpenDocument text names its kind in its first member, stored as it is (ODF 1.3, part 2, 3.3)."""
    return KINDS["odt"][0].encode() in content[:120]


def _is_plain_text(content: bytes) -> bool:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what older spreadsheets write
    controls = any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n\f" for sign in text)
    return bool(text.strip()) and not controls and not _MARKUP.search(text)


def check_file(name: str, content: bytes, *, limit: int) -> Verdict:
    """Only what offices read and no machine runs: PDF, Word, Excel, OpenDocument, pictures, plain text.

    `limit` is the largest size in bytes. The ending must tell the truth about the content.
    """
    kind = kind_of_file(content[:limit])
    ending = PurePosixPath(name).suffix.lstrip(".").lower()
    return first_refusal(
        (
            refuse(_("The file is empty.")) if not content else ALLOWED,
            check_size(len(content), limit=limit),
            ALLOWED
            if kind
            else refuse(
                _("Choose PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt), PNG, JPEG, text or CSV.")
            ),
            ALLOWED if not kind or ending in KINDS[kind][1] else _wrong_ending(ending, kind),
        )
    )


def check_size(size: int, *, limit: int) -> Verdict:
    """A file has a largest size, both in bytes."""
    if size <= limit:
        return ALLOWED
    sentence = _(
        "The file is {size}; the largest that can be stored is {limit}. Make it smaller, or split it."
    )
    return refuse(format_lazy(sentence, size=filesizeformat(size), limit=filesizeformat(limit)))


def _wrong_ending(ending: str, kind: str) -> Verdict:
    right = KINDS[kind][1][0]
    if not ending:
        return refuse(
            format_lazy(_("The name lacks its ending: call the file something.{right}."), right=right)
        )
    sentence = _("The name ends in .{ending}, but the content is {kind}: give it the ending .{right}.")
    return refuse(format_lazy(sentence, ending=ending[:20], kind=kind.upper(), right=right))


def tidy_file_name(name: str) -> str:
    """Give a name any computer can store: no folders, control signs or hidden turns of direction."""
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    visible = "".join(
        sign for sign in name if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )
    stem, dot, ending = _UNSAFE.sub("-", visible).strip(" .").rpartition(".")
    stem, ending = (stem, ending) if dot else (ending, "")
    stem = " ".join(stem.split()).strip(" .")[:140] or "file"
    return f"{stem}.{ending.lower()[:16]}" if ending else stem


def may_add_document(process: Process, *, by: Person | None, at: datetime) -> Verdict:
    """Those who lead, the council secretary and the consultant add documents, also when all is closed."""
    if not has_role(process, *RECORDERS, RoleKind.CONSULTANT, by=by, at=at):
        return refuse(
            _("Only those who lead the process, its consultant and the council secretary add documents.")
        )
    if process.state == Process.State.WITHDRAWN:
        return refuse(_("The process has been withdrawn."))
    return ALLOWED


def check_exemption(*, is_exempt: bool, legal_basis: str, until: date | None, at: datetime) -> Verdict:
    """An exemption has a basis in law (offentleglova § 3, offentlighedsloven § 7) and ends ahead of now."""
    if not is_exempt:
        return ALLOWED
    if not legal_basis.strip():
        return refuse(_("Write the legal basis of the exemption, for example offl. § 14."))
    if until is not None and until <= timezone.localdate(at):
        return refuse(_("The exemption ends on a day that lies ahead; leave it open if it has no end."))
    return ALLOWED


def may_withdraw_document(
    document: Document, *, by: Person | None, at: datetime, reason: str | None = None
) -> Verdict:
    """Whoever added it, and those who record, withdraw a document with a reason; it is never deleted."""
    own = by is not None and document.added_by_id == by.pk
    verdict = may_add_document(document.process, by=by, at=at)
    allowed = has_role(document.process, *RECORDERS, by=by, at=at) or (own and verdict)
    silent = reason is not None and not reason.strip()
    return first_refusal(
        (
            ALLOWED if allowed else refuse(_("Only those who lead the process withdraw its documents.")),
            refuse(_("The document has already been withdrawn.")) if document.withdrawn_at else ALLOWED,
            refuse(_("Write why the document is withdrawn.")) if silent else ALLOWED,
        )
    )


def is_exempt_now(document: Document, *, at: datetime) -> bool:
    """Tell whether a law keeps the document from the public today; an exemption ends by itself on its day."""
    until = document.exempt_until
    return document.is_exempt and (until is None or timezone.localdate(at) < until)


def is_public(document: Document, *, at: datetime) -> bool:
    """Tell whether anyone may read it, given that its process is published.

    What belongs to a closed decision or meeting, or to one not called yet, is not public either.
    """
    decision, meeting = document.decision, document.meeting
    closed = (decision is not None and not decision.is_open) or (
        meeting is not None and (not meeting.is_open or meeting.state == Meeting.State.PLANNED)
    )
    return not (closed or document.withdrawn_at or is_exempt_now(document, at=at))


def may_read_document(document: Document, *, by: Person | None, at: datetime) -> Verdict:
    """Anyone reads a published process's public documents; a part is needed for the others.

    A withdrawn document is read only by those who record (it is kept as evidence).
    """
    if document.withdrawn_at and not has_role(document.process, *RECORDERS, by=by, at=at):
        return refuse(_("This document has been withdrawn."))
    if is_public(document, at=at):
        return may_see(document.process, by=by, at=at)
    if may_see_drafts(document.process, by=by, at=at):
        return ALLOWED
    return refuse(_("This document is exempt from publicity."))
