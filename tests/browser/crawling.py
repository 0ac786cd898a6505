"""One page of every kind that a reader can come to by following links, so that new pages are covered too."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import APIResponse, Page

_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)[^"]*"')
_NUMBER = re.compile(r"\d+|(?<=/areas/)\w+|(?<=/comments/)[\w.]+|(?<=/sections/)\w+")
_PATHS_AWAY = ("/account/logout/", "/account/2fa/", "/account/email/")


def kinds_of_pages(page: Page, start: str = "/") -> list[str]:
    """Give one address of each kind that can be reached, by this reader; files are left out."""
    found: dict[str, str] = {}
    seen, waiting = {start}, [start]
    while waiting:
        address = waiting.pop(0)
        answer = page.request.get(address)
        assert answer.status in {200, 403}, f"{address} answers {answer.status}"  # a refusal says why
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        found.setdefault(_kind(_path(answer.url)), _path(answer.url))
        for link in _links(answer):
            if _kind(link) not in seen:
                seen.add(_kind(link))
                waiting.append(link)
    return list(found.values())


def _links(answer: APIResponse) -> list[str]:
    """Give the addresses on the page, the process under way before the one that is over."""
    here = urlsplit(answer.url)
    led = [urlsplit(urljoin(answer.url, html.unescape(link))) for link in _LINK.findall(answer.text())]
    own = {_path(link.geturl()) for link in led if link.netloc == here.netloc and link.scheme == here.scheme}
    pages = (path for path in own if path.split("?")[0].endswith("/") and not path.startswith(_PATHS_AWAY))
    return sorted(pages, key=lambda path: (-len(re.findall(r"/2/", path)), path))


def _path(address: str) -> str:
    split = urlsplit(address)
    return f"{split.path}?{split.query}" if split.query else split.path


def _kind(path: str) -> str:
    return _NUMBER.sub("N", path.split("?", maxsplit=1)[0])
