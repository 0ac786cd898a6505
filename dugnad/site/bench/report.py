"""docs/performance.md: the figures beside what was promised and what others need."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from dugnad.site.bench.measures import Found, Page
    from dugnad.site.bench.place import Built

# adhocracy+ measured on the same kind of machine: an idea list of 15, and its project page.
LIST, PROJECT, SCRIPTS = (105, 93.0), (68, 41.0), 453.0


def write(found: Found, built: Built) -> str:  # long: the page itself stands here, line by line
    """Write the page."""
    bars = "\n".join(
        f"| {bar.what} | {bar.said} | {'held' if bar.is_held else '**missed**'} |" for bar in found.bars()
    )
    counts = ", ".join(f"{number:,} {name}" for name, number in built.counts.items())
    return f"""# Performance

Written by `make bench`; do not edit. Times are CPU in the server's own process, the median of 15 rounds with
everything warm. They differ from machine to machine: read the ratios.

**Measured on** {_machine()}.

**The place:** {counts}.
Processes and plans were made by the program's own commands; only places and the editor's parts were written
straight into the database. The command that takes in a plan's file writes its rows in bulk.

## What was promised

| Bar | Worst found | |
|---|---|---|
{bars}

The largest plan's check took {found.check:.1f} ms, its PDF (PDF/A-2a and PDF/UA-1) {found.pdf:.0f} ms of CPU
from the plan in memory to the finished file.

## Beside adhocracy+

Reference measured on the same kind of machine: an idea list of 15 takes {LIST[0]} queries and
{LIST[1]:.0f} ms CPU, the project page {PROJECT[0]} queries and {PROJECT[1]:.0f} ms, with {SCRIPTS:.0f} kB of
gzipped JavaScript.

| Page | Queries | Fewer by | CPU | Less by | JavaScript | Less by |
|---|--:|--:|--:|--:|--:|--:|
{_beside(found, "List of processes", LIST)}
{_beside(found, "Process", PROJECT)}

## Every page

| Page | Reader | Queries | CPU ms | HTML kB | CSS kB | JavaScript kB |
|---|---|--:|--:|--:|--:|--:|
{chr(10).join(map(_row, found.pages))}

Sizes are gzipped. A page is served with its CSS and JavaScript once; the browser keeps them.
"""


def _row(page: Page) -> str:
    return (
        f"| {page.name} | {page.reader} | {page.queries} | {page.cpu:.1f} | {page.html:.1f} "
        f"| {page.styles:.1f} | {page.scripts:.1f} |"
    )


def _beside(found: Found, name: str, reference: tuple[int, float]) -> str:
    page = next(page for page in found.pages if page.name == name and page.reader == "public")
    queries, cpu = reference
    return (
        f"| {name} | {page.queries} | {queries / max(page.queries, 1):.0f} × | {page.cpu:.1f} ms "
        f"| {cpu / page.cpu:.1f} × | {page.scripts:.0f} kB | {SCRIPTS / max(page.scripts, 0.1):.0f} × |"
    )


def _machine() -> str:
    cores = os.cpu_count() or 1
    return (
        f"{cores} core{'s' if cores != 1 else ''} of {_processor()}, {platform.system()}, Python "
        f"{platform.python_version()}, Django {django.get_version()}, SQLite {_sqlite()}"
    )


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    names = re.findall(r"^model name\s*:\s*(.+)$", told.read_text(), re.MULTILINE) if told.exists() else []
    return names[0] if names else platform.processor() or platform.machine()


def _sqlite() -> str:
    return sqlite3.sqlite_version
