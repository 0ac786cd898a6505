"""Files for the tests of this room, the honest and the hostile."""

from __future__ import annotations

import io
import zipfile

from dugnad.processes.commands.files import DocumentFacts, add_document
from dugnad.processes.models import Document, Process
from tests import make
from tests.processes.meeting_story import editor_of

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 32
JPEG = b"\xff\xd8\xff\xe0" + b"0" * 32
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"


def packed(**parts: bytes) -> bytes:
    """A zip with these members; `__` in a name stands for a slash, `_0` for a dot."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_0", "."), content)
    return file.getvalue()


def docx(**more: bytes) -> bytes:
    """The least Word file."""
    return packed(**{"[Content_Types]_0xml": b"<x/>", "word__document_0xml": b"<x/>", **more})


def document(process: Process | None = None, *, name: str = "rapport.pdf", at=make.AT, **fields) -> Document:
    """A document of a process: a public PDF unless told otherwise."""
    process = process or make.process()
    owners = {key: fields.pop(key) for key in ("decision", "meeting") if key in fields}
    facts = DocumentFacts(**{"title": "Utviklingsanalyse", **fields})
    return add_document(process, by=editor_of(process), at=at, facts=facts, name=name, content=PDF, **owners)
