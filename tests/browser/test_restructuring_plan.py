"""Seed 002 in a real browser: a restructuring plan from its first administrator to a yearly action plan."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.hands import (
    choice,
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

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

ANNE, INGRID, BERIT = (f"{name}@dyroy.example" for name in ("anne", "ingrid", "berit"))
YEARS = range(2028, 2034)
SECTIONS = ("background", "vision_and_goal", "focus_areas", "organisation", "resources", "communication")
OUTCOMES = ("analysis_anchored", "shared_understanding", "vision", "main_goal", "focus_areas", "sub_goals")
MILIEUX = (
    "local_business", "founders", "local_consultants", "higher_education", "voluntary", "administration",
    "executive_committee", "innovasjon_norge", "emigrated",
)  # fmt: skip
AREAS = (("A", "Ny industri på kaia"), ("B", "Mat fra havet"), ("C", "Gjester hele året"))


def test_a_municipality_makes_its_restructuring_plan(server: Server, browser: Browser) -> None:
    server.set_clock(datetime(2027, 1, 11, 9, tzinfo=UTC))
    server.dugnad("invite", ANNE, "--administrator", "--name", "Anne Dahl")
    with somebody(browser, server) as anne:
        sign_in(anne, server, ANNE)
        prepare_the_municipality(anne)

    with somebody(browser, server) as ingrid, somebody(browser, server) as visitor:
        sign_in(ingrid, server, INGRID)
        process = start_the_process(ingrid)
        give_roles(ingrid, process)
        record_the_start_decision(ingrid, process)
        write_the_analysis(ingrid, process)
        tell_people(ingrid, process)
        end_phase(ingrid, process, "mobilisation")

        server.set_clock(datetime(2027, 3, 19, 9, tzinfo=UTC))
        hold_a_gathering(ingrid, process)
        end_phase(ingrid, process, "gatherings")
        plan = write_the_plan(ingrid, process)
        mend_what_the_check_finds(ingrid, plan)
        nobody_outside_sees_anything(visitor, process, plan)

        server.set_clock(datetime(2027, 9, 1, 9, tzinfo=UTC))
        send_to_the_steering_group(ingrid, plan)
        record_decision(ingrid, f"/plans/{plan}/approve/", day="2027-08-31", case="4/27")
        server.set_clock(datetime(2027, 10, 15, 9, tzinfo=UTC))
        with somebody(browser, server) as berit:
            sign_in(berit, server, BERIT)
            record_decision(berit, f"/plans/{plan}/adopt/", day="2027-10-14", case="61/27")
        publish(ingrid, process, plan)
        anyone_reads_it(visitor, process, plan)

        server.set_clock(datetime(2028, 11, 20, 9, tzinfo=UTC))
        write_the_next_years_action_plan(ingrid, plan)
    assert "The journal is whole." in server.dugnad("verify-journal")


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


def end_phase(ingrid: Page, process: int, _phase: str) -> None:
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


def write_the_plan(ingrid: Page, process: int) -> int:
    ingrid.goto(f"/processes/{process}/plan/")
    save(ingrid)
    plan = number_in(ingrid, r"/plans/(\d+)/")
    assert tally(ingrid, plan)["error"] > 5
    for key in SECTIONS:
        ingrid.goto(f"/plans/{plan}/")
        follow(ingrid, f"/sections/{key}/")
        fill_in(ingrid, text=f"Det som skal stå i planen om {key}.")
        save(ingrid)
    write(ingrid, f"/plans/{plan}/vision/", vision="Dyrøy – her er det plass til å begynne på noe.")
    write_goal(ingrid, f"/plans/{plan}/main-goal/add/", 30)
    for code, title in AREAS:
        write_area(ingrid, plan, code, title)
    write_money(ingrid, plan)
    write_year(ingrid, plan, 2028)
    return plan


def write_goal(ingrid: Page, address: str, jobs: int) -> None:
    ingrid.goto(address)
    fill_in(ingrid, **{f"target_{year}": jobs * (year - 2027) // 6 for year in YEARS})
    fill_in(
        ingrid,
        text=f"{jobs} nye årsverk innen utgangen av 2033.",
        indicator="Nye årsverk",
        unit="årsverk",
        job_kind="new",
        baseline=0,
        target=jobs,
        due_on="2033-12-31",
        how_measured="Bedriftene melder fra i et skjema.",
        when_measured="Hvert år i januar",
        measured_by="Prosjektlederen",
    )
    save(ingrid)


def write_area(ingrid: Page, plan: int, code: str, title: str) -> None:
    ingrid.goto(f"/plans/{plan}/")
    follow(ingrid, "/areas/add/")
    answers = [choice(ingrid, "answers", premise) for premise in ("U1", "M1")]
    fill_in(ingrid, code=code, title=title, text="Hva området går ut på.", answers=answers)
    fill_in(ingrid, **{f"frame_{year}": "1 000 000" for year in YEARS})
    save(ingrid)
    write_goal(ingrid, f"/plans/{plan}/areas/{code}/goals/add/", 10)
    ingrid.goto(f"/plans/{plan}/areas/{code}/activities/add/")
    fill_in(ingrid, title=f"Forstudie: {title}", goals=[choice(ingrid, "goals", "10 nye årsverk")])
    save(ingrid)
    ingrid.goto(f"/plans/{plan}/")
    own = ingrid.locator(f'main a[href*="/areas/{code}/"][href$="/anchoring/"]')
    for address in [link.get_attribute("href") for link in own.all()][: 1 if code == "C" else 2]:
        write(
            ingrid,
            str(address),
            relation_founders_0="involves",
            how_founders_0="gathering",
            reference_founders_0="Prosessamling 1",
            on_founders_0="2027-03-18",
        )


def write_money(ingrid: Page, plan: int) -> None:
    ingrid.goto(f"/plans/{plan}/money/")
    for number, source in enumerate(("county", "municipality")):
        fill_in(ingrid, **{f"source_{number}": source})
        fill_in(ingrid, **{f"amount_{number}_{year}": "2000000" for year in YEARS})
    fill_in(ingrid, **{f"administration_{year}": "1 000 000" for year in YEARS})
    save(ingrid)


def write_year(ingrid: Page, plan: int, year: int) -> None:
    write(ingrid, f"/plans/{plan}/years/start/", year=year)
    words = {"intro": f"Dette gjør vi i {year}.", "communication": "Åpne møter hvert kvartal."}
    write(ingrid, f"/plans/{plan}/years/{year}/edit/", **words)
    ingrid.goto(f"/plans/{plan}/years/{year}/measures/add/")
    fill_in(ingrid, area=option(ingrid, "area", AREAS[0][1]), title=f"Forstudie {year}", amount="250 000")
    save(ingrid)


def tally(page: Page, plan: int) -> dict[str, int]:
    """Count what stands in the margins of the plan, by how grave it is."""
    page.goto(f"/plans/{plan}/")
    return {word: page.locator(f".note[data-severity={word}]").count() for word in ("error", "warning")}


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
