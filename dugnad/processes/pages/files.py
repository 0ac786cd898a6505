"""Documents: the list, adding, reading and withdrawing them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes.commands import files as commands
from dugnad.processes.forms.files import DocumentForm, WithdrawForm
from dugnad.processes.pages.acting import act_page, find_part, find_process
from dugnad.processes.pages.meetings import around
from dugnad.processes.queries import files as queries
from dugnad.processes.rules.files import may_add_document, may_read_document, may_withdraw_document

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Document, Process


def _back(process_id: int) -> str:
    return reverse("processes:list_documents", args=[process_id])


def _find_document(request: HttpRequest, process_id: int, document_id: int) -> Document:
    document = find_part(request, queries.documents(), process_id, document_id)
    hide_unless(may_read_document(document, **who_and_when(request)))
    return document


def list_documents(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the documents the reader may open."""
    process = find_process(request, process_id)
    asks = who_and_when(request)
    rows = queries.documents_of(process, **asks)
    for row in rows:
        row.may_be_withdrawn = may_withdraw_document(row, **asks)  # type: ignore[attr-defined]
    context = around(process, documents=rows, may_add=may_add_document(process, **asks))
    return render(request, "processes/documents/list.html", context)


def add_document(request: HttpRequest, process_id: int) -> HttpResponse:
    """Add a document to the process, a decision or a meeting."""
    process = find_process(request, process_id)
    asks = who_and_when(request)
    enforce(may_add_document(process, **asks))
    wanted = {"meeting": request.GET.get("meeting"), "decision": request.GET.get("decision")}
    posted = (request.POST or None, request.FILES or None)
    form = DocumentForm(*posted, at=asks["at"], **_belongings(process), initial=wanted)
    if acted(request, form, lambda data: _store(process, form, data, asks)):
        messages.success(request, _("The document is added."))
        return redirect(_back(process_id))
    return show_form(request, "processes/documents/add.html", form, **around(process))


def _store(process: Process, form: DocumentForm, data: dict[str, Any], asks: dict[str, Any]) -> None:
    name, content = data["file"]
    owners = {"decision": data["decision"], "meeting": data["meeting"]}
    commands.add_document(process, facts=form.facts(), name=name, content=content, **owners, **asks)


def _belongings(process: Process) -> dict[str, Any]:
    return {
        "decisions": queries.decisions_for_documents(process),
        "meetings": queries.meetings_for_documents(process),
    }


def read_document(request: HttpRequest, process_id: int, document_id: int) -> FileResponse:
    """Give the file itself, to be saved and never shown as a page of ours."""
    document = _find_document(request, process_id, document_id)
    answer = FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=document.file_name,
        content_type=document.content_type,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def withdraw_document(request: HttpRequest, process_id: int, document_id: int) -> HttpResponse:
    """Take a document out of sight, with a reason."""
    document = _find_document(request, process_id, document_id)
    asks = who_and_when(request)
    enforce(may_withdraw_document(document, **asks))
    return act_page(
        request, document.process, WithdrawForm(request.POST or None),
        lambda data: commands.withdraw_document(document, reason=data["reason"], **asks),
        back=_back(process_id), done=_("The document is withdrawn."), label=_("Withdraw the document"),
        title=_("Withdraw “%(title)s”") % {"title": document.title}, danger=True, points=[],
    )  # fmt: skip
