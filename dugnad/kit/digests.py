"""Digests: the same content gives the same hash on every machine, today and in ten years."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from decimal import Decimal
from typing import Any


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    message = f"cannot be part of a digest: {type(value).__name__}"
    raise TypeError(message)


def canonical_json(content: Any) -> str:
    """Write content as JSON with sorted keys and no spaces; dates as ISO, decimals without trailing zeros."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


def digest(content: Any) -> str:
    """Give the SHA-256 of the content's canonical JSON as 64 hex digits."""
    return hashlib.sha256(canonical_json(content).encode()).hexdigest()


def digest_bytes(content: bytes) -> str:
    """Give the SHA-256 of a file's bytes as 64 hex digits."""
    return hashlib.sha256(content).hexdigest()
