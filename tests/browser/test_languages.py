"""Every page speaks the reader's language: no English is left over in the Nordic ones."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.crawling import kinds_of_pages
from tests.browser.hands import enter_as, somebody

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.conftest import Server

pytestmark = pytest.mark.browser

# Common English words that no Nordic text has; the demo's own texts are Norwegian.
_ENGLISH = re.compile(
    r"\b(the|of|with|your|you|this|that|which|what|who|when|where|from|are|been|has|not|yet|and then|"
    r"save|cancel|write|edit|remove|choose|show|back|next|page|here|new one|process manager|deadline|"
    r"meeting|decision|document|changes|version \w+ of)\b",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"<(script|style|template|head)\b.*?</\1>", re.DOTALL)
_OTHER_TONGUE = re.compile(r'<(\w+)\b[^>]*\blang="en"[^>]*>.*?</\1>', re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def leftovers(source: str) -> list[str]:
    """Give the lines of a page that have English words in them."""
    title = _TITLE.search(source)
    seen = _OTHER_TONGUE.sub(" ", _UNSEEN.sub(" ", source))
    lines = _TAG.sub("\n", f"{title[0] if title else ''}\n{seen}").splitlines()
    return sorted({html.unescape(line).strip() for line in lines if _ENGLISH.search(html.unescape(line))})


def test_the_search_for_leftovers_finds_them() -> None:
    page = '<html lang="nb"><p>Lagre</p><button>Save the goal</button><b lang="en">English of old</b></html>'
    assert leftovers(page) == ["Save the goal"]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_page_speaks_the_language_that_was_chosen(
    demo_server: Server, browser: Browser, language: str
) -> None:
    faults = []
    with somebody(browser, demo_server) as page:
        enter_as(page, "Ingrid Solheim")
        page.context.add_cookies([{"name": "language", "value": language, "url": demo_server.url}])
        for address in kinds_of_pages(page):
            answer = page.request.get(address)
            if answer.headers.get("content-language") != language:
                faults.append(f"{address} speaks {answer.headers.get('content-language')}")
            if language != "en":
                faults += [f"{address}: {line}" for line in leftovers(answer.text())]
    assert faults == []
