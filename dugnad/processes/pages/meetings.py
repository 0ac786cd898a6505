"""Meetings: the list, one meeting, and the acts that plan, change, call and cancel it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.papers.pdf import to_pdf
from dugnad.papers.word import to_word
from dugnad.processes.commands import meetings as commands
from dugnad.processes.documents import meetings as papers
from dugnad.processes.forms.meetings import CallForm, CancelForm, MeetingForm
from dugnad.processes.pages.acting import act_page, find_part, find_process
from dugnad.processes.queries import files
from dugnad.processes.queries import meetings as queries
from dugnad.processes.rules import may_see_drafts
from dugnad.processes.rules import meetings as rules
from dugnad.processes.rules.files import may_add_document

if TYPE_CHECKING:
    from django.http import HttpRequest

    from dugnad.processes.models import Meeting, Process

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAPERS = {
    "calling": papers.calling_paper,
    "agenda": papers.agenda_paper,
    "minutes": papers.minutes_paper,
}
MAKERS = {"pdf": (to_pdf, "application/pdf"), "docx": (to_word, WORD)}


def find_meeting(request: HttpRequest, process_id: int, meeting_id: int) -> Meeting:
    """Give the meeting, or answer 404 where the reader may not know of it."""
    meeting = find_part(request, queries.meetings(), process_id, meeting_id)
    hide_unless(rules.may_see_meeting(meeting, **who_and_when(request)))
    return meeting


def around(process: Process, **more: object) -> dict[str, Any]:
    """Give what every page of a process needs."""
    return {"process": process, "place": process.place, **more}


def page_of(meeting: Meeting) -> str:
    """Give the address of a meeting's page."""
    return reverse("processes:show_meeting", args=[meeting.process_id, meeting.pk])


def list_meetings(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the process's meetings, the latest first."""
    process = find_process(request, process_id)
    asks = who_and_when(request)
    sees_drafts = may_see_drafts(process, **asks)
    rows = queries.meetings_of(process, with_planned=bool(sees_drafts))
    verdict = rules.may_plan_meeting(process, **asks)
    context = around(process, meetings=rows, may_plan=verdict, has_part=sees_drafts)
    return render(request, "processes/meetings/list.html", context)


def plan_meeting(request: HttpRequest, process_id: int) -> HttpResponse:
    """Plan a meeting of one of the bodies."""
    process = find_process(request, process_id)
    asks = who_and_when(request)
    enforce(rules.may_plan_meeting(process, **asks))
    form = MeetingForm(request.POST or None, bodies=queries.bodies_of(process))
    made: list[Meeting] = []

    def act(data: dict[str, Any]) -> None:
        made.append(commands.plan_meeting(process, body=data["body"], facts=form.facts(), **asks))

    if acted(request, form, act):
        messages.success(request, _("The meeting is planned. Now make its agenda."))
        return redirect(page_of(made[0]))
    return show_form(request, "processes/meetings/edit.html", form, **around(process))


def show_meeting(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Show a meeting as far as the reader may see it: time, agenda, attendance, minutes, papers."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    in_full = bool(rules.may_see_closed_items(meeting, **asks))
    rows = [row for row in files.documents_of(meeting.process, **asks) if row.meeting_id == meeting.pk]
    context = around(
        meeting.process,
        meeting=queries.meeting_sheet(meeting, in_full=in_full),
        documents=rows,
        acts=_acts(meeting, **asks),
    )
    return render(request, "processes/meetings/show.html", context)


def _acts(meeting: Meeting, **asks: Any) -> dict[str, Any]:
    keeps = rules.may_keep_meetings(meeting.process, **asks)
    if not keeps:
        return {}
    return {
        "edit": rules.may_edit_meeting(meeting, **asks),
        "call": rules.may_call_meeting(meeting, **asks),
        "attend": rules.may_record_attendance(meeting, **asks),
        "minute": rules.may_write_minutes(meeting, **asks),
        "approve": rules.may_approve_minutes(meeting, **asks),
        "add_document": may_add_document(meeting.process, **asks),
    }


def edit_meeting(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Move a meeting, or open or close its doors."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(rules.may_edit_meeting(meeting, **asks))
    form = MeetingForm(request.POST or None, initial=_typed(meeting))
    if acted(request, form, lambda _data: commands.edit_meeting(meeting, facts=form.facts(), **asks)):
        messages.success(request, _("The meeting is changed."))
        return redirect(page_of(meeting))
    context = around(meeting.process, meeting=meeting)
    return show_form(request, "processes/meetings/edit.html", form, **context)


def _typed(meeting: Meeting) -> dict[str, Any]:
    begins = timezone.localtime(meeting.starts_at)
    ends = timezone.localtime(meeting.ends_at).time() if meeting.ends_at else None
    return {
        "day": begins.date(), "begins": begins.time(), "ends": ends, "venue": meeting.venue,
        "remarks": meeting.remarks, "is_closed": not meeting.is_open, "legal_basis": meeting.legal_basis,
    }  # fmt: skip


def call_meeting(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Choose who is called, and send it out."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(rules.may_call_meeting(meeting, **asks))
    people = queries.people_to_call(meeting, on=timezone.localdate(asks["at"]))
    form = CallForm(request.POST or None, people=people)
    act = lambda _data: commands.call_meeting(meeting, invitees=form.invitees(), **asks)  # noqa: E731 - one line
    if acted(request, form, act):
        messages.success(request, _("The meeting is called; those invited get it by mail."))
        return redirect(page_of(meeting))
    sheet = queries.meeting_sheet(meeting, in_full=True)
    return show_form(request, "processes/meetings/call.html", form, **around(meeting.process, meeting=sheet))


def cancel_meeting(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Cancel a meeting, with a reason."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(rules.may_cancel_meeting(meeting, **asks))
    form = CancelForm(request.POST or None)
    return act_page(
        request, meeting.process, form,
        lambda data: commands.cancel_meeting(meeting, reason=data["reason"], **asks),
        back=page_of(meeting), done=_("The meeting is cancelled."), title=_("Cancel the meeting"),
        label=_("Cancel the meeting"), danger=True,
        points=[_("Those who were called get a mail with the reason."), _("It cannot be called again.")],
    )  # fmt: skip


def show_paper(
    request: HttpRequest, process_id: int, meeting_id: int, paper: str, ending: str
) -> HttpResponse:
    """Give a paper of the meeting as PDF or Word, without what its reader may not see."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    in_full = bool(rules.may_see_closed_items(meeting, **asks))
    if paper not in PAPERS or ending not in MAKERS:
        raise Http404
    hide_unless(rules.may_read_paper(meeting, paper, **asks))
    make, kind = MAKERS[ending]
    made_at = (meeting.minutes_at if paper == "minutes" else meeting.called_at) or asks["at"]
    written = PAPERS[paper](meeting, in_full=in_full, dated=timezone.localdate(made_at))
    name = f"{slugify(written.title)}-{timezone.localdate(meeting.starts_at).isoformat()}.{ending}"
    answer = HttpResponse(make(written), content_type=kind)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
