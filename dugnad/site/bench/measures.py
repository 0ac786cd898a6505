"""What is measured: queries and CPU of each page, bytes sent, the check and the paper of the largest plan."""

from __future__ import annotations

import gzip
import re
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dugnad.papers.pdf import to_pdf
from dugnad.plans.documents.editions import edition_paper
from dugnad.plans.queries.editions import Edition
from dugnad.plans.queries.outline import plan_outline
from dugnad.plans.rules import check_plan
from dugnad.site.bench.place import AT

if TYPE_CHECKING:
    from collections.abc import Callable

    from dugnad.site.bench.place import Built

ROUNDS = 15
MOST_QUERIES, MOST_CPU, MOST_JS, MOST_CHECK, MOST_PDF = 10, 15.0, 60.0, 10.0, 300.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page as one reader meets it, warm: queries, median CPU in ms, and kB of script and style (gzip)."""

    name: str
    address: str
    reader: str
    queries: int
    cpu: float
    scripts: float
    styles: float
    html: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One promise: what, whether it is held, and the figure."""

    what: str
    is_held: bool
    said: str


@dataclass(slots=True)
class Found:
    """All figures."""

    pages: list[Page] = field(default_factory=list)
    check: float = 0.0
    pdf: float = 0.0

    def bars(self) -> list[Bar]:
        """Hold the figures against what was promised."""
        queries = max(self.pages, key=lambda page: page.queries)
        cpu = max(self.pages, key=lambda page: page.cpu)
        scripts = max(self.pages, key=lambda page: page.scripts)
        return [
            Bar("at most 10 queries for any page", queries.queries <= MOST_QUERIES,
                f"{queries.queries} ({queries.name})"),
            Bar("at most 15 ms CPU for any page", cpu.cpu <= MOST_CPU, f"{cpu.cpu:.1f} ms ({cpu.name})"),
            Bar("at most 60 kB of gzipped JavaScript", scripts.scripts <= MOST_JS,
                f"{scripts.scripts:.1f} kB"),
            Bar("check of the largest plan under 10 ms", self.check < MOST_CHECK, f"{self.check:.1f} ms"),
            Bar("PDF of the largest plan under 300 ms", self.pdf < MOST_PDF, f"{self.pdf:.0f} ms"),
        ]  # fmt: skip


def measure(built: Built) -> Found:
    """Measure everything, warm: each page is asked for twice before it counts."""
    found = Found()
    public, editor = Client(), Client()
    editor.force_login(built.editor)
    for name, address in pages_of(built, is_public=True):
        found.pages.append(_page(public, name, address, "public"))
    for name, address in pages_of(built, is_public=False):
        found.pages.append(_page(editor, name, address, "editor"))
    outline = plan_outline(built.largest)
    found.check = _cpu(lambda: check_plan(outline))
    found.pdf = _pdf(built)
    return found


def pages_of(built: Built, *, is_public: bool) -> list[tuple[str, str]]:
    """Give the main pages with their addresses."""
    process, plan = f"/processes/{built.largest.process_id}/", f"/plans/{built.largest.pk}/"
    both = [
        ("Front page", "/"),
        ("List of processes", "/processes/"),
        ("Search", "/search/?q=arbeidsplasser"),
        ("Process", process),
        ("Path", f"{process}path/"),
        ("Deadlines", f"{process}deadlines/"),
        ("Decisions", f"{process}decisions/"),
        ("Documents", f"{process}documents/"),
        ("Gatherings", f"{process}gatherings/"),
        ("Meetings", f"{process}meetings/"),
        ("People", f"{process}people/"),
        ("Analysis", f"/plans/analysis/{built.largest.process_id}/"),
        ("Plan", plan),
        ("Thread", f"{plan}thread/"),
        ("Papers", f"{plan}papers/"),
    ]
    own = [
        ("Mine to do", "/mine/"),
        ("Edit a section", f"/plans/{built.draft.pk}/sections/background/"),
        ("Check", f"{plan}check/"),
        ("Versions", f"{plan}versions/"),
        ("Compare versions", f"{plan}versions/compare/"),
        ("Case paper", f"{plan}papers/draft/case/"),
    ]
    return both if is_public else [*both, *own]


def _page(client: Client, name: str, address: str, reader: str) -> Page:
    for _time in range(2):
        answer = client.get(address)
    if answer.status_code != 200:
        return Page(f"{name} ({answer.status_code})", address, reader, 0, 0.0, 0.0, 0.0, 0.0)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    queries = len(captured)  # now: the next request empties the log
    html = answer.content.decode()
    scripts, styles = (_kilobytes(found) for found in _files(html))
    cpu = _cpu(lambda: client.get(address))
    size = len(gzip.compress(answer.content)) / 1000
    return Page(name, address, reader, queries, cpu, scripts, styles, size)


def _cpu(act: Callable[[], object]) -> float:
    times = []
    for _time in range(ROUNDS):
        before = time.process_time()
        act()
        times.append((time.process_time() - before) * 1000)
    return median(times)


def _files(html: str) -> tuple[list[str], list[str]]:
    scripts = re.findall(r'<script[^>]+src="/static/([^"]+)"', html)
    styles = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', html)
    return scripts, styles


def _kilobytes(names: list[str]) -> float:
    found = [finders.find(name) for name in dict.fromkeys(names)]
    return sum(len(gzip.compress(Path(str(path)).read_bytes(), 9)) for path in found if path) / 1000


def _pdf(built: Built) -> float:
    """Measure the paper from outline to bytes, each round with another subtitle, so that none is a repeat."""
    edition = Edition(built.largest, None)
    rounds = iter(range(1000))

    def make() -> bytes:
        paper = edition_paper(edition, dated=AT.date())
        return to_pdf(replace(paper, subtitle=f"Runde {next(rounds)}"))

    make()
    return _cpu(make)
