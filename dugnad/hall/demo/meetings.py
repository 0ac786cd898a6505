"""The steering group's meetings, one minuted and one called, and the documents that belong to the work."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from dugnad.hall.demo.people import PARTS
from dugnad.papers.blocks import Facts, Heading, Paper, Text
from dugnad.papers.pdf import to_pdf
from dugnad.people.models import RoleKind
from dugnad.processes.commands.agenda import ItemFacts, add_item
from dugnad.processes.commands.files import DocumentFacts, add_document
from dugnad.processes.commands.meetings import Invitee, MeetingFacts, call_meeting, plan_meeting
from dugnad.processes.commands.minutes import approve_minutes, record_attendance, write_minutes
from dugnad.processes.models import Attendance, Body, Gate, Meeting, Process

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from dugnad.people.models import Person
    from dugnad.plans.outline import PlanOutline

_FIRST = (
    ItemFacts(
        title="Utviklingsanalysen",
        text="Nordavind Analyse legger fram hovedfunnene.",
        proposal="Styringsgruppen tar analysen til orientering.",
    ),
    ItemFacts(
        title="Hvem skal inviteres til prosessamlingene?",
        text="Forslag til deltakere fra alle ni miljøer.",
        proposal="Listen godkjennes med de tilleggene som kom fram i møtet.",
    ),
    ItemFacts(
        title="Henvendelse fra en bedrift",
        text="Bedriften vurderer å etablere seg på industriområdet og ber om at saken holdes lukket.",
        proposal="Prosjektlederen følger opp.",
        is_open=False,
        legal_basis="kommuneloven § 11-5, jf. offentleglova § 23",
    ),
)
_MINUTES = (
    "Analysen ble tatt til orientering. Styringsgruppen ber om at boligmangelen belyses bedre.",
    "Listen ble godkjent. Ungdomsrådet og fjellaget kom til.",
    "Prosjektlederen følger opp henvendelsen.",
)


def hold_first_meeting(
    process: Process, people: dict[str, Person], *, called_at: datetime, starts_at: datetime
) -> None:
    """Hold the steering group's meeting about the analysis, with one item behind closed doors."""
    ingrid = people["ingrid"]
    meeting = _call(process, people, called_at=called_at, starts_at=starts_at, items=_FIRST)
    after = starts_at + timedelta(hours=3)
    states = {
        row.pk: Attendance.State.EXCUSED if row.name == "Amund Rød" else Attendance.State.PRESENT
        for row in meeting.attendances.all()
    }
    record_attendance(meeting, by=ingrid, at=after, states=states)
    meeting.refresh_from_db()
    minutes = {item.pk: text for item, text in zip(meeting.items.all(), _MINUTES, strict=True)}
    write_minutes(meeting, by=ingrid, at=after, minutes=minutes, revision=meeting.revision)
    approve_minutes(
        Meeting.objects.select_related("body", "process").get(pk=meeting.pk),
        by=ingrid,
        at=after + timedelta(days=2),
    )


def call_second_meeting(
    process: Process, people: dict[str, Person], *, called_at: datetime, starts_at: datetime
) -> None:
    """Call the meeting in which the steering group treats the draft."""
    gate = Gate.objects.get(process=process, key="steering_group_approval")
    item = ItemFacts(
        title="Utkast til omstillingsplan",
        text="Utkastet og første års handlingsplan følger saken.",
        proposal="Styringsgruppen godkjenner planen og legger den fram for kommunestyret.",
        gate=gate,
    )
    _call(process, people, called_at=called_at, starts_at=starts_at, items=(item,))


def _call(
    process: Process,
    people: dict[str, Person],
    *,
    called_at: datetime,
    starts_at: datetime,
    items: Sequence[ItemFacts],
) -> Meeting:
    ingrid = people["ingrid"]
    body = Body.objects.get(process=process, kind=Body.Kind.STEERING_GROUP)
    facts = MeetingFacts(
        starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), venue="Formannskapssalen"
    )
    meeting = plan_meeting(process, by=ingrid, at=called_at, body=body, facts=facts)
    for item in items:
        add_item(meeting, by=ingrid, at=called_at, facts=item)
    kinds = {RoleKind.STEERING_GROUP, RoleKind.PROJECT_OWNER, RoleKind.COUNTY_ADVISER, RoleKind.IN_ADVISER}
    invitees = [
        Invitee(
            name=part.name,
            email=people[part.key].email,
            part=part.title or str(RoleKind(part.kind).label),
            person=people[part.key],
        )
        for part in PARTS
        if part.kind in kinds
    ]
    call_meeting(meeting, by=ingrid, at=called_at, invitees=invitees)
    return Meeting.objects.select_related("body", "process").get(pk=meeting.pk)


def add_documents(
    process: Process, outline: PlanOutline, *, by: Person, report_on: date, letter_on: date, at: datetime
) -> None:
    """Hang the analysis report on the process, open to all, and a firm's letter, exempt for a year."""
    if outline.analysis:
        facts = DocumentFacts(title=outline.analysis.title, kind="Rapport", dated=report_on, to_journal=True)
        add_document(
            process,
            by=by,
            at=at,
            facts=facts,
            name="utviklingsanalyse.pdf",
            content=_report(outline, report_on),
        )
    exempt = DocumentFacts(
        title="Brev om mulig etablering på industriområdet",
        kind="Brev",
        dated=letter_on,
        is_exempt=True,
        legal_basis="offentleglova § 13, jf. forvaltningsloven § 13",
        exempt_until=letter_on + timedelta(days=365),
        to_journal=True,
    )
    letter = "Vi ber om et møte om ledige haller. Saken er forretningshemmelig inntil videre.\n"
    add_document(process, by=by, at=at, facts=exempt, name="brev.txt", content=letter.encode())


def _report(outline: PlanOutline, dated: date) -> bytes:
    analysis = outline.analysis
    if analysis is None:
        return b""
    found = [Text(f"**{row.code} {row.title}** {row.text}") for row in outline.premises]
    counts = Facts(
        (
            ("Intervjuer", str(analysis.interviews)),
            ("Svar på spørreskjema", str(analysis.survey_answers)),
            ("Arbeidsplasser som falt bort", str(analysis.jobs_lost)),
        )
    )
    return to_pdf(
        Paper(
            title=analysis.title,
            owner="Fjordvik kommune",
            kind="Rapport",
            dated=dated,
            colour="#0b5d66",
            subtitle=analysis.author,
            blocks=(
                Heading("Sammendrag"),
                Text(analysis.summary),
                counts,
                Heading("Utfordringer og muligheter"),
                *found,
            ),
        )
    )
