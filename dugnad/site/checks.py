"""What must hold before Dugnad serves anybody: a database that keeps its word, a demo that stays at home."""

from __future__ import annotations

import sqlite3
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error


def is_safe_sqlite(version: tuple[int, ...]) -> bool:
    """Tell whether this SQLite is free of the bug that can lose commits when its write-ahead log is reset.

    Source: sqlite.org, release notes of 3.51.3, 3.50.7 and 3.44.6, which mend it.
    """
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def judge_database(**_: Any) -> list[CheckMessage]:
    """Give Django's system check an error where the embedded database could lose what it confirmed."""
    is_embedded = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    if not is_embedded or is_safe_sqlite(sqlite3.sqlite_version_info):
        return []
    sentence = (
        f"SQLite {sqlite3.sqlite_version} can lose what was saved: install the package pysqlite3, or "
        "SQLite 3.51.3 or newer (3.50.7 and 3.44.6 will do), or set DATABASE_URL to a PostgreSQL database."
    )
    return [Error(sentence, id="dugnad.E001")]


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches the host."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def public_host() -> str:
    """Give the host that links, QR codes and passkeys name."""
    return urlsplit(settings.PUBLIC_URL).hostname or ""
