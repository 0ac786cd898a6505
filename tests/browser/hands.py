"""What people do with their hands: sign in, fill in a form, save it, read a page."""

from __future__ import annotations

import re
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Server

_CODE = re.compile(r"^\s*([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\s*$", re.MULTILINE)


@contextmanager
def somebody(browser: Browser, server: Server, **context: Any) -> Iterator[Page]:
    """Give a Norwegian browser of somebody's own, whose addresses begin at the server."""
    opened = browser.new_context(**{"locale": "nb-NO", "base_url": server.url, **context})
    opened.set_default_timeout(15_000)
    try:
        yield opened.new_page()
    finally:
        opened.close()


def sign_in(page: Page, server: Server, email: str) -> None:
    """Sign in with the code that the server prints where no mail server is set."""
    known = len(server.said())
    page.goto("/account/login/")
    page.fill("#id_email", email)
    page.click("#id_email ~ .buttons button, form:has(#id_email) button[type=submit]")
    page.wait_for_selector("#id_code")
    page.fill("#id_code", _code(server, known))
    save(page, within="form:has(#id_code)")


def _code(server: Server, known: int) -> str:
    until = time.monotonic() + 10
    while not (codes := _CODE.findall(server.said()[known:])):
        assert time.monotonic() < until, f"no code was printed:\n{server.said()[known:]}"
        time.sleep(0.05)
    return str(codes[-1])


def enter_as(page: Page, name: str) -> None:
    """Take one of the demo's parts by its name."""
    page.goto("/account/login/")
    with page.expect_navigation():
        page.locator("button.role", has_text=name).click()


def fill_in(page: Page, **answers: Any) -> None:
    """Answer a form's questions, whatever kind of field each has."""
    for name, value in answers.items():
        field = page.locator(f'main form [name="{name}"]')
        for fold in page.locator(f'main details:not([open]):has([name="{name}"]) > summary').all():
            fold.click()
        kind = field.first.evaluate("field => field.tagName == 'SELECT' ? 'select' : field.type")
        if kind in {"radio", "checkbox"} and not isinstance(value, bool):
            for each in [value] if isinstance(value, str) else value:
                page.locator(f'main form [name="{name}"][value="{each}"]').check()
        elif kind == "checkbox":
            field.set_checked(value)
        elif kind == "select":
            field.select_option(str(value))
        else:
            field.fill(str(value))


def save(page: Page, *, within: str = "main form.form:not([method=get])", expected: int = 200) -> None:
    """Press the form's own button, and insist that what came back is a page of this kind."""
    with page.expect_navigation() as led:
        page.locator(
            f"{within} button[type=submit]:not([data-variant=tertiary]):not([name=preview])"
        ).first.click()
    answer = led.value
    assert answer is not None
    assert answer.status == expected, f"{answer.status} {page.url}\n{page.locator('main').inner_text()}"


def write(page: Page, address: str, **answers: Any) -> None:
    """Open a form, fill it in and save it."""
    page.goto(address)
    fill_in(page, **answers)
    save(page)


def confirm(page: Page) -> None:
    """Press the button of a page that asks once more."""
    save(page, within="main form:has([name=confirmed])")


def follow(page: Page, where: str) -> None:
    """Follow the first link on the page that leads to an address ending like this."""
    with page.expect_navigation():
        page.locator(f'main a[href$="{where}"]').first.click()


def said(page: Page, address: str) -> str:
    """Give all the words of a page."""
    page.goto(address)
    return page.locator("main").inner_text()


def number_in(page: Page, pattern: str) -> int:
    """Give the number that the page's address has where the pattern says."""
    found = re.search(pattern, page.url)
    assert found, page.url
    return int(found[1])


def option(page: Page, name: str, words: str) -> str:
    """Give the value of the choice that says these words."""
    chosen: Locator = page.locator(f'main form [name="{name}"] option', has_text=words).first
    return str(chosen.get_attribute("value"))


def choice(page: Page, name: str, words: str) -> str:
    """Give the value of the box whose label says these words."""
    label = page.locator(f'main form .ds-field:has([name="{name}"])', has_text=words).first
    return str(label.locator(f'[name="{name}"]').get_attribute("value"))
