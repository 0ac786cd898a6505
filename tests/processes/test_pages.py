"""What a person sees of a process, and what the public never does."""

from __future__ import annotations

import re
from datetime import date

import pytest

from dugnad.people.models import Person, RoleKind
from dugnad.processes.commands import add_deadline, decide_start, give_role, publish_process
from dugnad.processes.models import Decision, Process
from dugnad.processes.rules import DecisionFacts
from tests import make

pytestmark = pytest.mark.django_db

PAGES = (
    *("", "activity/", "path/", "people/", "deadlines/", "dates/", "decisions/", "edit/", "publish/"),
    *("copy/", "midway/", "pause/", "withdraw/", "close/", "people/add/", "deadlines/add/", "deadlines.ics"),
)
OPEN_PAGES = ("", "activity/", "path/", "people/", "deadlines/", "decisions/", "deadlines.ics")
LISTS = ("", "activity/", "path/", "people/", "deadlines/", "decisions/", "dates/")
START = {
    "blueprint": "restructuring-plan", "title": "Plan for Ytre Fjordvik", "language": "nb",
    "starts_on": "2027-01-11", "adopt_by": "2027-10-14", "period_first": "", "period_last": "",
    "purpose": "", "mandate": "",
}  # fmt: skip
SECRET = "Oppkjøp av Hansen Mek"


@pytest.fixture(autouse=True)
def _english_pages(client):
    client.cookies["language"] = "en"


@pytest.fixture
def leader():
    return make.person(name="Per Prosjektleder")


@pytest.fixture
def process(leader):
    return make.process(by=leader, mandate="Lag en plan.")


def decided(process, leader, **facts):
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=kind)
    said = DecisionFacts(**{"decided_on": date(2027, 1, 11), "result": "adopted", **facts})
    return decide_start(process.gates.get(key="start_decision"), by=leader, at=make.AT, facts=said)


@pytest.mark.parametrize("page", PAGES)
def test_whoever_leads_sees_every_page(client, process, leader, page):
    client.force_login(leader)
    assert client.get(f"{process.address}{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_draft_is_not_there_for_the_public(client, process, page):
    assert client.get(f"{process.address}{page}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_draft_is_not_there_for_somebody_without_a_part(client, process, page):
    client.force_login(make.person())
    assert client.get(f"{process.address}{page}").status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_the_public_sees_a_published_process_and_acts_on_nothing(client, process, leader, page):
    publish_process(process, by=leader, at=make.AT)
    expected = 200 if page in OPEN_PAGES else 403
    assert client.get(f"{process.address}{page}").status_code == expected


def test_the_list_shows_the_public_what_is_published_and_each_their_own(client, process, leader):
    published = make.process(title="Åpen prosess")
    publish_process(published, by=published.roles.get().person, at=make.AT)
    assert list(client.get("/processes/").context["page"]) == [published]
    client.force_login(leader)
    assert set(client.get("/processes/").context["page"]) == {published, process}
    found = client.get("/processes/", {"q": "åpen", "state": "running"}).context["page"]
    assert list(found) == [published]


@pytest.mark.parametrize("page", [*LISTS, "list", "mine"])
def test_no_page_asks_more_when_there_is_more_and_none_more_than_ten_times(
    client, process, leader, page, django_assert_max_num_queries
):
    client.force_login(leader)
    address = {"list": "/processes/", "mine": "/mine/"}.get(page, f"{process.address}{page}")
    decided(process, leader)
    client.get("/privacy/")  # from here on the frame remembers its place
    with django_assert_max_num_queries(10) as before:
        client.get(address)
    for number in range(3):
        add_deadline(
            process, by=leader, at=make.AT, title=f"Nr. {number}", due_on=date(2027, 1, 20), owner=leader
        )
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=RoleKind.COMMITTEE)
        make.process(by=leader, place=process.place)
        Decision.objects.create(
            process=process, body=process.decisions.first().body, decided_on=date(2027, 1, 11),
            result="adopted", recorded_at=make.AT,
        )  # fmt: skip
    with django_assert_max_num_queries(10) as after:
        client.get(address)
    assert len(after) == len(before)


def test_what_was_decided_behind_closed_doors_leaks_nowhere(client, process, leader):
    decision = decided(
        process, leader, wording=SECRET, reason=SECRET, disqualified=SECRET, votes_for=17,
        is_open=False, legal_basis="kommuneloven § 11-5",
    )  # fmt: skip
    publish_process(process, by=leader, at=make.AT)
    for page in (*OPEN_PAGES, f"decisions/{decision.pk}/", "feed.atom"):
        assert SECRET not in client.get(f"{process.address}{page}").content.decode(), page
    shown = client.get(f"{process.address}decisions/{decision.pk}/")
    assert (shown.context["decision"].votes, shown.context["decision"].is_withheld) == ((), True)
    assert "kommuneloven § 11-5" in shown.content.decode()
    client.force_login(leader)
    assert SECRET in client.get(f"{process.address}decisions/{decision.pk}/").content.decode()


def test_addresses_are_for_those_with_a_part(client, process, leader):
    publish_process(process, by=leader, at=make.AT)
    assert leader.email not in client.get(f"{process.address}people/").content.decode()
    client.force_login(leader)
    assert leader.email in client.get(f"{process.address}people/").content.decode()


def test_a_process_is_started_after_a_look_at_its_path(client, leader, process):
    client.force_login(leader)
    form = {**START, "place": process.place.pk}
    looked = client.post("/processes/start/", {**form, "preview": "1", "adopt_by": "2027-03-01"})
    assert (looked.status_code, len(looked.context["planned"]), looked.context["short"] > 0) == (200, 6, True)
    assert Process.objects.count() == 1
    started = client.post("/processes/start/", form)
    made = Process.objects.get(title="Plan for Ytre Fjordvik")
    assert (started.status_code, started.url) == (302, made.address)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ({"starts_on": "2027-02-30"}, ("starts_on", "Write a day that exists, for example 01.03.2027.")),
        ({"starts_on": "9999-12-31"}, ("starts_on", "Choose a day between 1990 and 2099.")),
        ({"adopt_by": "2027-01-11"}, ("adopt_by", "The plan cannot be adopted before the process starts.")),
        ({"period_first": "2028-01-01"}, ("period_last", "A period has a first and a last day.")),
        (
            {"period_first": "2028-01-01", "period_last": "2027-12-31"},
            ("period_last", "The period ends before it begins."),
        ),
        ({"title": ""}, ("title", "This field is required.")),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_at_its_field_and_nothing_typed_is_lost(client, leader, process, typed, at):
    field, sentence = at
    client.force_login(leader)
    hostile = "<script>alert(1)</script> Čáhppesjávri 🌊 שלום"
    answer = client.post(
        "/processes/start/", {**START, "place": process.place.pk, "purpose": hostile, **typed}
    )
    assert answer.status_code == 422
    assert answer.context["form"].errors == {field: [sentence]}
    page = answer.content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Čáhppesjávri 🌊 שלום" in page
    assert "<script>alert" not in page


def test_days_are_chosen_in_the_browsers_own_picker(client, leader, process):
    client.force_login(leader)
    page = client.get("/processes/start/").content.decode()
    [field] = re.findall(r'<input[^>]*name="starts_on"[^>]*>', page)
    assert re.findall(r'type="(\w+)"', field) == ["date"]


def test_a_description_of_two_hundred_pages_is_refused_with_its_measure(client, leader, process):
    client.force_login(leader)
    answer = client.post(
        f"{process.address}edit/", {"title": "Plan", "purpose": "ord " * 150_000, "mandate": ""}
    )
    assert answer.status_code == 422
    assert "at most 20000 characters" in str(answer.context["form"].errors["purpose"])


def test_changed_dates_are_looked_at_before_they_move_anything(client, leader, process):
    client.force_login(leader)
    dates = {"starts_on": "2027-01-11", "adopt_by": "2027-12-16", "period_first": "2028-01-01",
             "period_last": "2033-12-31", "reason": "Ny møteplan"}  # fmt: skip
    looked = client.post(f"{process.address}dates/", {**dates, "preview": "1"})
    moves = {move.deadline.key: move.after for move in looked.context["moves"]}
    assert moves["adopt_plan"] == date(2027, 12, 16)
    assert process.deadlines.get(key="adopt_plan").due_on == date(2027, 10, 14)
    client.post(f"{process.address}dates/", dates)
    assert dict(process.deadlines.values_list("key", "due_on")).items() >= moves.items()


def test_a_calendar_reads_a_draft_only_with_its_own_key_while_the_part_lasts(client, leader, process):
    client.force_login(leader)
    address = client.get(f"{process.address}deadlines/").context["calendar"].partition("/processes")[2]
    client.logout()
    feed = client.get(f"/processes{address}")
    assert (feed.status_code, feed["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert feed.content.count(b"BEGIN:VEVENT") == process.deadlines.count()
    other = make.process()
    assert client.get(f"/processes{address}".replace(f"/{process.pk}/", f"/{other.pk}/")).status_code == 404
    assert client.get(f"/processes{address}x").status_code == 404
    process.roles.all().delete()
    process.place.roles.all().delete()
    assert client.get(f"/processes{address}").status_code == 404


def test_somebody_new_gets_a_part_and_a_mail(client, leader, process, mailoutbox):
    client.force_login(leader)
    part = {"kind": "project_owner", "email": "kari@example.org", "name": "Kari", "title": "Ordfører"}
    answer = client.post(f"{process.address}people/add/", part)
    assert answer.status_code == 302
    assert process.roles.get(kind="project_owner").person == Person.objects.get(email="kari@example.org")
    assert [mail.to for mail in mailoutbox] == [["kari@example.org"]]


def test_a_part_needs_somebody(client, leader, process):
    client.force_login(leader)
    answer = client.post(f"{process.address}people/add/", {"kind": "committee", "until": "2026-01-01"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["email"])


def test_a_phase_is_skipped_on_its_page_with_the_reason(client, leader, process):
    decided(process, leader)
    client.force_login(leader)
    phase = process.phases.get(key="mobilisation")
    address = f"{process.address}phases/{phase.pk}/skip/"
    assert client.post(address, {"reason": ""}).status_code == 422
    assert client.post(address, {"reason": "Alle er med alt."}).status_code == 302
    assert process.phases.get(key="mobilisation").reason == "Alle er med alt."


def test_a_phase_that_cannot_end_says_why_instead(client, leader, process):
    client.force_login(leader)
    page = client.get(f"{process.address}path/").content.decode()
    assert "This phase ends when its decision has been recorded." in page
    phase = process.phases.get(key="start")
    assert client.post(f"{process.address}phases/{phase.pk}/end/").status_code == 403


def test_mine_to_do_begins_with_what_the_start_decision_lacks(client, leader, process):
    client.force_login(leader)
    wanted = {"Name the project owner", "Name the steering group", "Record the start decision"}
    titles = {step.title for step in client.get(process.address).context["mine"]}
    assert titles & wanted == {"Name the project owner", "Name the steering group"}
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=kind)
    titles = {step.title for step in client.get(process.address).context["mine"]}
    assert titles & wanted == {"Record the start decision"}


def test_what_waits_for_a_secretary_of_the_place_stands_under_mine(client, process, leader):
    secretary = make.person()
    make.place_role(person=secretary, kind=RoleKind.COUNCIL_SECRETARY, place=process.place)
    for kind in (RoleKind.PROJECT_OWNER, RoleKind.STEERING_GROUP):
        give_role(process, by=leader, at=make.AT, person=make.person(), kind=kind)
    client.force_login(secretary)
    [(waiting, steps)] = client.get("/mine/").context["waiting"]
    assert (waiting, steps[0].title) == (process, "Record the start decision")
    assert client.get(steps[0].href).status_code == 200


def test_mine_asks_the_unknown_to_sign_in(client):
    assert client.get("/mine/").status_code == 302
