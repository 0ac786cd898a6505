"""Two people write in one section side by side: the second sees both texts, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.hands import enter_as, fill_in, said, save, somebody

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

SECTION = "/plans/2/sections/organisation/"


def test_the_second_writer_is_shown_both_texts_and_keeps_what_both_wrote(
    demo_server: Server, browser: Browser
) -> None:
    with somebody(browser, demo_server) as ingrid, somebody(browser, demo_server) as eirik:
        enter_as(ingrid, "Ingrid Solheim")
        enter_as(eirik, "Eirik Tangen")
        ingrid.goto(SECTION)
        eirik.goto(SECTION)

        before = ingrid.input_value("[name=text]")
        fill_in(ingrid, text=f"{before}\n\nIngrid skrev om prosjektgruppen.")
        save(ingrid)
        fill_in(eirik, text=f"{before}\n\nEirik skrev om styringsgruppen.")
        save(eirik, expected=409)

        shown = eirik.locator("main").inner_text()
        assert [
            word for word in ("Ingrid Solheim", "prosjektgruppen", "styringsgruppen") if word not in shown
        ] == []
        assert eirik.input_value("[name=text]") == f"{before}\n\nEirik skrev om styringsgruppen."
        assert "prosjektgruppen" in said(ingrid, "/plans/2/")

        both = f"{before}\n\nIngrid skrev om prosjektgruppen.\n\nEirik skrev om styringsgruppen."
        fill_in(eirik, text=both)
        save(eirik, within="main form:has([name=text])")
        eirik.goto(SECTION)
        assert eirik.input_value("[name=text]") == both


def test_the_second_writer_may_keep_what_the_first_one_wrote(demo_server: Server, browser: Browser) -> None:
    with somebody(browser, demo_server) as ingrid, somebody(browser, demo_server) as eirik:
        enter_as(ingrid, "Ingrid Solheim")
        enter_as(eirik, "Eirik Tangen")
        for writer in (ingrid, eirik):
            writer.goto("/plans/2/vision/")
        fill_in(ingrid, vision="Ingrids visjon.")
        save(ingrid)
        fill_in(eirik, vision="Eiriks visjon.")
        save(eirik, expected=409)
        with eirik.expect_navigation():
            eirik.locator("main .buttons a").first.click()
        page = said(eirik, "/plans/2/")
        assert ("Ingrids visjon." in page, "Eiriks visjon." in page) == (True, False)
