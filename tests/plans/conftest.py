"""What tests of a plan may ask for."""

from collections.abc import Iterator

import pytest
import time_machine

from tests import make


@pytest.fixture
def that_day() -> Iterator[None]:
    """Let pages live in the moment that the factories speak of."""
    with time_machine.travel(make.AT, tick=False):
        yield
