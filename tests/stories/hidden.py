"""The demo, with one word hidden in each place that not everybody may look into."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from django.utils import timezone

from dugnad.hall.demo import load_demo
from dugnad.hall.demo.loading import DATA
from dugnad.hall.search_index import rebuild_index
from dugnad.people.models import Milieu, Person, Place
from dugnad.plans import commands as planning
from dugnad.plans.commands.reading import Invited
from dugnad.plans.commands.taking_in import import_plan
from dugnad.plans.importing import read_plan
from dugnad.plans.models import Plan
from dugnad.processes.commands import agenda, decide_start, files, meetings, publish_process, start_process
from dugnad.processes.models import Body, Follower, Meeting, Process
from dugnad.processes.rules import DecisionFacts
from dugnad.voices.commands import add_comment, add_note

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
COMPANION = "kvitveis"  # stands beside every hidden word, so that search can be asked without saying it
BASIS = "kommuneloven § 11-5, jf. offentleglova § 23"


@dataclass(frozen=True)
class Secret:
    """A word that stands in one place alone, and whether those with a part in Fjordvik's plan may read it."""

    word: str
    place: str
    members_see_it: bool = True

    @property
    def text(self) -> str:
        return f"{self.word} {COMPANION}"


DRAFT = Secret("Zqxdraft", "a draft's section")
VERSION = Secret("Zqxversion", "a saved version's label")
COMMENT = Secret("Zqxcomment", "a comment on a draft")
ANSWER = Secret("Zqxanswer", "a reader's answer")
ACCEPTED = Secret("Zqxaccept", "why a draft's warning is accepted")
DOCUMENT = Secret("Zqxexempt", "an exempt document's title")
CONTENT = Secret("Zqxletter", "an exempt document's content")
CLOSED_ITEM = Secret("Zqxclosed", "a closed item of a called meeting")
CLOSED_TEXT = Secret("Zqxagenda", "what a closed item is about")
PLANNED_ITEM = Secret("Zqxplanned", "an item of a meeting that is not called")
WORDING = Secret("Zqxwording", "a closed decision's wording", members_see_it=False)
REASON = Secret("Zqxreason", "a closed decision's reason", members_see_it=False)
UNPUBLISHED = Secret("Zqxtitle", "the title of a process that is not published", members_see_it=False)
REVISION = Secret("Zqxrevision", "the draft of a published plan's revision", members_see_it=False)
GONE = Secret("Zqxburnt", "a withdrawn document's content", members_see_it=False)
NOTE = Secret("Zqxnote", "an adviser's own note", members_see_it=False)  # not even those who lead see it
SECRETS = (
    DRAFT, VERSION, COMMENT, ANSWER, ACCEPTED, DOCUMENT, CONTENT, CLOSED_ITEM, CLOSED_TEXT, PLANNED_ITEM,
    WORDING, REASON, UNPUBLISHED, REVISION, GONE,
)  # fmt: skip


def someone(key: str) -> Person:
    """One of the demo's people."""
    return Person.objects.get(email=f"{key}@fjordvik.example")


def hide() -> None:
    """Load the demo and put each word in its place, by commands."""
    load_demo(at=AT)
    ingrid = someone("ingrid")
    running = Process.objects.get(plan__state=Plan.State.DRAFT)
    _in_the_draft(running.plan, ingrid)
    add_note(running, by=someone("nilspetter"), at=AT, text=NOTE.text)
    _in_papers(running, ingrid)
    _in_meetings(running, ingrid)
    Follower.objects.create(
        process=running, email="follower@elsewhere.example", token="f" * 43, asked_at=AT, confirmed_at=AT
    )
    place = running.place
    adopted = read_plan((DATA / "fjordvik-adopted.yaml").read_bytes())
    import_plan(replace(adopted, title=UNPUBLISHED.text), place=place, by=ingrid, at=AT)
    _in_a_revision(
        import_plan(replace(adopted, title="Planen under rullering"), place=place, by=ingrid, at=AT)
    )
    _in_a_closed_decision(place, ingrid)
    rebuild_index()


def _in_the_draft(plan: Plan, by: Person) -> None:
    section = plan.sections.first()
    text = f"{section.text}\n\n{DRAFT.text}"
    planning.edit_section(section, by=by, at=AT, text=text, revision=section.revision)
    planning.save_version(plan, by=by, at=AT, label=VERSION.text)
    add_comment(plan.process, by=by, at=AT, topic=f"plan/{plan.pk}", where="areas.A", text=COMMENT.text)
    planning.accept_warning(
        plan, by=by, at=AT, rule="A-34", where="areas.D.activities.2.anchorings", reason=ACCEPTED.text
    )
    today = timezone.localdate(AT)
    opened = planning.open_reading(
        plan, by=by, at=AT, opens_on=today, closes_on=today + timedelta(days=14),
        readers=[Invited(milieu=Milieu.values[0], name="Lisbet Leser", email="lisbet@elsewhere.example")],
    )  # fmt: skip
    planning.answer_reading(opened.readers.get(), at=AT, answer=ANSWER.text, area_codes=["A"])


def _in_papers(process: Process, by: Person) -> None:
    exempt = files.DocumentFacts(
        title=DOCUMENT.text, is_exempt=True, legal_basis="offl. § 14", to_journal=True
    )
    files.add_document(process, by=by, at=AT, facts=exempt, name="brev.txt", content=CONTENT.text.encode())
    gone = files.add_document(
        process, by=by, at=AT, facts=files.DocumentFacts(title="Lagt ut ved en feil"), name="b.txt",
        content=GONE.text.encode(),
    )  # fmt: skip
    files.withdraw_document(gone, by=by, at=AT, reason="Lagt ut ved en feil.")


def _in_meetings(process: Process, by: Person) -> None:
    called = Meeting.objects.get(process=process, state=Meeting.State.CALLED)
    closed = agenda.ItemFacts(
        title=CLOSED_ITEM.text, text=CLOSED_TEXT.text, proposal=CLOSED_TEXT.text, is_open=False,
        legal_basis=BASIS,
    )  # fmt: skip
    agenda.add_item(called, by=by, at=AT, facts=closed)
    body = Body.objects.get(process=process, kind=Body.Kind.STEERING_GROUP)
    facts = meetings.MeetingFacts(starts_at=AT + timedelta(days=40), venue="Biblioteket")
    planned = meetings.plan_meeting(process, by=by, at=AT, body=body, facts=facts)
    agenda.add_item(planned, by=by, at=AT, facts=agenda.ItemFacts(title=PLANNED_ITEM.text))


def _in_a_revision(plan: Plan) -> None:
    by = someone("ingrid")
    publish_process(plan.process, by=by, at=AT)
    planning.publish_plan(plan, by=by, at=AT)
    planning.revise_plan(plan, by=by, at=AT, reason="Nytt grunnlag.")
    section = plan.sections.first()
    planning.edit_section(section, by=by, at=AT, text=REVISION.text, revision=section.revision)


def _in_a_closed_decision(place: Place, by: Person) -> None:
    process = start_process(
        place, by=by, at=AT, blueprint="restructuring-plan", title="Omstilling i Ytre Fjordvik",
        language="nb", starts_on=AT.date(), adopt_by=AT.date() + timedelta(days=300), period=None,
    )  # fmt: skip
    publish_process(process, by=by, at=AT)
    facts = DecisionFacts(
        decided_on=AT.date(), result="sent_back", case_number="77/26", wording=WORDING.text,
        reason=REASON.text, is_open=False, legal_basis=BASIS,
    )  # fmt: skip
    decide_start(process.gates.get(key="start_decision"), by=by, at=AT, facts=facts)
