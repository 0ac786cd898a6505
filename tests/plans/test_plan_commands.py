"""`dugnad check-plan` and `dugnad plan-schema`, as a shell meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from dugnad.plans.importing import plan_schema, write_plan
from dugnad.site.cli import main
from tests.plans import outlines as make

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def file(tmp_path):
    """A file's path for a plan."""

    def written(plan):
        path = tmp_path / "plan.yaml"
        path.write_text(write_plan(plan), "utf-8")
        return str(path)

    return written


def test_a_clean_plan_exits_with_0_and_says_so(file, capsys):
    assert main(["check-plan", file(make.plan()), "--language", "en"]) == 0
    assert capsys.readouterr().out.endswith("\nThe plan is clean: no error, no open warning.\n")


def test_a_plan_with_errors_exits_with_1(file, capsys):
    assert main(["check-plan", file(make.plan(main_goal=None)), "--language", "en"]) == 1
    assert "error  A-03  main_goal\n    The plan has no main goal.\n    → Set one" in capsys.readouterr().out


def test_open_warnings_alone_exit_with_0_and_are_counted(file, capsys):
    assert main(["check-plan", file(make.plan(communication=())), "--language", "en"]) == 0
    assert capsys.readouterr().out.endswith("Errors: 0. Open warnings: 1. Accepted warnings: 0.\n")


def test_the_messages_come_in_the_plans_own_language_unless_another_is_asked_for(file, capsys):
    path = file(make.plan(language="da", main_goal=None))
    main(["check-plan", path])
    main(["check-plan", path, "--language", "nn"])
    said = capsys.readouterr().out
    assert "fejl  A-03  main_goal\n    Planen har intet hovedmål." in said
    assert "feil  A-03  main_goal\n    Planen har ikkje noko hovudmål." in said


def test_json_has_exactly_the_promised_keys(file, capsys):  # long: the whole promise, word by word
    accepted = make.o.AcceptedWarning(rule="A-12", where="communication", reason="Gjort i fjor")
    plan = make.plan(communication=(), main_goal=None, accepted_warnings=(accepted,))
    assert main(["check-plan", file(plan), "--format", "json", "--language", "en"]) == 1
    assert json.loads(capsys.readouterr().out) == {
        "findings": [
            {
                "rule": "A-03",
                "severity": "error",
                "where": "main_goal",
                "message": "The plan has no main goal.",
                "mend": "Set one concrete main goal.",
            },
            {
                "rule": "A-13",
                "severity": "warning",
                "where": "sections.vision_and_goal",
                "message": "There is nothing under the heading “Vision and main goal”.",
                "mend": "Write the section.",
            },
        ],
        "accepted": [
            {
                "rule": "A-12",
                "severity": "warning",
                "where": "communication",
                "message": "There is no communication activity in the mobilisation phase.",
                "mend": "Plan how people hear of the gatherings and of the plan.",
                "reason": "Gjort i fjor",
            }
        ],
    }


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            b"titel: a\n",
            "line 1, column 1, titel: expected a known key; did you mean “title”?, found “titel”",
        ),
        (b"\x00\x01\xff", "line 1, column 3: expected text in UTF-8, found 0xFF"),
        (b"a: [\n", "line 2, column 1: expected YAML that can be read"),
    ],
)
def test_an_unreadable_file_exits_with_2_and_says_line_and_expectation(tmp_path, capsys, content, sentence):
    path = tmp_path / "plan.yaml"
    path.write_bytes(content)
    assert main(["check-plan", str(path)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err.startswith(f"{path}: {sentence}")) == ("", True)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("nowhere.yaml", "found no such file"), (".", "found a folder"), ("a\0b", "found an error")],
)
def test_what_is_no_file_exits_with_2_and_a_sentence(tmp_path, capsys, name, sentence):
    assert main(["check-plan", str(tmp_path / name) if name != "a\0b" else name]) == 2
    assert sentence in capsys.readouterr().err


def test_the_schema_is_printed_as_json(capsys):
    assert main(["plan-schema"]) == 0
    assert json.loads(capsys.readouterr().out) == plan_schema()


def test_a_shell_meets_the_same_exits_without_any_database_and_in_a_narrow_locale(file):
    def run(*arguments):
        environment = {
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii",
            "DATABASE_URL": "postgres://nowhere.invalid/none",
        }
        command = [sys.executable, "-m", "dugnad.site.cli", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, check=False, cwd=EXAMPLES.parent)

    clean = run("check-plan", str(EXAMPLES / "dyroy-2018.yaml"), "--format", "json")
    assert (clean.returncode, clean.stderr) == (0, b"")
    assert json.loads(clean.stdout)["accepted"] == []
    broken = run("check-plan", file(replace(make.plan(), areas=())))
    assert (broken.returncode, "Planen har ingen innsatsområder." in broken.stdout.decode()) == (1, True)
    assert run("check-plan", "nowhere.yaml").returncode == 2
