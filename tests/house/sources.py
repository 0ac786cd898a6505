"""The project's own files, for the house's rules about them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "dugnad"


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def python_files() -> list[Path]:
    found = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), *(ROOT / "tools").rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


def room_files() -> list[Path]:
    return [file for file in python_files() if file.is_relative_to(PACKAGE)]


def room_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0]


def part_of(file: Path) -> str:
    """Give which part of its room a file belongs to: `commands` for commands.py and commands/goals.py."""
    inside = file.relative_to(PACKAGE).with_suffix("").parts[1:]
    return inside[0] if inside else ""


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text())


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def imports(file: Path) -> Iterator[str]:
    """Give every module that a file imports, but for the types that only a type checker reads."""
    waiting: list[ast.AST] = [tree(file)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def templates() -> list[Path]:
    return sorted(PACKAGE.glob("*/templates/**/*.html"))
