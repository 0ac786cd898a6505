"""How the chain is made: which facts are hashed, and in which order."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from dugnad.kit.digests import digest

if TYPE_CHECKING:
    from dugnad.journal.models import Entry

INSTALLATION = "installation"


def chain_key(process_id: int | None) -> str:
    """Name the chain of a process, or the installation's own."""
    return f"process/{process_id}" if process_id else INSTALLATION


def payload_digest(salt: str, content: Any) -> str:
    """Digest a payload with its salt, so that an erased text cannot be guessed from what remains."""
    return digest([salt, content])


def entry_hash(entry: Entry) -> str:
    """Hash what may never change in an entry, its predecessor included."""
    at = entry.at.astimezone(UTC).isoformat()
    facts = [entry.chain_id, entry.number, at, entry.by_id, entry.verb, entry.subject]
    return digest([*facts, entry.digest, entry.previous])
