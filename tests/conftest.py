"""What every test may ask for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture
def at() -> datetime:
    """Give one fixed moment, for commands that ask when."""
    return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Let rules answer in English, the language of the msgids, unless a test or a page asks otherwise."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Begin with an empty cache, since each test's rows begin at the same ids."""
    cache.clear()
