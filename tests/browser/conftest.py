"""A real server with its own database, files and clock, and a real browser in front of it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Server:
    """A running Dugnad: its address, its folder, and the environment that its commands need."""

    url: str
    folder: Path
    environment: dict[str, str]

    def dugnad(self, *arguments: str) -> str:
        """Run one of its commands and give what it printed."""
        command = [sys.executable, "-m", "dugnad.site.cli", *arguments]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def set_clock(self, at: datetime) -> None:
        """Move the running server's clock."""
        (self.folder / "clock").write_text(at.isoformat())

    def said(self) -> str:
        """Give what the server has printed so far, sign-in codes among it."""
        return (self.folder / "log").read_text()


@contextmanager
def serving(folder: Path, **environment: str) -> Iterator[Server]:
    """Start `dugnad serve` in a folder of its own; stop it after, and insist that it stops well."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    static = ROOT / "var" / "static"
    assert (static / "staticfiles.json").exists(), "run make setup first: the static files are not gathered"
    shutil.copytree(static, folder / "static")
    inherited = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    ours = {"DUGNAD_VAR": str(folder), "DUGNAD_CLOCK": str(folder / "clock"), "PORT": str(port)}
    server = Server(f"http://127.0.0.1:{port}", folder, {**inherited, **ours, **environment})
    command = [sys.executable, "-u", "-m", "dugnad.site.cli", "serve"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=server.environment, cwd=ROOT, stdout=log, stderr=log)
    try:
        _wait(server, process)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0, server.said()


def _wait(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120  # the demo's first loading on a busy machine
    while time.monotonic() < until:
        try:
            httpx.get(
                server.url, timeout=60
            )  # the port listens before all is ready: one call mostly waits it out
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
        if process.poll() is not None:
            break
    pytest.fail(f"the server did not come up:\n{server.said()}")


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give an installation with nobody in it yet."""
    with serving(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Give the demo, as make run serves it."""
    with serving(tmp_path_factory.mktemp("demo"), DEMO="1") as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give Chromium; it ends with its module, since tests with a database cannot live beside its loop."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give an empty page on a phone-wide Norwegian browser; errors in its console fail the test."""
    context = browser.new_context(locale="nb-NO", viewport={"width": 390, "height": 844})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda said: faults.append(said.text) if "Content Security" in said.text else None)
    yield opened
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def axe_faults() -> Callable[[Page], list[str]]:
    """Give what finds the accessibility faults of an open page (WCAG 2.2 AA and good practice)."""
    source = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text()

    def find(page: Page) -> list[str]:
        page.evaluate(source)  # comes through the debugger, so the page's strict policy stays in force
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        asked = {"runOnly": tags, "resultTypes": ["violations"]}
        found: dict[str, Any] = page.evaluate("asked => axe.run(asked)", asked)
        return [
            f"{fault['id']}: {fault['help']}: {node['html'][:150]}"
            for fault in found["violations"]
            for node in fault["nodes"]
        ]

    return find


@pytest.fixture(scope="session")
def axe(axe_faults: Callable[[Page], list[str]]) -> Callable[[Page], None]:
    """Give a check that insists on an open page without accessibility faults."""

    def check(page: Page) -> None:
        assert axe_faults(page) == []

    return check
