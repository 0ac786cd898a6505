"""Advisers' notes on a process: read, written, shared, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dugnad.kit.pages import acted, hide_unless, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes.queries.processes import processes_with_place
from dugnad.voices import commands, queries
from dugnad.voices.forms import NoteForm
from dugnad.voices.rules import may_add_note, may_edit_note, may_read_note, may_see_notes

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import Process
    from dugnad.voices.models import Note


def _find_process(request: HttpRequest, process_id: int) -> Process:
    process: Process = get_object_or_404(processes_with_place(), pk=process_id)
    hide_unless(may_see_notes(process, **who_and_when(request)))
    return process


def _find_note(request: HttpRequest, process_id: int, note_id: int) -> Note:
    note = get_object_or_404(queries.notes(), pk=note_id, process=process_id)
    hide_unless(may_read_note(note, **who_and_when(request)))
    enforce(may_edit_note(note, **who_and_when(request)))
    return note


def _around(process: Process, **more: object) -> dict[str, Any]:
    back = reverse("voices:list_notes", args=[process.pk])
    return {"process": process, "place": process.place, "back": back, **more}


def list_notes(request: HttpRequest, process_id: int) -> HttpResponse:
    """Show the notes that are the reader's own or shared."""
    process, asks = _find_process(request, process_id), who_and_when(request)
    notes = queries.notes_of(process, by=asks["by"])
    context = _around(process, notes=notes, may_add=may_add_note(process, **asks))
    return render(request, "voices/notes.html", context)


def add_note(request: HttpRequest, process_id: int) -> HttpResponse:
    """Write a note."""
    process, asks = _find_process(request, process_id), who_and_when(request)
    enforce(may_add_note(process, **asks))
    form = NoteForm(request.POST or None)
    if acted(request, form, lambda data: commands.add_note(process, **data, **asks)):
        messages.success(request, _("The note is written."))
        return redirect("voices:list_notes", process_id)
    return show_form(request, "voices/note.html", form, **_around(process))


def edit_note(request: HttpRequest, process_id: int, note_id: int) -> HttpResponse:
    """Change a note of one's own, or share it."""
    note, asks = _find_note(request, process_id, note_id), who_and_when(request)
    initial = {"text": note.text, "is_shared": note.is_shared}
    form = NoteForm(request.POST or None, initial=initial)
    if acted(request, form, lambda data: commands.edit_note(note, **data, **asks)):
        messages.success(request, _("The note is changed."))
        return redirect("voices:list_notes", process_id)
    return show_form(request, "voices/note.html", form, **_around(note.process, note=note))


def remove_note(request: HttpRequest, process_id: int, note_id: int) -> HttpResponse:
    """Remove a note of one's own, after asking once."""
    note, asks = _find_note(request, process_id, note_id), who_and_when(request)
    form = Form(request.POST if request.method == "POST" else None)
    if acted(request, form, lambda _data: commands.remove_note(note, **asks)):
        messages.success(request, _("The note is removed."))
        return redirect("voices:list_notes", process_id)
    context = _around(note.process)
    words = {"title": _("Remove the note?"), "text": _("It is gone for good."), "label": _("Remove the note")}
    more = {"cancel": context["back"], "crumb_href": context["back"], "crumb": _("Notes")}
    return show_form(request, "components/confirm.html", form, **context, **words, **more)
