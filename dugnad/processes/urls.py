"""Addresses below /processes/; the process's own home, which hall composes, is /processes/7/."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import path

from dugnad.processes.models import Process
from dugnad.processes.pages import (
    agenda,
    deadlines,
    decisions,
    files,
    following,
    meetings,
    minutes,
    phases,
    processes,
    roles,
)

if TYPE_CHECKING:
    from django.urls import URLPattern

app_name = "processes"
State = Process.State

urlpatterns: list[URLPattern] = [
    path("", processes.list_processes, name="list_processes"),
    path("start/", processes.start_process, name="start_process"),
    path("<int:process_id>/edit/", processes.edit_process, name="edit_process"),
    path("<int:process_id>/publish/", processes.publish_process, name="publish_process"),
    path("<int:process_id>/copy/", processes.copy_process, name="copy_process"),
    path("<int:process_id>/midway/", processes.enter_midway, name="enter_midway"),
    path("<int:process_id>/pause/", processes.change_state, {"state": State.PAUSED}, name="pause_process"),
    path("<int:process_id>/resume/", processes.change_state, {"state": State.RUNNING}, name="resume_process"),
    path(
        "<int:process_id>/withdraw/",
        processes.change_state,
        {"state": State.WITHDRAWN},
        name="withdraw_process",
    ),
    path("<int:process_id>/close/", processes.change_state, {"state": State.CLOSED}, name="close_process"),
    # The path
    path("<int:process_id>/path/", phases.show_path, name="show_path"),
    path("<int:process_id>/phases/<int:phase_id>/end/", phases.end_phase, name="end_phase"),
    path("<int:process_id>/phases/<int:phase_id>/skip/", phases.skip_phase, name="skip_phase"),
    path("<int:process_id>/phases/<int:phase_id>/rename/", phases.rename_phase, name="rename_phase"),
    # Who has which part
    path("<int:process_id>/people/", roles.list_roles, name="list_roles"),
    path("<int:process_id>/people/add/", roles.give_role, name="give_role"),
    path("<int:process_id>/people/<int:role_id>/end/", roles.end_role, name="end_role"),
    # Deadlines and the dates they come from
    path("<int:process_id>/deadlines/", deadlines.list_deadlines, name="list_deadlines"),
    path("<int:process_id>/deadlines.ics", deadlines.download_calendar, name="download_calendar"),
    path("<int:process_id>/deadlines/add/", deadlines.add_deadline, name="add_deadline"),
    path("<int:process_id>/deadlines/<int:deadline_id>/move/", deadlines.move_deadline, name="move_deadline"),
    path(
        "<int:process_id>/deadlines/<int:deadline_id>/finish/",
        deadlines.finish_deadline,
        name="finish_deadline",
    ),
    path("<int:process_id>/retention/", deadlines.set_retention, name="set_retention"),
    path("<int:process_id>/dates/", deadlines.set_period, name="set_period"),
    # Decisions
    path("<int:process_id>/decisions/", decisions.list_decisions, name="list_decisions"),
    path("<int:process_id>/decisions/<int:decision_id>/", decisions.show_decision, name="show_decision"),
    path("<int:process_id>/gates/<int:gate_id>/start/", decisions.decide_start, name="decide_start"),
    # Meetings of bodies
    path("<int:process_id>/meetings/", meetings.list_meetings, name="list_meetings"),
    path("<int:process_id>/meetings/plan/", meetings.plan_meeting, name="plan_meeting"),
    path("<int:process_id>/meetings/<int:meeting_id>/", meetings.show_meeting, name="show_meeting"),
    path("<int:process_id>/meetings/<int:meeting_id>/edit/", meetings.edit_meeting, name="edit_meeting"),
    path("<int:process_id>/meetings/<int:meeting_id>/call/", meetings.call_meeting, name="call_meeting"),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/cancel/", meetings.cancel_meeting, name="cancel_meeting"
    ),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/<slug:paper>.<slug:ending>",
        meetings.show_paper,
        name="show_paper",
    ),
    path("<int:process_id>/meetings/<int:meeting_id>/items/add/", agenda.add_item, name="add_item"),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/items/<int:item_id>/edit/",
        agenda.edit_item,
        name="edit_item",
    ),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/items/<int:item_id>/move/",
        agenda.move_item,
        name="move_item",
    ),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/items/<int:item_id>/remove/",
        agenda.remove_item,
        name="remove_item",
    ),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/attendance/",
        minutes.record_attendance,
        name="record_attendance",
    ),
    path("<int:process_id>/meetings/<int:meeting_id>/minutes/", minutes.write_minutes, name="write_minutes"),
    path(
        "<int:process_id>/meetings/<int:meeting_id>/approve/",
        minutes.approve_minutes,
        name="approve_minutes",
    ),
    # Documents
    path("<int:process_id>/documents/", files.list_documents, name="list_documents"),
    path("<int:process_id>/documents/add/", files.add_document, name="add_document"),
    path("<int:process_id>/documents/<int:document_id>/", files.read_document, name="read_document"),
    path(
        "<int:process_id>/documents/<int:document_id>/withdraw/",
        files.withdraw_document,
        name="withdraw_document",
    ),
    # Following
    path("<int:process_id>/follow/", following.follow_process, name="follow_process"),
    path("follow/<slug:token>/", following.confirm_following, name="confirm_following"),
    path("mail/stopped/", following.mail_stopped, name="mail_stopped"),
    path("mail/stop/<str:token>/", following.stop_mail, name="stop_mail"),
]
