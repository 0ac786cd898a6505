"""A meeting's papers: the calling, the agenda and the minutes, in the language of the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from dugnad.papers.blocks import Bullets, Facts, Heading, Note, Paper, Signature, Signatures, Text
from dugnad.processes.models import Attendance, Meeting
from dugnad.processes.queries.meetings import meeting_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from dugnad.papers.blocks import Block
    from dugnad.processes.queries.meetings import DecisionSheet, ItemSheet, MeetingSheet


def calling_paper(meeting: Meeting, *, in_full: bool, dated: date) -> Paper:
    """Call the members: when and where, the agenda with its proposals, and how to say one cannot come."""
    with override(meeting.process.language):
        sheet = meeting_sheet(meeting, in_full=in_full)
        blocks = [*_opening(sheet), *_message(sheet), *_agenda(sheet)]
        absence = _("Those who cannot come say so as soon as they can, so that a deputy can be called.")
        return _paper(sheet, _("Calling of a meeting"), (*blocks, Text(absence)), dated)


def agenda_paper(meeting: Meeting, *, in_full: bool, dated: date) -> Paper:
    """Tell what the meeting is about, item by item, on one page as a rule."""
    with override(meeting.process.language):
        sheet = meeting_sheet(meeting, in_full=in_full)
        titles = tuple(f"{_title(item)}{_basis(item)}" for item in sheet.items)
        return _paper(sheet, _("Agenda"), (*_opening(sheet), Bullets(titles, numbered=True)), dated)


def minutes_paper(meeting: Meeting, *, in_full: bool, dated: date) -> Paper:
    """Tell who was there and what came of each item; a draft until the minutes are approved."""
    with override(meeting.process.language):
        sheet = meeting_sheet(meeting, in_full=in_full)
        items = [block for item in sheet.items for block in _minuted(item)]
        lines = Signatures((Signature(_("Chair")), Signature(_("Keeper of the minutes"))))
        blocks = (*_opening(sheet), *_attendance(sheet), *items, lines)
        return _paper(sheet, _("Minutes"), blocks, dated)


def _paper(sheet: MeetingSheet, kind: str, blocks: tuple[Block, ...], dated: date) -> Paper:
    process = sheet.process
    return Paper(
        title=f"{kind}: {sheet.body.name}",
        subtitle=process.title,
        kind=kind,
        owner=process.place.name,
        dated=dated,
        blocks=blocks,
        language=process.language,  # type: ignore[arg-type]
        colour=process.place.colour,
        status=_status(sheet, kind),
    )


def _status(sheet: MeetingSheet, kind: str) -> str:
    if any(item.is_closed and not item.is_withheld for item in sheet.items):
        return _("Exempt from publicity")
    if sheet.state == Meeting.State.CANCELLED:
        return _("Cancelled")
    draft = sheet.state != Meeting.State.MINUTED if kind == _("Minutes") else not sheet.called_at
    return _("Draft") if draft else ""


def _opening(sheet: MeetingSheet) -> list[Block]:
    closed = "" if sheet.is_open else _("Behind closed doors, %(basis)s") % {"basis": sheet.legal_basis}
    pairs = [
        (_("Body"), sheet.body.name),
        (_("Time"), sheet.when),
        (_("Where"), sheet.venue),
        (_("Process"), sheet.process.title),
        (_("Doors"), closed),
    ]
    opening: list[Block] = [Facts(tuple((name, value) for name, value in pairs if value))]
    if sheet.reason:
        opening.append(Note(sheet.reason, tone="warning", title=_("The meeting is cancelled")))
    return opening


def _message(sheet: MeetingSheet) -> list[Block]:
    return [Text(sheet.remarks)] if sheet.remarks else []


def _agenda(sheet: MeetingSheet) -> list[Block]:
    blocks: list[Block] = [Heading(_("Agenda"))]
    for item in sheet.items:
        blocks += [_heading(item, level=2), *_closed(item)]
        if item.text:
            blocks.append(Text(item.text))
        if item.proposal:
            blocks += [Heading(_("Proposed resolution"), level=3), Text(item.proposal)]
    return blocks


def _minuted(item: ItemSheet) -> list[Block]:
    blocks: list[Block] = [_heading(item, level=1), *_closed(item)]
    parts = ((_("Proposed resolution"), item.proposal), (_("Treatment"), item.minutes))
    for title, text in parts:
        if text:
            blocks += [Heading(title, level=2), Text(text)]
    return [*blocks, *_decision(item.decision)] if item.decision else blocks


def _decision(decision: DecisionSheet) -> list[Block]:
    votes = ""
    if decision.votes:
        words = _("%(for)s for, %(against)s against, %(blank)s blank")
        votes = words % dict(zip(("for", "against", "blank"), decision.votes, strict=True))
    pairs = (
        (_("Result"), decision.result),
        (_("Case"), decision.case_number),
        (_("Votes"), votes),
        (_("Legal basis for closing"), decision.legal_basis),
    )
    blocks: list[Block] = [Heading(_("Decision"), level=2), Facts(tuple(pair for pair in pairs if pair[1]))]
    return [*blocks, *(Text(text) for text in (decision.wording, decision.reason) if text)]


def _attendance(sheet: MeetingSheet) -> list[Block]:
    groups = (
        (_("Present"), Attendance.State.PRESENT),
        (_("Sent apologies"), Attendance.State.EXCUSED),
        (_("Absent"), Attendance.State.ABSENT),
    )
    found = [(word, tuple(map(_who, filter(_has(state), sheet.attendances)))) for word, state in groups]
    return [block for word, names in found if names for block in (Heading(word), Bullets(names))]


def _has(state: str) -> Callable[[Attendance], bool]:
    return lambda row: row.state == state


def _who(row: Attendance) -> str:
    return ", ".join(filter(None, (row.name, row.part)))


def _title(item: ItemSheet) -> str:
    return _("Withheld from the public") if item.is_withheld else item.title


def _basis(item: ItemSheet) -> str:
    return f" ({item.legal_basis})" if item.is_closed else ""


def _heading(item: ItemSheet, *, level: int) -> Heading:
    return Heading(_title(item), level=level, number=str(item.number))


def _closed(item: ItemSheet) -> list[Block]:
    if not item.is_closed:
        return []
    words = _("Behind closed doors, %(basis)s") % {"basis": item.legal_basis}
    return [Note(words, title=_("Exempt from publicity"))]
