"""What every test may ask for."""

from datetime import UTC, datetime

import pytest


@pytest.fixture
def at() -> datetime:
    """Give one fixed moment, for commands that ask when."""
    return datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
