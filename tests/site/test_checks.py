import pytest

from dugnad.site.checks import is_loopback, is_safe_sqlite


@pytest.mark.parametrize(
    ("version", "is_safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
    ],
)
def test_only_a_sqlite_that_keeps_what_it_confirmed_is_safe(version, is_safe):
    assert is_safe_sqlite(version) is is_safe


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("192.0.2.7", False),
        ("dugnad.example", False),
    ],
)
def test_loopback_is_told_from_the_rest_of_the_world(host, is_here):
    assert is_loopback(host) is is_here
