import httpx
import pytest

pytestmark = pytest.mark.browser


def test_home_answers_at_once_in_bokmal(server):
    answer = httpx.get(server.url)
    assert answer.status_code == 200
    assert answer.headers["content-language"] == "nb"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_home_is_open_to_everybody(server, page, axe, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(server.url)
    axe(page)
