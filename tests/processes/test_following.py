"""Following a process by mail: asked twice, ended with one click; and the feed."""

from __future__ import annotations

import re
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from dugnad.hall.notices import tell_everybody
from dugnad.journal.models import Payload
from dugnad.people.models import RoleKind
from dugnad.processes.commands import publish_process
from dugnad.processes.models import Follower, ProcessRole
from tests import make
from tests.processes import meeting_story as story

ATOM = "{http://www.w3.org/2005/Atom}"
ASKED = {
    "nb": "Vil du følge «Omstillingsplan for Fjordvik»?",
    "nn": "Vil du følgje «Omstillingsplan for Fjordvik»?",
    "da": "Vil du følge »Omstillingsplan for Fjordvik«?",
    "en": "Do you want to follow “Omstillingsplan for Fjordvik”?",
}


@pytest.fixture(autouse=True)
def _nobody_has_asked():
    cache.clear()


def published():
    process = make.process()
    publish_process(process, by=story.editor_of(process), at=make.AT)
    return process


def ask(client, process, email="ola@nordmann.example", language="nb"):
    address = reverse("processes:follow_process", args=[process.pk])
    return client.post(address, {"email": email}, headers={"accept-language": language})


def follower(process, email="ola@nordmann.example", language="nb"):
    return Follower.objects.create(
        process=process, email=email, language=language, token=f"t{email[:3]}", asked_at=make.AT,
        confirmed_at=make.AT,
    )  # fmt: skip


def path_in(letter, word):
    return re.search(rf"{re.escape(settings.PUBLIC_URL)}(\S*{word}\S*)", letter.body)[1]


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_an_address_follows_only_after_its_owner_has_confirmed(client, db, language):
    process = published()
    with story.visit(client):
        ask(client, process, language=language)
        assert [one.subject for one in mail.outbox] == [ASKED[language]]
        address = path_in(mail.outbox[0], "follow")
        client.get(address)  # what a mail program does by itself
        assert Follower.objects.get().confirmed_at is None
        client.post(address)
    assert (Follower.objects.get().confirmed_at, Follower.objects.get().language) == (make.AT, language)


def test_nobodys_mailbox_is_filled_and_nobody_learns_who_follows(client, db):
    process = published()
    with story.visit(client):
        first, second = ask(client, process), ask(client, process)
        follower(process, email="kari@nordmann.example")
        third = ask(client, process, email="kari@nordmann.example")
    assert [(one.status_code, one.url) for one in (second, third)] == [(first.status_code, first.url)] * 2
    assert len(mail.outbox) == 1


def test_one_address_cannot_ask_without_end(client, db):
    process = published()
    with story.visit(client):
        answers = [ask(client, process, email=f"p{n}@x.example").status_code for n in range(11)]
    assert answers == [302] * 10 + [422]
    assert len(mail.outbox) == 10


def test_a_draft_cannot_be_followed_nor_read_as_a_feed(client, db):
    process = make.process()
    assert ask(client, process).status_code == 404
    assert client.get(f"/processes/{process.pk}/feed.atom").status_code == 404


def test_an_old_link_asks_to_begin_again(client, db):
    process = published()
    with story.visit(client):
        ask(client, process)
    address = path_in(mail.outbox[0], "follow")
    with story.visit(client, at=make.AT + timedelta(days=8)):
        assert client.post(address).status_code == 403


def test_a_follower_hears_what_is_public_once_and_nothing_closed(db):
    process = published()
    tell_everybody(at=make.AT)
    follower(process)
    story.called(process)
    tell_everybody(at=make.AT)
    tell_everybody(at=make.AT)
    told = [one for one in mail.outbox if one.to == ["ola@nordmann.example"]]
    assert [one.subject for one in told] == [
        "Omstillingsplan for Fjordvik: Styringsgruppen er innkalt til møte 18. mars 2027 kl. 18.00."
    ]
    assert story.SECRET not in told[0].body + told[0].alternatives[0][0]


def test_one_click_ends_it_without_signing_in_or_a_form_token(db):
    process = published()
    tell_everybody(at=make.AT)
    follower(process)
    story.called(process)
    tell_everybody(at=make.AT)
    letter = next(one for one in mail.outbox if one.to == ["ola@nordmann.example"])
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix(settings.PUBLIC_URL)
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(address).status_code == 200
    assert Follower.objects.count() == 1
    strict.post(address, {"List-Unsubscribe": "One-Click"})
    assert Follower.objects.count() == 0
    assert strict.post(address).status_code == 302


def test_one_click_ends_a_persons_mail_and_keeps_the_rest_of_the_profile(client, db):
    process = make.process()
    tell_everybody(at=make.AT)
    member = make.person(name="Mona", email="mona@x.example", language="da", phone="12 34")
    ProcessRole.objects.create(process=process, person=member, kind=RoleKind.STEERING_GROUP)
    publish_process(process, by=story.editor_of(process), at=make.AT)
    tell_everybody(at=make.AT)
    address = path_in(mail.outbox[0], "mail/stop")
    assert client.post(address).status_code == 302
    member.refresh_from_db()
    facts = (member.wants_mail, member.wants_digest, member.name, member.phone, member.language)
    assert facts == (False, False, "Mona", "12 34", "da")


def test_a_forged_link_ends_nothing(client, db):
    assert client.post(reverse("processes:stop_mail", args=["W10:forged"])).status_code == 404


def test_the_address_of_a_follower_is_nowhere_in_the_journal(client, db):
    process = published()
    with story.visit(client):
        ask(client, process)
        client.post(path_in(mail.outbox[0], "follow"))
    assert not any("nordmann" in str(row.content) for row in Payload.objects.all())


def test_the_feed_tells_the_public_news_and_no_more(client, db):
    process = published()
    story.called(process)
    story.planned(process)
    answer = client.get(f"/processes/{process.pk}/feed.atom")
    feed = ET.fromstring(answer.content)  # noqa: S314 - our own
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert [entry.find(f"{ATOM}title").text for entry in feed.iter(f"{ATOM}entry")] == [
        "Styringsgruppen er innkalt til møte 18. mars 2027 kl. 18.00.",
        "Prosessen er publisert: Alle kan se den.",
    ]
    assert story.SECRET not in answer.content.decode()
