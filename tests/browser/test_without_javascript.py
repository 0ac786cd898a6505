"""Without JavaScript everything works: links, forms, and the page that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.hands import enter_as, follow, said, save, somebody, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser


@pytest.fixture
def ingrid(demo_server: Server, browser: Browser) -> Iterator[Page]:
    """The project manager, on a phone that runs no script."""
    with somebody(
        browser, demo_server, java_script_enabled=False, viewport={"width": 390, "height": 844}
    ) as page:
        enter_as(page, "Ingrid Solheim")
        yield page


def test_a_section_is_edited(ingrid: Page) -> None:
    write(ingrid, "/plans/2/sections/communication/", text="Skrevet uten skript: avisen og torget.")
    assert "Skrevet uten skript: avisen og torget." in said(ingrid, "/plans/2/")


def test_a_comment_is_added_and_settled(ingrid: Page) -> None:
    ingrid.goto("/plans/2/")
    follow(ingrid, "/comments/areas.B/")
    ingrid.fill("main form [name=text]", "Er slakteriene spurt?")
    save(ingrid, within="main form:has([name=text])")
    ingrid.goto("/plans/2/comments/areas.B/")
    assert "Er slakteriene spurt?" in ingrid.locator("main").inner_text()
    follow(ingrid, "/settle/")
    ingrid.fill("main form [name=answer]", "Ja, begge to i oktober.")
    save(ingrid, within="main form:has([name=answer])")
    assert "Ja, begge to i oktober." in said(ingrid, "/plans/2/comments/areas.B/")


def test_a_deadline_is_recorded_as_done(ingrid: Page) -> None:
    ingrid.goto("/processes/2/deadlines/")
    waiting = ingrid.locator('main form[action$="/finish/"]').count()
    assert waiting > 0
    save(ingrid, within='main form[action$="/finish/"]')
    ingrid.goto("/processes/2/deadlines/")
    assert ingrid.locator('main form[action$="/finish/"]').count() == waiting - 1


def test_the_language_is_chosen(ingrid: Page) -> None:
    ingrid.goto("/processes/2/")
    ingrid.locator("details.menu:has([name=language]) > summary").click()
    with ingrid.expect_navigation():
        ingrid.locator("[name=language][value=da]").click()
    assert (ingrid.url.rsplit("/", 3)[-3:], ingrid.locator("html").get_attribute("lang")) == (
        ["processes", "2", ""],
        "da",
    )
