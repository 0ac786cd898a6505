"""Writing a whole plan on the web: three areas with goals, activities, anchorings, money and a first year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.hands import choice, fill_in, follow, number_in, option, save, write

if TYPE_CHECKING:
    from playwright.sync_api import Page

YEARS = range(2028, 2034)
SECTIONS = ("background", "vision_and_goal", "focus_areas", "organisation", "resources", "communication")
AREAS = (("A", "Ny industri på kaia"), ("B", "Mat fra havet"), ("C", "Gjester hele året"))


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
