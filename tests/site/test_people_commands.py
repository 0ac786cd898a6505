"""`dugnad invite` and `dugnad leave-demo`, run as programs on a database of their own."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

DUGNAD = str(Path(sys.executable).parent / "dugnad")


@pytest.fixture
def run(tmp_path):
    environment = {
        **os.environ,
        "DUGNAD_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "dugnad.site.settings",
    }
    environment.pop("DATABASE_URL", None)

    def run_it(*words):
        return subprocess.run(
            [DUGNAD, *words], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    assert run_it("migrate").returncode == 0
    return run_it


def _people(folder):
    with sqlite3.connect(folder / "dugnad.sqlite3") as database:
        return [row[0] for row in database.execute("select email from people_person order by email")]


def test_the_first_administrator_is_invited_and_the_demo_left_without_losing_it(run, tmp_path):
    done = run("invite", "Ada@fjordvik.example", "--administrator", "--name", "Ada")
    assert (done.returncode, _people(tmp_path)) == (0, ["ada@fjordvik.example"])
    assert "ada@fjordvik.example is now administrator." in done.stdout
    assert "the sign-in code will be printed by the server" in done.stdout

    done = run("leave-demo")
    assert (done.returncode, _people(tmp_path)) == (0, [])
    [aside] = tmp_path.glob("dugnad-demo-*.sqlite3")
    assert str(aside) in done.stdout

    assert run("invite", "ada@dyroy.no", "--administrator").returncode == 0
    done = run("leave-demo")
    assert (done.returncode, _people(tmp_path)) == (2, ["ada@dyroy.no"])
    assert done.stderr == "dugnad: 1 real people are in this database, so it is not a demo.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("invite", "not an address", "--administrator"),
            "dugnad: 'not an address' is not an e-mail address.\n",
        ),
        (
            ("invite", "kari@fjordvik.example"),
            "dugnad: say --administrator; other roles are given under Administration, on the pages.\n",
        ),
    ],
)
def test_what_cannot_be_done_is_a_sentence(run, tmp_path, words, sentence):
    done = run(*words)
    assert (done.returncode, done.stderr, _people(tmp_path)) == (2, sentence, [])
