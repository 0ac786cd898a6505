"""An installation with one place carries its name and colour on every page."""

import re

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client: Client) -> Client:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def brand(page) -> str:
    return re.search(r'class="brand".*?<span>(.*?)</span>', page.content.decode(), re.DOTALL)[1]


def test_the_only_place_in_use_stands_on_every_page(browser):
    make.place(name="Fjordvik", colour="#aa3355", contact_email="post@fjordvik.example")
    make.place(name="Havnes", is_active=False)
    for address in ("/", "/privacy/", "/processes/", "/account/login/code/", "/there-is-nothing-here/"):
        page = browser.get(address)
        assert (address, brand(page)) == (address, "Fjordvik<small>Dugnad</small>")
        assert "/theme/aa3355.css" in page.content.decode()
        assert "post@fjordvik.example" in page.content.decode()


def test_with_several_places_or_none_it_is_dugnad(browser):
    assert brand(browser.get("/privacy/")) == "Dugnad"
    for name in ("Fjordvik", "Havnes"):
        make.place(name=name)
    assert brand(browser.get("/privacy/")) == "Dugnad"


def test_a_page_about_a_place_shows_that_place(browser):
    process = make.process()
    make.place(name="Havnes")
    type(process).objects.filter(pk=process.pk).update(published_at=make.AT)
    assert brand(browser.get(f"/processes/{process.pk}/")) == "Fjordvik<small>Dugnad</small>"


def test_it_changes_at_once_when_a_place_is_edited_taken_into_use_or_out_of_it(browser):
    browser.force_login(make.administrator())
    fjordvik, havnes = make.place(name="Fjordvik"), make.place(name="Havnes", is_active=False)
    said = [brand(browser.get("/privacy/"))]
    typed = {"name": "Fjordvik kommune", "colour": "#1b5e7d", "language": "nb"}
    for address, data in (
        (f"{fjordvik.pk}/", typed), (f"{havnes.pk}/activate/", {}), (f"{havnes.pk}/deactivate/", {}),
    ):  # fmt: skip
        browser.post(f"/administration/places/{address}", data)
        said.append(brand(browser.get("/privacy/")).removesuffix("<small>Dugnad</small>"))
    assert said == ["Fjordvik<small>Dugnad</small>", "Fjordvik kommune", "Dugnad", "Fjordvik kommune"]


def test_a_warm_page_asks_the_database_nothing_for_it(browser, django_assert_num_queries):
    make.place()
    browser.get("/privacy/")
    with django_assert_num_queries(0):  # the page that is not there asks for nothing else
        browser.get("/there-is-nothing-here/")
