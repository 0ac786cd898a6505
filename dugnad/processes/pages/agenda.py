"""The agenda: items added, changed, moved and taken off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dugnad.kit.pages import acted, show_form, who_and_when
from dugnad.kit.verdicts import enforce
from dugnad.processes.commands import agenda as commands
from dugnad.processes.forms.meetings import ItemForm
from dugnad.processes.forms.processes import EmptyForm
from dugnad.processes.pages.acting import act_page
from dugnad.processes.pages.meetings import around, find_meeting, page_of
from dugnad.processes.queries import meetings as queries
from dugnad.processes.rules.meetings import may_edit_meeting

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from dugnad.processes.models import AgendaItem


def _find_item(request: HttpRequest, process_id: int, meeting_id: int, item_id: int) -> AgendaItem:
    meeting = find_meeting(request, process_id, meeting_id)
    enforce(may_edit_meeting(meeting, **who_and_when(request)))
    return get_object_or_404(queries.items(), pk=item_id, meeting=meeting)


def add_item(request: HttpRequest, process_id: int, meeting_id: int) -> HttpResponse:
    """Put an item on the agenda."""
    meeting = find_meeting(request, process_id, meeting_id)
    asks = who_and_when(request)
    enforce(may_edit_meeting(meeting, **asks))
    form = ItemForm(request.POST or None, gates=queries.open_gates_of(meeting.process))
    if acted(request, form, lambda _data: commands.add_item(meeting, facts=form.facts(), **asks)):
        messages.success(request, _("The item is on the agenda."))
        return redirect(page_of(meeting))
    context = around(meeting.process, meeting=meeting)
    return show_form(request, "processes/meetings/item.html", form, **context)


def edit_item(request: HttpRequest, process_id: int, meeting_id: int, item_id: int) -> HttpResponse:
    """Change an item of the agenda."""
    item = _find_item(request, process_id, meeting_id, item_id)
    meeting, asks = item.meeting, who_and_when(request)
    fields = ("title", "text", "proposal", "gate", "legal_basis")
    initial = {field: getattr(item, field) for field in fields} | {"is_closed": not item.is_open}
    form = ItemForm(request.POST or None, initial=initial, gates=queries.open_gates_of(meeting.process))
    if acted(request, form, lambda _data: commands.edit_item(item, facts=form.facts(), **asks)):
        messages.success(request, _("The item is changed."))
        return redirect(page_of(meeting))
    context = around(meeting.process, meeting=meeting, item=item)
    return show_form(request, "processes/meetings/item.html", form, **context)


@require_POST
def move_item(request: HttpRequest, process_id: int, meeting_id: int, item_id: int) -> HttpResponse:
    """Move an item one step up or down."""
    item = _find_item(request, process_id, meeting_id, item_id)
    commands.move_item(item, up=request.POST.get("to") == "up", **who_and_when(request))
    return redirect(f"{page_of(item.meeting)}#item-{item.pk}")


def remove_item(request: HttpRequest, process_id: int, meeting_id: int, item_id: int) -> HttpResponse:
    """Ask, then take an item off the agenda."""
    item = _find_item(request, process_id, meeting_id, item_id)
    return act_page(
        request, item.meeting.process, EmptyForm(request.POST or None),
        lambda _data: commands.remove_item(item, **who_and_when(request)),
        back=page_of(item.meeting), done=_("The item is taken off the agenda."), danger=True,
        title=_("Take “%(title)s” off the agenda?") % {"title": item.title}, label=_("Take off"),
        points=[_("What is written about the item is deleted.")],
    )  # fmt: skip
