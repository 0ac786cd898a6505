"""Every sentence in every language: found in code and templates, kept in `.po` files, compiled to `.mo`.

Works with Babel alone, so that no machine needs gettext. English is the language of the msgids.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parents[1]
LANGUAGES = ("nb", "nn", "da")
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to be said: its English text, its plural if it counts, its context if it is ambiguous."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def msgid(self) -> str | tuple[str, str]:
        """Give the id as Babel wants it."""
        return (self.text, self.plural) if self.plural else self.text


def rooms() -> list[Path]:
    """Give every room's folder, by name."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))


def phrases_of(room: Path) -> dict[Phrase, list[str]]:
    """Find what a room says, in its code and templates, with the files that say it."""
    found: dict[Phrase, list[str]] = {}
    for file in sorted(room.rglob("*")):
        if file.suffix not in {".py", ".html", ".txt"} or "migrations" in file.parts:
            continue
        if file.suffix != ".py" and "templates" not in file.parts:
            continue
        for phrase in _phrases_in(file):
            places = found.setdefault(phrase, [])
            name = file.relative_to(PACKAGE.parent).as_posix()
            if name not in places:
                places.append(name)
    return found


def _phrases_in(file: Path) -> Iterator[Phrase]:
    source = file.read_text()
    if file.suffix != ".py":
        # Django writes a template out as Python whose indentation is the template's; without it, it parses.
        source = re.sub(r"^[ \t]+", "", templatize(source, origin=str(file)), flags=re.MULTILINE)
    for _line, said, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        text, plural = said if isinstance(said, tuple) else (said, "")
        if text:
            yield Phrase(text, plural, context or "")


def catalogue_file(room: Path, language: str) -> Path:
    """Give the place of a room's words in one language."""
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def read_catalogue(file: Path) -> Catalog:
    """Read a `.po` file; one that is not there is empty."""
    if not file.exists():
        return Catalog(locale=file.parents[1].name)
    with file.open("rb") as handle:
        return read_po(handle, locale=file.parents[1].name, abort_invalid=True)


def extract_messages(room: Path, *, prune: bool = False) -> dict[str, list[str]]:
    """Add what a room says and its catalogues lack, with an empty translation; give the untranslated.

    `prune` also takes away what the room no longer says.
    """
    phrases = phrases_of(room)
    missing: dict[str, list[str]] = {}
    for language in LANGUAGES:
        file = catalogue_file(room, language)
        old = read_catalogue(file)
        if phrases or (file.exists() and len(old)):
            _write(file, _merged(old, phrases, language, prune=prune))
        missing[language] = [phrase.text for phrase in phrases if not _translation(old, phrase)]
    return missing


def _merged(old: Catalog, phrases: dict[Phrase, list[str]], language: str, *, prune: bool) -> Catalog:
    new = Catalog(locale=language)
    for phrase, places in phrases.items():
        before = old.get(phrase.msgid, phrase.context or None)
        said = before.string if before else ("", "") if phrase.plural else ""
        flags = before.flags if before else set()
        comments = before.user_comments if before else []
        new.add(
            phrase.msgid,
            said,
            [(place, 0) for place in places],
            flags,
            user_comments=comments,
            context=phrase.context or None,
        )
    for message in () if prune else old:
        if message.id and not new.get(message.id, message.context):
            # Read from a file, a place has no line; Babel cannot sort that beside the zeros above.
            message.locations = [(place, 0) for place, _line in message.locations]
            new[message.id] = message
    return new


def _write(file: Path, catalogue: Catalog) -> None:
    body = BytesIO()
    write_po(body, catalogue, width=100, omit_header=True, include_lineno=False, sort_by_file=True)
    text = HEADER.format(language=file.parents[1].name) + body.getvalue().decode()
    if not file.exists() or file.read_text() != text:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def _translation(catalogue: Catalog, phrase: Phrase) -> str | tuple[str, ...]:
    message = catalogue.get(phrase.msgid, phrase.context or None)
    said = message.string if message else ""
    if isinstance(said, tuple | list):
        return tuple(said) if all(said) else ""
    return said or ""


def compile_catalogues() -> int:
    """Compile every `.po` that is newer than its `.mo`; tell how many were compiled."""
    compiled = 0
    for po in PACKAGE.glob("*/locale/*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with mo.open("wb") as handle:
            write_mo(handle, read_catalogue(po))
        compiled += 1
    return compiled


def faults() -> Iterator[str]:
    """Tell, sentence by sentence, what the catalogues and blueprints lack in any language."""
    said_before: dict[tuple[str, Phrase], tuple[str, object]] = {}
    for room in rooms():
        phrases = phrases_of(room)
        for language in LANGUAGES:
            catalogue = read_catalogue(catalogue_file(room, language))
            yield from _faults_of(catalogue, phrases, f"{room.name} {language}")
            for phrase in phrases:
                said = _translation(catalogue, phrase)
                other, first = said_before.setdefault((language, phrase), (room.name, said))
                if said and first and said != first:
                    yield f"{room.name} {language}: {phrase.text!r} is said otherwise in {other}"
    for file in sorted(PACKAGE.glob("*/blueprints/*.toml")):
        yield from _untold(tomllib.loads(file.read_text()), file.name)


def _faults_of(catalogue: Catalog, phrases: dict[Phrase, list[str]], where: str) -> Iterator[str]:
    for phrase, places in phrases.items():
        said = _translation(catalogue, phrase)
        if not said:
            yield f"{where}: no translation of {phrase.text!r} ({places[0]})"
            continue
        wanted = set(PLACEHOLDER.findall(phrase.plural or phrase.text))
        last = said[-1] if isinstance(said, tuple) else said
        if set(PLACEHOLDER.findall(last)) != wanted:
            yield f"{where}: other placeholders than in {phrase.text!r}"
    known = {(phrase.text, phrase.context) for phrase in phrases}
    for message in catalogue:
        text = message.id[0] if isinstance(message.id, tuple | list) else message.id
        if text and (text, message.context or "") not in known:
            yield f"{where}: nobody says {text!r} any more"
        if text and message.fuzzy:
            yield f"{where}: {text!r} is marked fuzzy"


def _untold(node: object, where: str) -> Iterator[str]:
    if isinstance(node, list):
        for number, part in enumerate(node, 1):
            yield from _untold(part, f"{where}[{number}]")
    if isinstance(node, dict):
        told = {"en", *LANGUAGES} & node.keys()
        if told and told != {"en", *LANGUAGES}:
            yield f"{where}: said in {', '.join(sorted(told))} only"
        for key, part in node.items():
            yield from _untold(part, f"{where}.{key}")
