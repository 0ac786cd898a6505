"""Signing in with a code that comes by mail; only those who are invited."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client

from dugnad.people.commands import enrol_person
from tests import make

pytestmark = pytest.mark.django_db
ASK, ENTER = "/account/login/code/", "/account/login/code/confirm/"


@pytest.fixture(autouse=True)
def _no_one_has_tried_before():
    cache.clear()


def _ask(browser, email):
    return browser.post(ASK, {"email": email})


def _code():
    return re.search(r"^[A-Z0-9]{4,}(?:-[A-Z0-9]+)*$", mail.outbox[-1].body, re.MULTILINE).group()


def _is_signed_in(browser):
    return "_auth_user_id" in browser.session


def test_an_invited_person_signs_in_with_the_code_from_the_mail():
    kari, browser = make.person(email="kari@fjordvik.example", language="nn"), Client()
    assert browser.get("/account/login/?next=/me/")["Location"] == f"{ASK}?next=%2Fme%2F"
    assert _ask(browser, "KARI@fjordvik.example")["Location"] == ENTER
    assert not _is_signed_in(browser)
    assert browser.post(ENTER, {"code": _code()})["Location"] == "/"
    assert browser.session["_auth_user_id"] == str(kari.pk)


def test_the_code_proves_the_address_so_that_a_passkey_can_be_added(settings):
    settings.IS_HTTPS = True
    enrol_person("kari@fjordvik.example", by=None, at=make.AT)
    browser = Client()
    _ask(browser, "kari@fjordvik.example")
    browser.post(ENTER, {"code": _code()})
    assert browser.get("/account/2fa/webauthn/add/").status_code == 200
    assert browser.get("/account/2fa/webauthn/").status_code == 200
    assert browser.get("/account/email/").status_code == 200


def test_the_code_comes_as_text_and_html_in_the_persons_own_language_and_says_a_machine_sent_it():
    make.person(email="kari@fjordvik.example", language="da")
    _ask(Client(HTTP_ACCEPT_LANGUAGE="en"), "kari@fjordvik.example")
    [letter] = mail.outbox
    assert letter.subject == f"{_code()} er din kode til at logge ind"
    assert letter.extra_headers == {"Auto-Submitted": "auto-generated"}
    [(html, kind)] = letter.alternatives
    assert (kind, _code() in html, 'lang="da"' in html) == ("text/html", True, True)


def test_an_unknown_address_gets_the_same_answer_and_a_mail_that_tells_it_is_not_invited():
    make.person(email="kari@fjordvik.example")
    known, unknown = Client(), Client()
    answers = [_ask(known, "kari@fjordvik.example"), _ask(unknown, "nobody@fjordvik.example")]
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [(302, ENTER)] * 2
    pages = [known.get(ENTER), unknown.get(ENTER)]
    texts = [re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.content.decode()) for page in pages]
    assert texts[0].replace("kari@", "nobody@") == texts[1]
    assert len(mail.outbox) == 2
    assert "nobody@fjordvik.example" in mail.outbox[1].body
    assert "signup" not in mail.outbox[1].body
    unknown.post(ENTER, {"code": "ABC-DEF"})
    assert not _is_signed_in(unknown)


def test_an_erased_person_is_as_unknown_as_anybody():
    make.person(email="kari@fjordvik.example", is_active=False)
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    assert _ask(browser, "kari@fjordvik.example")["Location"] == ENTER
    assert mail.outbox[0].subject == "Your address is not known here"


def test_a_wrong_code_is_said_to_be_wrong_and_the_right_one_still_works():
    make.person(email="kari@fjordvik.example")
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    _ask(browser, "kari@fjordvik.example")
    answer = browser.post(ENTER, {"code": "WRONG1"})
    assert "That is not the code we sent." in answer.content.decode()
    browser.post(ENTER, {"code": _code()})
    assert _is_signed_in(browser)


def test_after_three_wrong_codes_one_must_ask_for_a_new_one():
    make.person(email="kari@fjordvik.example")
    browser = Client()
    _ask(browser, "kari@fjordvik.example")
    code = _code()
    answers = [browser.post(ENTER, {"code": "WRONG1"}) for _try in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 302]
    browser.post(ENTER, {"code": code})
    assert not _is_signed_in(browser)


def test_a_code_is_of_no_use_after_a_quarter_of_an_hour():
    make.person(email="kari@fjordvik.example")
    browser = Client()
    with time_machine.travel(make.AT, tick=False) as clock:
        _ask(browser, "kari@fjordvik.example")
        clock.shift(timedelta(minutes=16))
        browser.post(ENTER, {"code": _code()})
    assert not _is_signed_in(browser)


def test_nobody_can_have_a_mailbox_filled_with_codes():
    make.person(email="kari@fjordvik.example")
    for _try in range(5):
        answer = _ask(Client(), "kari@fjordvik.example")
    assert len(mail.outbox) == 3
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "address", ["not an address", "", "a@b", "kari@fjordvik.example\r\nBcc: x@y.example"]
)
def test_what_is_no_address_is_said_at_the_field_and_stays_there(address):
    answer = _ask(Client(HTTP_ACCEPT_LANGUAGE="en"), address)
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"email"}
    assert mail.outbox == []


@pytest.mark.parametrize("rest", ["reset/", "change/", "set/", "reset/key/done/"])
def test_there_are_no_passwords_to_set_or_lose(rest):
    assert Client().get(f"/account/password/{rest}").status_code == 404


def test_nobody_registers_themself():
    answer = Client().post("/account/signup/", {"email": "new@fjordvik.example"})
    assert "email" not in (answer.context or {})
    assert mail.outbox == []


def test_in_the_demo_one_takes_a_part_by_name(settings):
    settings.DEMO = True
    siri = make.person(email="siri@fjordvik.example", name="Siri Sekretær")
    make.place_role(person=siri, kind="council_secretary", place=make.place())
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    page = browser.get(ASK).content.decode()
    assert ("Siri Sekretær" in page, "Council secretary" in page) == (True, True)
    browser.post("/demo/enter/", {"key": str(siri.pk)})
    assert browser.session["_auth_user_id"] == str(siri.pk)


@pytest.mark.parametrize(("is_demo", "email"), [(False, "siri@fjordvik.example"), (True, "siri@fjordvik.no")])
def test_outside_the_demo_and_for_real_addresses_no_part_can_be_taken(settings, is_demo, email):
    settings.DEMO = is_demo
    siri, browser = make.person(email=email), Client()
    assert browser.post("/demo/enter/", {"key": str(siri.pk)}).status_code == 404
    assert email not in browser.get(ASK).content.decode()
    assert not _is_signed_in(browser)


@pytest.mark.parametrize("key", ["", "x", "²", "-1", "9" * 30])
def test_a_part_that_does_not_exist_cannot_be_taken(settings, key):
    settings.DEMO = True
    assert Client().post("/demo/enter/", {"key": key}).status_code == 404
