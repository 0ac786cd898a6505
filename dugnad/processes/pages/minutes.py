"""What came of a meeting: who was there, the minutes, their approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes.commands import minutes as commands
from dugnad.processes.forms.meetings import AttendanceForm, MinutesForm
from dugnad.processes.pages.meetings import around, find_meeting, page_of
from dugnad.processes.queries.meetings import meeting_sheet
from dugnad.processes.rules.meetings import may_record_attendance, may_write_minutes

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def record_attendance(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Record who came."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(may_record_attendance(meeting, **asks))
    sheet = meeting_sheet(meeting, in_full=True)
    form = AttendanceForm(request.POST or None, attendances=sheet.attendances)

    def act(data: dict[str, object]) -> None:
        commands.record_attendance(meeting, states=form.states(), others=data["others"], **asks)  # type: ignore[arg-type]

    if acted(request, form, act):
        messages.success(request, _("The attendance is recorded."))
        return redirect(page_of(meeting))
    context = around(meeting.process, meeting=sheet)
    return show_form(request, "processes/meetings/attendance.html", form, **context)


def write_minutes(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Write what came of each item."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(may_write_minutes(meeting, **asks))
    sheet = meeting_sheet(meeting, in_full=True)
    form = MinutesForm(request.POST or None, items=sheet.items, initial={"revision": sheet.revision})

    def act(data: dict[str, object]) -> None:
        commands.write_minutes(meeting, minutes=form.minutes(), revision=data["revision"], **asks)  # type: ignore[arg-type]

    if acted(request, form, act):
        messages.success(request, _("The minutes are saved."))
        return redirect(page_of(meeting))
    context = around(meeting.process, meeting=sheet)
    return show_form(request, "processes/meetings/minutes.html", form, **context)


@require_POST
def approve_minutes(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Approve the minutes."""
    meeting = find_meeting(request, process_id, meeting_id)
    commands.approve_minutes(meeting, **who_and_when(request))
    messages.success(request, _("The minutes are approved."))
    return redirect(page_of(meeting))
