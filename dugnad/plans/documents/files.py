"""A paper as the file somebody asked for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import typst

from dugnad.papers.pdf import NoFontError, to_pdf
from dugnad.papers.word import to_word

if TYPE_CHECKING:
    from dugnad.papers.blocks import Paper

MAKERS: Final = {"pdf": to_pdf, "docx": to_word}
KINDS: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "yaml": "application/yaml; charset=utf-8",
}


class PaperFailedError(RuntimeError):
    """A paper could not be laid out; why stands in the log, since it is nothing its reader can mend."""


def paper_file(paper: Paper, ending: str) -> bytes:
    """Give the paper as `pdf` or `docx`.

    Raises:
        PaperFailedError: when the layout fails or the fonts are not installed.
    """
    try:
        return MAKERS[ending](paper)
    except (NoFontError, typst.TypstError) as error:
        logging.getLogger("dugnad").exception("A paper could not be made.")
        raise PaperFailedError(str(error)) from error
