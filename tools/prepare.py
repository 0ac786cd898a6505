"""Makes a fresh checkout ready, in plain steps, and skips what is done.

`python3 tools/prepare.py run|check|test` says what for. Uses the standard library alone, since it runs
before anything is installed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE_MODULES = ROOT / "node_modules"
STATIC = Path(os.environ.get("DUGNAD_VAR", ROOT / "var")) / "static"
POSTGRESQL = "/usr/lib/postgresql/*/bin/initdb"


class MissingError(Exception):
    """Something is missing that only the reader can bring; the message is the one sentence they need."""


def main(purpose: str) -> int:
    """Prepare for one purpose; end in a sentence where that is impossible."""
    try:
        make_environment()
        install_packages("requirements.txt" if purpose == "run" else "requirements-dev.txt")
        install_front_end()
        run([PYTHON, "-m", "dugnad.site.cli", "compile-catalogues"], "The translations could not be compiled")
        collect_static()
        if purpose == "test":
            prepare_tests()
    except MissingError as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    return 0


def say(sentence: str) -> None:
    """Tell what happens now."""
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


def run(command: list[str | Path], failure: str) -> None:
    """Run a command quietly; when it fails, show what it said and end in a sentence."""
    places = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - the commands stand in this file
        command, cwd=ROOT, env={**os.environ, "PATH": places}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stdout[-3000:] + done.stderr[-3000:])
        raise MissingError(f"{failure} (above is what the program said).")


def digest_of(*parts: object) -> str:
    """Give a fingerprint of files (by content) and words."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.read_bytes() if isinstance(part, Path) and part.is_file() else str(part).encode())
    return whole.hexdigest()


def is_done(stamp: Path, digest: str) -> bool:
    """Tell whether a step was finished with exactly these inputs."""
    return stamp.exists() and stamp.read_text() == digest


def make_environment() -> None:
    """Make .venv, unless there is a working one."""
    if PYTHON.exists() and not subprocess.run([PYTHON, "-c", "import pip"], check=False).returncode:  # noqa: S603 - ours
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 - asks whether it is there
        import venv  # noqa: F401, PLC0415 - asks whether it is there
    except ImportError:
        raise MissingError(
            "Python lacks its venv module: install it (on Debian and Ubuntu: sudo apt install python3-venv) "
            "and run make again."
        ) from None
    say("Making the environment .venv")
    run([sys.executable, "-m", "venv", "--clear", VENV], "The environment could not be made")


def install_packages(lock: str) -> None:
    """Install the locked packages and the project itself into .venv."""
    wanted = {name: digest_of(ROOT / name, ROOT) for name in ("requirements.txt", "requirements-dev.txt")}
    stamp = VENV / "prepared"
    if is_done(stamp, wanted[lock]) or is_done(stamp, wanted["requirements-dev.txt"]):
        return
    say(f"Installing the packages of {lock} (about a minute the first time)")
    install("--require-hashes", "-r", lock)
    install("--no-deps", "--no-build-isolation", "--editable", ".")
    stamp.write_text(wanted[lock])


def install(*arguments: str) -> None:
    """Install with uv where it is there, else (or when uv reaches no index) with pip."""
    failure = "The packages could not be installed; is there a way to the package index?"
    uv = shutil.which("uv")
    if uv:
        try:
            run([uv, "pip", "install", "--quiet", "--python", PYTHON, *arguments], failure)
        except MissingError:
            say("uv could not; pip tries")
        else:
            return
    run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments], failure)


def install_front_end() -> None:
    """Fetch the design system, htmx, fonts and icons into node_modules."""
    digest = digest_of(ROOT / "package-lock.json", ROOT / ".npmrc")
    stamp = NODE_MODULES / ".prepared"
    if is_done(stamp, digest):
        return
    npm = shutil.which("npm") or shutil.which("npm", path=str(VENV / "bin"))
    if not npm:
        say("Installing npm into .venv, since this machine has none")
        install("--require-hashes", "-r", "requirements-node.txt")
        npm = str(VENV / "bin" / "npm")
    say("Fetching the front-end files")
    run(
        [npm, "ci", "--loglevel=error"],
        "The front-end files could not be fetched; is there a way to npm's registry?",
    )
    stamp.write_text(digest)


def collect_static() -> None:
    """Gather and fingerprint the static files, when any of them changed."""
    files = sorted(path for path in ROOT.glob("dugnad/*/static/**/*") if path.is_file())
    settings = ROOT / "dugnad" / "site" / "settings.py"
    digest = digest_of(settings, NODE_MODULES / ".prepared", *files, *(path.name for path in files))
    stamp = STATIC.with_name("static-prepared")
    if is_done(stamp, digest) and (STATIC / "staticfiles.json").exists():
        return
    say("Gathering the static files")
    collect: list[str | Path] = [
        PYTHON,
        "-m",
        "dugnad.site.cli",
        "django",
        "collectstatic",
        "--no-input",
        "--clear",
    ]
    run(collect, "The static files could not be gathered")
    stamp.write_text(digest)


def prepare_tests() -> None:
    """See to it that a browser and PostgreSQL are there."""
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        install_system(
            "chromium", otherwise="The browser tests need Chromium: install it and run make test again."
        )
    if os.environ.get("TEST_DB") != "sqlite" and not list(Path("/").glob(POSTGRESQL.lstrip("/"))):
        need = "The tests need PostgreSQL's server programs: install them, or run TEST_DB=sqlite make test."
        install_system("postgresql", otherwise=need)


def install_system(package: str, *, otherwise: str) -> None:
    """Install one of Debian's packages where that is allowed."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        raise MissingError(otherwise)
    say(f"Installing {package} with apt")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run([apt, "update", "-qq"], otherwise)
    run([apt, "install", "-y", "-qq", "--no-install-recommends", package], otherwise)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "check"))
