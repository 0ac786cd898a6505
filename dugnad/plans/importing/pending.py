"""A file that somebody is taking in: kept between its upload and the answer to what its columns hold.

One per person and analysis, under a name of its own; the next replaces it, and taking it in deletes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from dugnad.papers.tables import ReadTable, TableError, read_table

if TYPE_CHECKING:
    from dugnad.people.models import Person
    from dugnad.plans.models import Analysis


def key_of(analysis: Analysis, person: Person) -> str:
    """Give the name under which this person's file for this analysis is kept."""
    return f"pending/figures-{analysis.pk}-{person.pk}"


def keep(key: str, content: bytes) -> None:
    """Keep a file, in place of the one before."""
    forget(key)
    default_storage.save(key, ContentFile(content))


def look_at(key: str) -> ReadTable | None:
    """Read the table that is kept; None when there is none (any more)."""
    try:
        with default_storage.open(key) as file:
            return read_table(file.read(), key)
    except (FileNotFoundError, TableError):
        return None


def forget(key: str) -> None:
    """Delete the file."""
    default_storage.delete(key)
