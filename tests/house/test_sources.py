import ast
import re

from tests.house.sources import (
    PACKAGE,
    ROOT,
    functions,
    imports,
    name_of,
    part_of,
    python_files,
    room_files,
    room_of,
    tree,
)

BANNED = re.compile(r"Manager|Service|Handler|Helper|Mixin|Base|Util|common|core|contrib|helpers")
WORDS = re.compile(r"[A-Z][a-z]+|[a-z]+")
DOORS = {"hall", "api", "site"}
LONG = "# long: "


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of code, from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_no_file_is_longer_than_300_lines():
    lengths = {name_of(file): len(file.read_text().splitlines()) for file in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_no_function_is_longer_than_30_lines_without_a_written_reason():
    too_long = []
    for file in python_files():
        lines = file.read_text().splitlines()
        too_long += [
            f"{name_of(file)} {function.name}: {length(function)}"
            for function in functions(file)
            if length(function) > 30 and LONG not in lines[function.lineno - 1]
        ]
    assert too_long == []


def test_pages_have_at_most_15_lines():
    too_long = [
        f"{name_of(file)} {function.name}: {length(function)}"
        for file in room_files()
        if part_of(file) == "pages"
        for function in functions(file)
        if length(function) > 15
    ]
    assert too_long == []


def test_only_doors_know_that_there_is_a_web():
    strangers = [
        f"{name_of(file)} imports {module}"
        for file in room_files()
        if room_of(file) not in DOORS and part_of(file) != "pages"
        for module in imports(file)
        if module.startswith(("django.http", "django.shortcuts"))
    ]
    assert strangers == []


def test_pages_neither_query_nor_write():
    reaching = [
        f"{name_of(file)}:{node.lineno} .{node.attr}"
        for file in room_files()
        if part_of(file) == "pages"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"objects", "save", "delete"}
    ]
    assert reaching == []


def test_no_name_hides_what_a_thing_is():
    names = [(name_of(file), part) for file in python_files() for part in file.relative_to(ROOT).parts]
    for file in python_files():
        definitions = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        names += [
            (name_of(file), node.name) for node in ast.walk(tree(file)) if isinstance(node, definitions)
        ]
    banned = {word.lower() for word in BANNED.pattern.split("|")}
    found = [
        f"{file}: {name}"
        for file, name in names
        if banned & {word.lower() for word in WORDS.findall(name.removesuffix(".py"))}
    ]
    assert sorted(set(found)) == []


def test_no_class_takes_over_another_class_of_ours():
    ours = {
        node.name
        for file in room_files()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ClassDef) and part_of(file) == "pages"
    }
    assert ours == set()


def test_a_lower_part_of_the_house_holds_at_most_ten_files():
    assert len(list((PACKAGE / "kit").glob("*.py"))) <= 11  # ten and the door sign


def test_no_lock_names_a_host_and_both_hold_the_same_releases():
    locks = {
        name: (ROOT / name).read_text()
        for name in ("requirements.txt", "requirements-dev.txt", "requirements-node.txt", "package-lock.json")
    }
    hosts = [name for name, text in locks.items() if "://" in re.sub(r'"url": "https?://[^"]*"', "", text)]
    assert hosts == []
    pins = re.compile(r"^(\S+==\S+)", re.MULTILINE)
    running, developing = (
        set(pins.findall(locks[name])) for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert running - developing == set()
