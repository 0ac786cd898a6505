"""What the project says of itself is true: links lead somewhere, tables are whole, commands exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field

from dugnad.site import cli
from dugnad.site.acts import acts
from tests.house.sources import ROOT, name_of, room_files, tree

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)
DECISION = re.compile(r"(?:docs/decisions/|\bdecision )(\d{4})(-[\w-]+\.md)?")


def texts() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("dugnad/**/*.md")])


def anchors(text: Path) -> set[str]:
    """Give the places that a heading makes, as forges name them."""
    headings = HEADING.findall(FENCED.sub("", text.read_text()))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(text: str) -> Iterator[list[str]]:
    """Give the cells of every row of a page's tables, headings and rules left out."""
    for line in (ROOT / "docs" / text).read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and cells[0] not in {"Code", "Variable"} and set(line) - set("|-: "):
            yield cells


def words() -> list[list[str]]:
    return [cells for cells in rows("words.md") if not cells[0].startswith("**")]


def named(cells: list[str]) -> str:
    return cells[0].strip("`")


def fields_with_choices() -> Iterator[Field]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("dugnad.")]
    for model in ours:
        yield from (field for field in model._meta.fields if field.choices and field.name != "language")


def test_every_link_between_the_texts_leads_somewhere():
    lost = []
    for text in texts():
        for link in LINK.findall(FENCED.sub("", text.read_text())):
            path, _, place = link.partition("#")
            if "://" in path:
                continue
            target = (text.parent / path).resolve() if path else text
            if not target.exists() or (place and place not in anchors(target)):
                lost.append(f"{name_of(text)}: {link}")
    assert lost == []


def test_every_text_in_docs_is_linked_from_another():
    linked = {
        (text.parent / link.partition("#")[0]).resolve()
        for text in texts()
        for link in LINK.findall(text.read_text())
    }
    assert [name_of(text) for text in ROOT.glob("docs/**/*.md") if text not in linked] == []


def test_every_decision_that_the_code_names_has_its_page():
    pages = {file.name[:4]: file.name for file in (ROOT / "docs/decisions").glob("[0-9]*.md")}
    lost = [
        f"{name_of(file)}: {number}{rest}"
        for file in [*room_files(), *texts()]
        for number, rest in DECISION.findall(file.read_text())
        if number not in pages or (rest and pages[number] != f"{number}{rest}")
    ]
    assert lost == []


def test_decisions_say_situation_choice_and_price_and_no_number_is_used_twice():
    files = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    shapes = {file.name: HEADING.findall(file.read_text())[1:] for file in files}
    assert {name: shape for name, shape in shapes.items() if shape != ["Situation", "Choice", "Price"]} == {}
    numbers = [file.name[:4] for file in files]
    assert numbers == sorted(set(numbers))


def test_architecture_has_at_most_200_lines():
    lines = len((ROOT / "ARCHITECTURE.md").read_text().splitlines())
    assert lines <= 200


def test_every_make_command_in_the_texts_is_in_the_makefile():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    spoken = re.compile(r"(?:`|^|=\w+ )make ([a-z]+)", re.MULTILINE)
    named_targets = {(name_of(text), name) for text in texts() for name in spoken.findall(text.read_text())}
    assert {pair for pair in named_targets if pair[1] not in targets} == set()
    assert {name for text, name in named_targets if text == "README.md"} == {"run", "test"}


def test_every_dugnad_command_in_the_texts_exists(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    known = set(re.findall(r"^    ([a-z][a-z-]+)", capsys.readouterr().out, re.MULTILINE))
    spoken = re.compile(r"(?:`|bin/|^)dugnad ([a-z-]+)", re.MULTILINE)
    named_commands = {(name_of(text), name) for text in texts() for name in spoken.findall(text.read_text())}
    assert {pair for pair in named_commands if pair[1] not in known} == set()


def variables(file: Path) -> set[str]:
    """Give the environment variables that a file reads."""
    source = ast.unparse(tree(file))
    read = set(re.findall(r"environ(?:\.get\(|\[)'([A-Z_]+)'", source))
    return read - {"DJANGO_SETTINGS_MODULE", "PATH"}


def test_every_environment_variable_is_explained_on_the_page_about_operation():
    explained = {name for cells in rows("operation.md") for name in re.findall(r"`([A-Z_]+)`", cells[0])}
    assert set().union(*(variables(file) for file in room_files())) == explained


def test_every_word_is_there_in_four_languages():
    halting = [cells for cells in words() if len(cells) != 5 or not all(cells)]
    assert halting == []


def test_every_model_has_its_word():
    models = {model.__name__ for model in apps.get_models() if model.__module__.startswith("dugnad.")}
    assert models - {named(cells) for cells in words()} == set()


def test_every_choice_has_its_word():
    known = {(named(cells), cells[4].lower()) for cells in words()}
    asked = {
        (str(value) or "*(empty)*", str(label).lower())
        for field in fields_with_choices()
        for value, label in field.flatchoices
    }
    assert asked - known == set()


def test_every_acts_verb_has_its_word():
    verbs = {act.name.partition("_")[0] for act in acts()}
    assert verbs - {named(cells) for cells in words()} == set()
