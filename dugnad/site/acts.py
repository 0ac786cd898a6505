"""The map of acts, docs/acts.md: read from the code itself, so that it is true."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
ROOT = PACKAGE.parent
PAGE = ROOT / "docs" / "acts.md"
VERB = re.compile(r"[a-z]+\.[a-z_]+")
VERB_START = re.compile(r"[a-z]+\.")
HEAD = """# What can be done, and where

Made by `dugnad acts` from the code; `make check` fails when it is out of date. An act is a command; its rule
says who may do it and when it is refused, its address is a page's name, its verb is what the journal says.
"""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done, and what belongs to it."""

    room: str
    name: str
    rules: tuple[str, ...]
    addresses: tuple[str, ...]
    verbs: tuple[str, ...]
    tests: tuple[str, ...]


def _files(room: Path, part: str) -> list[Path]:
    return [*room.glob(f"{part}.py"), *sorted(room.glob(f"{part}/*.py"))]


def _functions(file: Path) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.parse(file.read_text()).body if isinstance(node, ast.FunctionDef)}


def _reach(function: ast.FunctionDef, beside: dict[str, ast.FunctionDef]) -> list[ast.AST]:
    """Give every node of a function and of the functions beside it that it names, directly or not."""
    seen, waiting, nodes = {function.name}, [function], []
    while waiting:
        for node in ast.walk(waiting.pop()):
            nodes.append(node)
            if isinstance(node, ast.Name) and node.id in beside and node.id not in seen:
                seen.add(node.id)
                waiting.append(beside[node.id])
    return nodes


def _names(nodes: list[ast.AST]) -> set[str]:
    plain = {node.id for node in nodes if isinstance(node, ast.Name)}
    return plain | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


def _verbs(nodes: list[ast.AST]) -> set[str]:
    """Give what looks like a journal's verb (`plan.adopted`) among the arguments of calls."""
    given = [argument for node in nodes if isinstance(node, ast.Call) for argument in node.args]
    found = set()
    for argument in (part for whole in given for part in ast.walk(whole)):
        if isinstance(argument, ast.Constant) and VERB.fullmatch(str(argument.value)):
            found.add(str(argument.value))
        elif isinstance(argument, ast.JoinedStr) and isinstance(argument.values[0], ast.Constant):
            start = str(argument.values[0].value)
            found |= {f"{start}…"} if VERB_START.fullmatch(start) else set()
    return found


def _rules(rooms: list[Path]) -> dict[str, dict[str, str]]:
    """Give the first line about each `may_` rule, by room."""
    return {
        room.name: {
            name: (ast.get_docstring(node) or "").split("\n", maxsplit=1)[0]
            for file in _files(room, "rules")
            for name, node in _functions(file).items()
            if name.startswith("may_")
        }
        for room in rooms
    }


def _addresses(rooms: list[Path]) -> dict[str, set[tuple[str, str]]]:
    """Give, for each name that a page mentions, the addresses of the pages that mention it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for room in rooms:
        routes = {page: name for file in _files(room, "urls") for page, name in _routes(file)}
        for file in _files(room, "pages"):
            functions = _functions(file)
            for page in functions.keys() & routes.keys():
                for name in _names(_reach(functions[page], functions)):
                    found.setdefault(name, set()).add((room.name, routes[page]))
    return found


def _routes(file: Path) -> list[tuple[str, str]]:
    found = []
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Call) and len(node.args) > 1 and _names([node.func]) & {"path", "re_path"}:
            page = getattr(node.args[1], "attr", getattr(node.args[1], "id", ""))
            found += [
                (page, str(word.value.value))
                for word in node.keywords
                if word.arg == "name" and isinstance(word.value, ast.Constant)
            ]
    return found


def commands() -> list[tuple[Path, str, list[ast.AST]]]:
    """Give every public function of every commands module: its room, its name, all that it reaches."""
    found = []
    for room in sorted(path.parent for path in PACKAGE.glob("*/__init__.py")):
        for file in _files(room, "commands"):
            functions = _functions(file)
            public = sorted(name for name in functions if not name.startswith("_"))
            found += [(room, name, _reach(functions[name], functions)) for name in public]
    return found


def files_testing(room: Path, name: str) -> tuple[str, ...]:
    """Give the names of the room's test files that name a command."""
    word = re.compile(rf"\b{name}\b")
    files = sorted((ROOT / "tests" / room.name).rglob("test_*.py"))
    return tuple(file.name for file in files if word.search(file.read_text()))


def acts() -> list[Act]:
    """Give every act, by room; a command without a verb of its own serves another and is none."""
    rooms = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
    rules, addresses = _rules(rooms), _addresses(rooms)
    own = {(room.name, name) for room, name, _ in commands()}
    every = {name: told for known in rules.values() for name, told in known.items()}
    found = []
    for room, name, nodes in commands():
        verbs = _verbs(nodes)
        if not verbs:
            continue
        near = {**every, **rules[room.name]}
        asked = sorted(_names(nodes) & near.keys())
        reached = [
            f"{door}:{address}"
            for door, address in sorted(addresses.get(name, ()))
            if door == room.name or (door, name) not in own
        ]
        told = tuple(f"`{rule}`: {near[rule]}" for rule in asked)
        found.append(
            Act(room.name, name, told, tuple(reached), tuple(sorted(verbs)), files_testing(room, name))
        )
    return found


def acts_page() -> str:
    """Give docs/acts.md as it should be."""
    lines, room = [HEAD], ""
    for act in acts():
        if act.room != room:
            room = act.room
            title = (
                "| Act | Who may, and when it is refused | Page | Journal | Tests |\n|---|---|---|---|---|"
            )
            lines.append(f"\n## {room}\n\n{title}\n")
        cells = (act.rules, act.addresses, act.verbs, act.tests)
        told = [" · ".join(cell) or "–" for cell in cells]
        lines.append(f"| `{act.name}` | {' | '.join(told)} |\n")
    return "".join(lines)
