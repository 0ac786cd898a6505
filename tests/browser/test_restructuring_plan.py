"""Seed 002 in a real browser: a restructuring plan from its first administrator to a yearly action plan."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.hands import (
    confirm,
    fill_in,
    follow,
    number_in,
    option,
    said,
    save,
    sign_in,
    somebody,
    write,
)
from tests.browser.writing import tally, write_the_plan, write_year

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

ANNE, INGRID, BERIT = (f"{name}@dyroy.example" for name in ("anne", "ingrid", "berit"))
OUTCOMES = ("analysis_anchored", "shared_understanding", "vision", "main_goal", "focus_areas", "sub_goals")
MILIEUX = (
    "local_business", "founders", "local_consultants", "higher_education", "voluntary", "administration",
    "executive_committee", "innovasjon_norge", "emigrated",
)  # fmt: skip


def test_a_municipality_makes_its_restructuring_plan(server: Server, browser: Browser) -> None:
    server.set_clock(datetime(2027, 1, 11, 9, tzinfo=UTC))
    server.dugnad("invite", ANNE, "--administrator", "--name", "Anne Dahl")
    with somebody(browser, server) as anne:
        sign_in(anne, server, ANNE)
        prepare_the_municipality(anne)
    with somebody(browser, server) as ingrid, somebody(browser, server) as visitor:
        sign_in(ingrid, server, INGRID)
        process = from_start_to_gatherings(ingrid, server)
        plan = write_the_plan(ingrid, process)
        mend_what_the_check_finds(ingrid, plan)
        nobody_outside_sees_anything(visitor, process, plan)
        with somebody(browser, server) as berit:
            sign_in(berit, server, BERIT)
            through_both_bodies(ingrid, berit, server, plan)
        publish(ingrid, process, plan)
        anyone_reads_it(visitor, process, plan)
        server.set_clock(datetime(2028, 11, 20, 9, tzinfo=UTC))
        write_the_next_years_action_plan(ingrid, plan)
    assert "The journal is whole." in server.dugnad("verify-journal")


def from_start_to_gatherings(ingrid: Page, server: Server) -> int:
    process = start_the_process(ingrid)
    give_roles(ingrid, process)
    record_the_start_decision(ingrid, process)
    write_the_analysis(ingrid, process)
    tell_people(ingrid, process)
    end_the_phase(ingrid, process)
    server.set_clock(datetime(2027, 3, 19, 9, tzinfo=UTC))
    hold_a_gathering(ingrid, process)
    end_the_phase(ingrid, process)
    return process


def through_both_bodies(ingrid: Page, berit: Page, server: Server, plan: int) -> None:
    """The steering group approves it in August, the council adopts it in October."""
    server.set_clock(datetime(2027, 8, 20, 9, tzinfo=UTC))
    send_to_the_steering_group(ingrid, plan)
    server.set_clock(datetime(2027, 9, 1, 9, tzinfo=UTC))
    record_decision(ingrid, f"/plans/{plan}/approve/", day="2027-08-31", case="4/27")
    server.set_clock(datetime(2027, 10, 15, 9, tzinfo=UTC))
    record_decision(berit, f"/plans/{plan}/adopt/", day="2027-10-14", case="61/27")


def prepare_the_municipality(anne: Page) -> None:
    """The administrator takes the place in use and invites its project manager and council secretary."""
    anne.goto("/administration/places/?q=Dyrøy")
    anne.locator("main form[action*=activate] button").first.click()
    anne.wait_for_load_state()
    for email, name, kind in (
        (INGRID, "Ingrid Solheim", "editor"),
        (BERIT, "Berit Vik", "council_secretary"),
    ):
        anne.goto("/administration/people/invite/")
        fill_in(anne, email=email, name=name, kind=kind, place=option(anne, "place", "Dyrøy"))
        save(anne)
    assert "Ingrid Solheim" in said(anne, "/administration/people/")


def start_the_process(ingrid: Page) -> int:
    ingrid.goto("/processes/start/")
    fill_in(
        ingrid,
        title="Omstillingsplan for Dyrøy",
        language="nb",
        starts_on="2027-01-11",
        adopt_by="2027-10-14",
        period_first="2028-01-01",
        period_last="2033-12-31",
        purpose="Nye arbeidsplasser etter at fabrikken stengte.",
        mandate="Lag en omstillingsplan for seks år.",
    )
    ingrid.click("button[name=preview]")
    assert "Mobilisering" in ingrid.locator("main section:has(#preview)").inner_text()
    save(ingrid)
    return number_in(ingrid, r"/processes/(\d+)/")


def give_roles(ingrid: Page, process: int) -> None:
    parts = (
        ("project_owner", "Tor Vik", "tor@dyroy.example", "kommunedirektør"),
        ("steering_group", "Marit Nesse", "marit@dyroy.example", "leder"),
        ("county_adviser", "Nils Lund", "nils@fylket.example", ""),
    )
    for kind, name, email, title in parts:
        write(ingrid, f"/processes/{process}/people/add/", kind=kind, name=name, email=email, title=title)
    page = said(ingrid, f"/processes/{process}/people/")
    assert [name for _kind, name, _email, _title in parts if name not in page] == []


def record_the_start_decision(ingrid: Page, process: int) -> None:
    ingrid.goto(f"/processes/{process}/")
    follow(ingrid, "/start/")
    decide(ingrid, day="2027-01-11", case="3/27")


def decide(page: Page, *, day: str, case: str) -> None:
    """Fill in what the minutes say, look at it once more, and record it."""
    fill_in(
        page,
        result="adopted",
        decided_on=day,
        case_number=case,
        wording="Saken ble vedtatt som innstilt.",
        votes_for=15,
        votes_against=2,
    )
    save(page)
    confirm(page)


def record_decision(page: Page, address: str, *, day: str, case: str) -> None:
    page.goto(address)
    decide(page, day=day, case=case)


def write_the_analysis(ingrid: Page, process: int) -> None:
    write(
        ingrid,
        f"/plans/analysis/{process}/start/",
        title="Utviklingsanalyse for Dyrøy",
        author="Nordavind Analyse",
        finished_on="2027-01-08",
        jobs_lost=84,
        employed=1012,
        employed_year=2026,
    )
    for kind, code, title in (
        ("challenges", "U1", "Fabrikken er borte"),
        ("opportunities", "M1", "Sjømat som foredles her"),
    ):
        write(ingrid, f"/plans/analysis/{process}/{kind}/add/", code=code, title=title)
    page = said(ingrid, f"/plans/analysis/{process}/")
    assert [words for words in ("U1", "Fabrikken er borte", "M1") if words not in page] == []


def tell_people(ingrid: Page, process: int) -> None:
    write(
        ingrid,
        f"/plans/communication/{process}/plan/",
        title="Brev til alle husstander",
        audience="Alle innbyggere",
        channel="Post",
        planned_on="2027-01-20",
        phase_key="mobilisation",
    )
    ingrid.goto(f"/plans/communication/{process}/")
    follow(ingrid, "/tick/")
    fill_in(ingrid, done_on="2027-01-11", result="Delt ut i 1 040 postkasser.")
    save(ingrid)
    assert "1 040 postkasser" in said(ingrid, f"/plans/communication/{process}/")


def end_the_phase(ingrid: Page, process: int) -> None:
    ingrid.goto(f"/processes/{process}/path/")
    follow(ingrid, "/end/")
    save(ingrid)


def hold_a_gathering(ingrid: Page, process: int) -> None:
    ingrid.goto(f"/processes/{process}/gatherings/")
    follow(ingrid, "/gatherings/record/")
    heard = {f"milieu_{milieu}": 4 for milieu in MILIEUX if milieu != "emigrated"}
    reached = {f"text_{kind}": "Bordene ble enige." for kind in OUTCOMES}
    seen = {f"evidence_{kind}": "Referat, punkt 2" for kind in OUTCOMES}
    fill_in(ingrid, title="Prosessamling 1", held_on="2027-03-18", venue="Samfunnshuset", participants=40)
    fill_in(ingrid, **heard, **reached, **seen)
    save(ingrid)
    assert "Prosessamling 1" in said(ingrid, f"/processes/{process}/gatherings/")


def mend_what_the_check_finds(ingrid: Page, plan: int) -> None:
    """One activity has been talked over with nobody: a warning, which is accepted with a reason."""
    assert tally(ingrid, plan) == {"error": 0, "warning": 1}, ingrid.locator("main").inner_text()
    reason = "Reiselivslaget inviteres til et eget møte i april."
    ingrid.goto(f"/plans/{plan}/check/")
    fill_in(ingrid, reason=reason)
    save(ingrid, within="main .finding-accept[open]")
    assert tally(ingrid, plan) == {"error": 0, "warning": 0}
    assert reason in said(ingrid, f"/plans/{plan}/check/")


def nobody_outside_sees_anything(visitor: Page, process: int, plan: int) -> None:
    for address in (f"/processes/{process}/", f"/plans/{plan}/", f"/plans/{plan}/papers/draft/plan.pdf"):
        answer = visitor.request.get(address)
        assert (address, answer.status) == (address, 404)


def send_to_the_steering_group(ingrid: Page, plan: int) -> None:
    ingrid.goto(f"/plans/{plan}/")
    follow(ingrid, "/submit/")
    save(ingrid)


def publish(ingrid: Page, process: int, plan: int) -> None:
    ingrid.goto(f"/processes/{process}/publish/")
    save(ingrid)
    ingrid.goto(f"/plans/{plan}/publish/")
    save(ingrid)


def anyone_reads_it(visitor: Page, process: int, plan: int) -> None:
    """A visitor finds the process on the front page and reads path, plan, thread, decisions and paper."""
    visitor.goto("/")
    follow(visitor, f"/processes/{process}/")
    assert "Omstillingsplan for Dyrøy" in visitor.locator("h1").inner_text()
    words = {
        f"/processes/{process}/path/": ("Startvedtak", "Gjennomføring"),
        f"/plans/{plan}/": ("her er det plass", "Mat fra havet", "Forstudie 2028"),
        f"/plans/{plan}/thread/": ("Fabrikken er borte", "Gjester hele året"),
        f"/processes/{process}/decisions/": ("3/27", "4/27", "61/27"),
    }
    for address, expected in words.items():
        page = said(visitor, address)
        assert [each for each in expected if each not in page] == [], address
    visitor.goto(f"/plans/{plan}/papers/")
    paper = visitor.request.get(str(visitor.locator('main a[href$="/plan.pdf"]').first.get_attribute("href")))
    assert (paper.status, paper.body()[:5]) == (200, b"%PDF-")


def write_the_next_years_action_plan(ingrid: Page, plan: int) -> None:
    write_year(ingrid, plan, 2029)
    assert "Forstudie 2029" in said(ingrid, f"/plans/{plan}/")
