"""The frame of every page: languages, skip link, strict security, error pages that speak."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from django.utils import translation

from dugnad.hall.pages.frame import fail
from dugnad.site.catalogues import PACKAGE

pytestmark = pytest.mark.django_db
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
HOME = {
    "nb": "Sammen om stedet vi bor på",
    "nn": "Saman om staden vi bur på",
    "da": "Sammen om det sted, vi bor",
    "en": "Together about the place we live in",
}


def title_of(html: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", html, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("language", HOME)
def test_the_front_page_speaks_the_browsers_language_and_says_which(client: Client, language: str) -> None:
    page = client.get("/", headers={"accept-language": language})
    assert (page.status_code, page["Content-Language"]) == (200, language)
    assert f'<html lang="{language}"' in page.text
    assert title_of(page.text) == HOME[language]


def test_a_browser_that_speaks_something_else_gets_bokmaal(client: Client) -> None:
    assert title_of(client.get("/", headers={"accept-language": "fi"}).text) == HOME["nb"]


def test_a_chosen_language_is_remembered_and_leads_back_to_the_page(client: Client) -> None:
    answer = client.post("/language/", {"language": "nn", "next": "/?side=2"})
    assert (answer.status_code, answer["Location"]) == (302, "/?side=2")
    cookie = answer.cookies["language"]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == ("nn", "Lax", True)
    assert title_of(client.get("/", headers={"accept-language": "en"}).text) == HOME["nn"]


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", ""])
def test_the_choice_of_language_never_leads_to_another_site(client: Client, next_page: str) -> None:
    assert client.post("/language/", {"language": "da", "next": next_page})["Location"] == "/"


def test_an_unknown_language_is_not_remembered(client: Client) -> None:
    answer = client.post("/language/", {"language": "xx", "next": "/"})
    assert (answer.status_code, "language" in answer.cookies) == (302, False)


def test_the_language_is_only_changed_by_a_form(client: Client) -> None:
    assert client.get("/language/").status_code == 405


def test_the_first_thing_a_keyboard_meets_leads_to_the_content(client: Client) -> None:
    page = client.get("/").text
    body = page[page.index("<body>") :]
    first = re.search(r'<a[^>]*href="([^"]*)"', body)
    assert first is not None
    assert first[1] == "#main"
    assert '<main id="main"' in body


def test_the_security_policy_lets_nothing_foreign_or_inline_run(client: Client) -> None:
    policy = dict(
        part.strip().split(" ", 1) for part in client.get("/")["Content-Security-Policy"].split(";")
    )
    assert policy == {
        "default-src": "'self'",
        "img-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "frame-ancestors": "'none'",
        "form-action": "'self'",
    }


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_template_carries_inline_style_or_script(template: Path) -> None:
    source = template.read_text()
    if "email" in template.parts:
        return  # a mail cannot bring a stylesheet along
    inline = [
        *re.findall(r"<style\b", source),
        *re.findall(r"\sstyle=", source),
        *re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", source),
        *re.findall(r"\son[a-z]+=", source),
        *re.findall(r"hx-on", source),
        *re.findall(r"javascript:", source),
        *re.findall(r'(?:src|<link[^>]*href)="(?:https?:)?//', source),
    ]
    assert inline == []


def test_a_page_that_is_not_there_says_so_in_a_sentence(client: Client) -> None:
    page = client.get("/no/such/page/", headers={"accept-language": "nb"})
    assert (page.status_code, title_of(page.text)) == (404, "Siden finnes ikke")


def test_an_error_that_htmx_asked_for_is_a_fragment_and_no_page(client: Client) -> None:
    page = client.get("/no/such/page/", headers={"hx-request": "true", "accept-language": "en"})
    assert page.status_code == 404
    assert page.text.lstrip().startswith('<div class="message" data-tone="error" role="alert">')
    assert "<html" not in page.text


def test_a_form_without_its_token_is_refused_with_what_to_do() -> None:
    page = Client(enforce_csrf_checks=True).post("/language/", {"language": "nn"})
    assert (page.status_code, title_of(page.text)) == (403, "Skjemaet var for gammelt til å bli sendt")


@pytest.mark.parametrize(
    ("headers", "begins"), [({}, "<!DOCTYPE html>"), ({"hx-request": "true"}, '<div class="message"')]
)
def test_a_fault_of_ours_is_said_in_a_sentence_without_asking_the_database(
    rf: RequestFactory, headers: dict[str, str], begins: str, django_assert_num_queries: object
) -> None:
    with translation.override("nb"), django_assert_num_queries(0):  # type: ignore[operator]
        page = fail(rf.get("/", headers=headers))
    assert page.status_code == 500
    assert page.content.decode().startswith(begins)
    assert "Noe gikk galt hos oss" in page.content.decode()


def test_a_colours_stylesheet_is_css_that_may_be_kept(client: Client) -> None:
    sheet = client.get("/theme/1b5e7d.css")
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet["Cache-Control"]
    assert "--ds-color-accent-base-default:#1b5e7d;" in sheet.text
    assert "@media screen and (prefers-color-scheme:dark)" in sheet.text


@pytest.mark.parametrize("colour", ["red", "12345", "1b5e7d}body{x", "1b5e7dff"])
def test_what_is_no_colour_has_no_stylesheet(client: Client, colour: str) -> None:
    assert client.get(f"/theme/{colour}.css").status_code == 404


def test_every_file_that_the_frame_names_is_there(client: Client) -> None:
    named = re.findall(r'(?:href|src)="/static/([^"#]+)', client.get("/").text)
    assert len(named) > 10
    assert [name for name in named if finders.find(name) is None] == []


def test_a_page_brings_at_most_sixty_kilobytes_of_javascript(client: Client) -> None:
    scripts = re.findall(r'<script[^>]*src="/static/([^"]+)"', client.get("/").text)
    size = sum(len(gzip.compress(Path(str(finders.find(name))).read_bytes())) for name in scripts)
    assert scripts == ["htmx/htmx.min.js", "hall/dugnad.js"]
    assert size <= 60_000


def test_all_languages_can_be_chosen_by_their_own_names(client: Client) -> None:
    names = re.findall(r'name="language" value="(\w+)" lang="\w+"[^>]*>(\w+)', client.get("/").text)
    assert dict(names) == {"nb": "Bokmål", "nn": "Nynorsk", "da": "Dansk", "en": "English"}
    assert set(dict(names)) == set(dict(settings.LANGUAGES))


def test_sign_in_asks_for_an_address_and_for_no_password(client: Client) -> None:
    page = client.get("/account/login/code/", headers={"accept-language": "nn"}).text
    assert title_of(page) == "Logg inn"
    assert re.findall(r'type="(email|password)"', page) == ["email"]


def test_an_address_that_is_none_is_said_at_its_field_and_kept(client: Client) -> None:
    page = client.post("/account/login/code/", {"email": "kari@"}, headers={"accept-language": "nb"}).text
    assert 'value="kari@"' in page
    assert 'aria-invalid="true" aria-describedby="id_email_error"' in page
    assert 'id="id_email_error"' in page
