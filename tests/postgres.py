"""Runs pytest on a PostgreSQL of its own: `python -m tests.postgres [what pytest is told]`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OWNER = "postgres"


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        sys.exit("There is no PostgreSQL here: install Debian's package postgresql, or set TEST_DB=sqlite.")
    return found[-1].parent


def _run(*command: str | Path) -> None:
    as_owner = ["runuser", "-u", OWNER, "--"] if os.geteuid() == 0 else []
    done = subprocess.run(
        [*as_owner, *map(str, command)], capture_output=True, text=True, cwd="/", check=False
    )
    if done.returncode:
        sys.exit(f"PostgreSQL did not start: {done.stderr.strip() or done.stdout.strip()}")


@contextmanager
def cluster() -> Iterator[str]:
    """Start a private cluster that listens on a socket alone; give its address; stop and remove it after."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # right under the temporary folder: socket paths are short
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER, OWNER)
        _run(
            programs / "initdb",
            "-D",
            folder / "data",
            "-U",
            "dugnad",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        )
        options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        control = programs / "pg_ctl"
        _run(control, "start", "-w", "-D", folder / "data", "-l", folder / "log", "-o", options)
        try:
            yield f"postgres://dugnad@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            _run(control, "stop", "-w", "-m", "immediate", "-D", folder / "data")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    with cluster() as address:
        environment = {**os.environ, "TEST_DATABASE_URL": address}
        tests = subprocess.run([sys.executable, "-m", "pytest", *sys.argv[1:]], env=environment, check=False)
    sys.exit(tests.returncode)
