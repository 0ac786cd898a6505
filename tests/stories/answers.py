"""What an answer says, whatever it is: page, paper, sheet, calendar or file."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    from django.http import HttpResponseBase

_TAG = re.compile(rb"<[^>]*>")


def text_of(answer: HttpResponseBase) -> str:
    """Give all the words of an answer, its address included when it leads elsewhere."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if content.startswith(b"%PDF-"):
        content = _paper(content)
    elif content.startswith(b"PK\x03\x04"):
        content = _packed(content)
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
    return f"{headers}\n{content.decode(errors='replace')}"


def _paper(content: bytes) -> bytes:
    try:
        reader = PdfReader(io.BytesIO(content))
        parts = [str(reader.metadata), *(page.extract_text() for page in reader.pages)]
    except Exception:
        return content
    return "\n".join(parts).encode()


def _packed(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return b"\n".join(_TAG.sub(b"", packed.read(name)) + packed.read(name) for name in packed.namelist())
