"""Meetings as pages and papers show them; what is closed never leaves here for those who may not see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q
from django.utils.translation import get_language

from dugnad.kit.dates import format_times
from dugnad.people.models import Person, PlaceRole, RoleKind
from dugnad.processes.models import AgendaItem, Attendance, Body, Gate, Meeting, ProcessRole
from dugnad.processes.rules.meetings import decisions_at, is_withheld

if TYPE_CHECKING:
    from datetime import date, datetime

    from django.db.models import QuerySet

    from dugnad.processes.models import Decision, Process

MEMBERS = {
    Body.Kind.STEERING_GROUP: RoleKind.STEERING_GROUP,
    Body.Kind.PROGRAMME_BOARD: RoleKind.PROGRAMME_BOARD,
    Body.Kind.COMMITTEE: RoleKind.COMMITTEE,
}
_BESIDE = (RoleKind.PROJECT_OWNER, RoleKind.EDITOR, RoleKind.COUNCIL_SECRETARY)


@dataclass(frozen=True, slots=True)
class DecisionSheet:
    """A decision as minutes tell it; a closed one without wording."""

    result: str
    case_number: str
    wording: str
    reason: str
    votes: tuple[int, int, int] | None
    legal_basis: str


@dataclass(frozen=True, slots=True)
class ItemSheet:
    """An item of the agenda; a withheld one has only its number and legal basis."""

    pk: int
    number: int
    title: str = ""
    text: str = ""
    proposal: str = ""
    minutes: str = ""
    gate: Gate | None = None
    decision: DecisionSheet | None = None
    is_withheld: bool = True
    is_closed: bool = True
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """A meeting as its reader may see it: in full, or with everything closed taken out."""

    pk: int
    process: Process
    body: Body
    starts_at: datetime
    ends_at: datetime | None
    venue: str
    state: str
    state_word: str
    is_open: bool
    legal_basis: str
    remarks: str
    reason: str
    revision: int
    sequence: int
    called_at: datetime | None
    minutes_at: datetime | None
    in_full: bool
    when: str  # day and time, written in the language that was active
    shows_minutes: bool
    items: tuple[ItemSheet, ...]
    attendances: tuple[Attendance, ...]


def bodies_of(process: Process) -> QuerySet[Body]:
    """Give the bodies that meet about the process: its own, and its place's."""
    return Body.objects.filter(Q(process=process) | Q(process=None, place=process.place_id))


def meetings_of(process: Process, *, with_planned: bool) -> QuerySet[Meeting]:
    """Give the meetings, the latest first; planned ones only for those with a part."""
    meetings = Meeting.objects.filter(process=process).select_related("body")
    return meetings if with_planned else meetings.exclude(state=Meeting.State.PLANNED)


def meetings() -> QuerySet[Meeting]:
    """Give all meetings with what a page needs around them."""
    agenda = Prefetch("items", AgendaItem.objects.select_related("gate", "decision").order_by("number"))
    return Meeting.objects.select_related("body", "process__place").prefetch_related(agenda)


def items() -> QuerySet[AgendaItem]:
    """Give all agenda items with their meeting."""
    return AgendaItem.objects.select_related("meeting__body", "meeting__process__place")


def open_gates_of(process: Process) -> QuerySet[Gate]:
    """Give the gates that are not passed, in the path's order."""
    return Gate.objects.filter(process=process).exclude(state=Gate.State.PASSED)


def meeting_sheet(meeting: Meeting, *, in_full: bool) -> MeetingSheet:
    """Give the meeting; unless `in_full`, without closed items and minutes that are not approved."""
    shows_minutes = in_full or meeting.state == Meeting.State.MINUTED
    decided = {row.gate_id: row for row in decisions_at(meeting) if row.gate_id}
    items = tuple(
        _item_sheet(
            row,
            meeting,
            row.decision or decided.get(row.gate_id or 0),
            in_full=in_full,
            shows_minutes=shows_minutes,
        )
        for row in meeting.items.all()
    )
    copied = {name: getattr(meeting, name) for name in _COPIED}
    return MeetingSheet(
        **copied,
        state_word=meeting.get_state_display(),
        remarks=meeting.remarks if in_full or meeting.is_open else "",
        in_full=in_full,
        when=format_times(meeting.starts_at, meeting.ends_at, get_language() or "nb"),
        shows_minutes=shows_minutes,
        items=items,
        attendances=tuple(meeting.attendances.all()) if shows_minutes else (),
    )


_COPIED = (
    *("pk", "process", "body", "starts_at", "ends_at", "venue", "state", "is_open", "legal_basis"),
    *("reason", "revision", "sequence", "called_at", "minutes_at"),
)


def _item_sheet(
    item: AgendaItem,
    meeting: Meeting,
    decision: Decision | None,
    *,
    in_full: bool,
    shows_minutes: bool,
) -> ItemSheet:
    closed = is_withheld(item, meeting)
    basis = (item.legal_basis or meeting.legal_basis) if closed else ""
    if closed and not in_full:
        return ItemSheet(pk=item.pk, number=item.number, legal_basis=basis)
    return ItemSheet(
        pk=item.pk, number=item.number, title=item.title, text=item.text, proposal=item.proposal,
        minutes=item.minutes if shows_minutes else "", gate=item.gate,
        decision=_decision_sheet(decision, in_full=in_full) if decision else None,
        is_withheld=False, is_closed=closed, legal_basis=basis,
    )  # fmt: skip


def _decision_sheet(decision: Decision, *, in_full: bool) -> DecisionSheet:
    tells = in_full or decision.is_open
    votes = (decision.votes_for, decision.votes_against, decision.votes_blank)
    return DecisionSheet(
        result=decision.get_result_display(),
        case_number=decision.case_number,
        wording=decision.wording if tells else "",
        reason=decision.reason if tells else "",
        votes=(votes[0] or 0, votes[1] or 0, votes[2] or 0)
        if tells and any(v is not None for v in votes)
        else None,
        legal_basis=decision.legal_basis,
    )


def people_to_call(meeting: Meeting, *, on: date) -> list[tuple[Person, str]]:
    """Give the body's members and those who attend it by their part, each once with the part's name."""
    wanted = [kind for kind in (MEMBERS.get(Body.Kind(meeting.body.kind)), *_BESIDE) if kind]
    own = ProcessRole.objects.on(on).filter(process=meeting.process_id, kind__in=wanted)
    here = PlaceRole.objects.on(on).holding_in(meeting.process.place_id).filter(kind__in=wanted)
    found: dict[int, tuple[int, Person, str]] = {}
    for role in (*own.select_related("person"), *here.select_related("person")):
        rank = wanted.index(RoleKind(role.kind))
        if role.person.erased_at is None and rank < found.get(role.person_id, (99,))[0]:
            found[role.person_id] = (rank, role.person, str(role.get_kind_display()))
    ranked = sorted(found.values(), key=lambda row: (row[0], str(row[1])))
    return [(person, part) for _rank, person, part in ranked]
