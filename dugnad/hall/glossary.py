"""The words of the field in the reader's language, from one data file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("data") / "glossary.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means here, in a sentence; `key` is its place on the page of words."""

    key: str
    name: str
    text: str


@cache
def terms(language: str) -> dict[str, Term]:
    """Give all words of a language by key, in the order of their names."""
    found = [
        Term(key.replace("_", "-"), said[language]["term"], said[language]["text"])
        for key, said in tomllib.loads(FILE.read_text()).items()
    ]
    return {term.key: term for term in sorted(found, key=lambda term: _in_order(term.name))}


def _in_order(name: str) -> tuple[int, ...]:
    """Sort as Norwegian and Danish do: æ, ø and å come last."""
    last = {"æ": 0x110000, "ø": 0x110001, "å": 0x110002}
    return tuple(last.get(sign, ord(sign)) for sign in name.casefold())
