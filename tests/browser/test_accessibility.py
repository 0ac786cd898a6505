"""Every page of the demo is accessible: axe, narrow screens, enlarged text, keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.crawling import kinds_of_pages
from tests.browser.hands import enter_as, somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

READERS = ("", "Ingrid Solheim")  # anyone, and the project manager
PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 800}


def come_in(page: Page, reader: str) -> list[str]:
    """Sign in where the reader has a name, and find the pages there are for them."""
    if reader:
        enter_as(page, reader)
    pages = kinds_of_pages(page)
    assert len(pages) > (40 if reader else 15), pages
    return pages


@pytest.mark.parametrize("reader", READERS)
def test_every_page_is_accessible_on_a_phone_in_the_dark_and_narrow_or_enlarged(
    demo_server: Server, browser: Browser, axe_faults: Callable[[Page], list[str]], reader: str
) -> None:
    faults = []
    with somebody(browser, demo_server, viewport=PHONE, color_scheme="dark") as page:
        for address in come_in(page, reader):
            page.goto(address)
            faults += [f"{address} {fault}" for fault in [*axe_faults(page), *sideways(page)]]
    assert faults == []


@pytest.mark.parametrize("reader", READERS)
def test_every_page_is_accessible_on_a_desk_in_the_light(
    demo_server: Server, browser: Browser, axe_faults: Callable[[Page], list[str]], reader: str
) -> None:
    faults = []
    with somebody(browser, demo_server, viewport=DESK, color_scheme="light") as page:
        for address in come_in(page, reader):
            page.goto(address)
            faults += [f"{address} {fault}" for fault in axe_faults(page)]
    assert faults == []


def sideways(page: Page) -> list[str]:
    """Say at which widths the page scrolls sideways; tables may, inside a frame of their own.

    320 px is WCAG 1.4.10; 640 px is what is left of 1280 at 200 % (1.4.4).
    """
    found = []
    for width in (640, 360, 320):
        page.set_viewport_size({"width": width, "height": 640})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"is {wide} px wide on {width}"] if wide > width else []
    page.set_viewport_size(PHONE)
    return found


@pytest.mark.parametrize(
    "address", ["/", "/processes/2/", "/plans/2/sections/background/", "/processes/2/meetings/plan/"]
)
def test_everything_is_reached_by_keyboard_and_is_seen_when_it_is(
    demo_server: Server, browser: Browser, address: str
) -> None:
    with somebody(browser, demo_server, viewport={"width": 1280, "height": 900}) as page:
        enter_as(page, "Ingrid Solheim")
        page.goto(address)
        reached = tab_through(page)
        assert [stop["words"] for stop in reached if not stop["is_seen"]] == []
        assert reached[0]["leads_to"] == "#main"
        assert page.evaluate(REACHABLE, STOPS) == []


def test_the_skip_link_leads_past_the_menu(demo_server: Server, browser: Browser) -> None:
    with somebody(browser, demo_server) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_language_is_chosen_by_keyboard(demo_server: Server, browser: Browser) -> None:
    with somebody(browser, demo_server) as page:
        page.goto("/")
        menu = page.locator("details.menu:has([name=language]) > summary")
        menu.focus()
        page.keyboard.press("Enter")
        page.locator("[name=language][value=nn]").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.locator("html").get_attribute("lang") == "nn"


STOPS = "a[href], button, input, select, textarea, summary, [tabindex='0']"
# What can be reached, without what is folded away; one radio button of a group stands for it.
REACHABLE = """stops => [...document.querySelectorAll(stops)]
  .filter((thing) => !thing.disabled && thing.type !== "hidden" && thing.checkVisibility())
  .filter((thing) => thing.type !== "radio" || !document.querySelector(`[data-stop][name="${thing.name}"]`))
  .filter((thing) => !thing.dataset.stop)
  .map((thing) => thing.outerHTML.slice(0, 120))"""
# Where the focus is, marked as reached, and whether one sees it.
STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  if (here.dataset.stop) return /^(date|time)$/.test(here.type) ? {} : null;  // these have stops inside
  here.dataset.stop = "reached";
  const box = here.getBoundingClientRect();
  const styles = [getComputedStyle(here), getComputedStyle(here, "::after")];
  if (here.closest(".card")) styles.push(getComputedStyle(here.closest(".card")));
  const outlined = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return {
    leads_to: here.getAttribute("href") ?? "",
    words: here.outerHTML.slice(0, 120),
    is_seen: styles.some(outlined) && box.width > 0 && box.height > 0,
  };
}"""


def tab_through(page: Page) -> list[dict[str, Any]]:
    """Press Tab through the page from its beginning; give each stop."""
    page.locator("body").evaluate("body => body.ownerDocument.activeElement.blur()")
    stops: list[dict[str, Any]] = []
    for _press in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops += [stop] if stop else []
    return stops
