"""My page: what a person sees and decides about themself."""

import json
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from dugnad.hall.erasure import erase_everywhere, everything_about
from dugnad.journal.queries import verify_chains
from dugnad.kit.verdicts import Refused
from dugnad.people.commands import edit_profile, give_consent
from dugnad.people.models import RoleKind
from dugnad.processes.models import Follower, ProcessRole
from dugnad.voices.models import Comment
from tests import make

pytestmark = pytest.mark.django_db
WRITTEN = {"name": "Kari N.", "phone": "+47 77 00 00 00", "language": "en", "wants_mail": "on"}


def _browser(person):
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(person)
    return browser


def test_i_write_my_name_and_preferences_and_see_my_roles():
    kari = make.person()
    make.place_role(person=kari, kind=RoleKind.EDITOR, place=make.place(), since=date(2027, 1, 1))
    browser = _browser(kari)
    assert browser.post("/me/", WRITTEN)["Location"] == "/me/"
    kari.refresh_from_db()
    assert (kari.name, kari.language, kari.wants_mail, kari.wants_digest) == ("Kari N.", "en", True, False)
    page = browser.get("/me/").content.decode()
    assert "Project manager</strong>, Fjordvik · from 1 January 2027" in page


@pytest.mark.parametrize(
    ("bad", "field"),
    [({"phone": "ring me 📞"}, "phone"), ({"name": ""}, "name"), ({"language": "x"}, "language")],
)
def test_what_cannot_be_is_said_at_its_field_and_the_rest_stays_typed(bad, field):
    kari = make.person()
    answer = _browser(kari).post("/me/", {**WRITTEN, **bad})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["wants_mail"].value() is True


def test_my_page_is_not_for_strangers():
    for address in ("/me/", "/me/download/", "/me/erase/"):
        assert Client().get(address)["Location"] == f"/account/login/?next={address}"


def test_i_withdraw_a_consent_and_nobody_else_does_it_for_me():
    kari = make.person()
    consent = give_consent(kari, purpose="photo", wording="My photo may be shown.", by=kari, at=make.AT)
    address = f"/me/consents/{consent.pk}/withdraw/"
    assert _browser(make.person()).post(address).status_code == 404
    assert "My photo may be shown." in _browser(kari).get("/me/").content.decode()
    _browser(kari).post(address)
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None


def _with_traces():
    kari = make.person(email="kari@fjordvik.example", name="Kari Nordmann")
    process = make.process(by=kari)
    wishes = {"wants_mail": True, "wants_digest": False}
    edit_profile(kari, name="Kari Nordmann", phone="77000000", language="en", **wishes, by=kari, at=make.AT)
    Comment.objects.create(
        process=process, topic="plan/1", where="areas.B", text="Godt!", by=kari, at=make.AT
    )
    Follower.objects.create(process=process, email="Kari@fjordvik.example", token="t", asked_at=make.AT)
    return kari, process


def test_i_get_all_that_is_stored_about_me_as_a_file():
    kari, process = _with_traces()
    answer = _browser(kari).get("/me/download/")
    assert answer["Content-Disposition"] == 'attachment; filename="dugnad-my-data.json"'
    data = json.loads(answer.content)
    assert data["person"]["email"] == "kari@fjordvik.example"
    assert data["comments"][0]["text"] == "Godt!"
    assert data["followed_processes"][0]["process__title"] == process.title
    assert "person.edited" in [entry["verb"] for entry in data["journal"]]


def test_nobody_but_i_and_administrators_get_my_data():
    kari, stranger = make.person(), make.person()
    with pytest.raises(Refused, match="Only the person themself or an administrator may do this"):
        everything_about(kari, by=stranger, at=make.AT)
    assert _browser(stranger).get(f"/administration/people/{kari.pk}/download/").status_code == 403


def test_i_am_told_what_is_lost_then_erased_everywhere_and_signed_out():
    kari, process = _with_traces()
    browser = _browser(kari)
    assert "This cannot be undone." in browser.get("/me/erase/").content.decode()
    answer = browser.post("/me/erase/", follow=True)
    assert "Your data are erased and you are signed out." in answer.content.decode()
    assert browser.get("/me/").status_code == 302
    comment = Comment.objects.select_related("by").get()
    assert (comment.text, str(comment.by)) == ("Godt!", "Erased person")
    assert not Follower.objects.exists()
    assert not process.roles.filter(until=None, person=kari).exists()
    assert {fault.kind for fault in verify_chains()} <= {"erased"}


def test_what_pages_remember_goes_with_the_name(django_capture_on_commit_callbacks):
    kari = make.person(name="Kari Nordmann")
    cache.set("a page", "by Kari Nordmann")
    with django_capture_on_commit_callbacks(execute=True):
        erase_everywhere(kari, by=kari, at=make.AT)
    assert cache.get("a page") is None


def test_a_part_in_a_process_that_has_not_begun_never_begins():
    kari, process = make.person(), make.process()
    for since in (None, date(2027, 6, 1)):
        ProcessRole.objects.create(process=process, person=kari, kind=RoleKind.COMMITTEE, since=since)
    erase_everywhere(kari, by=kari, at=make.AT)
    assert list(process.roles.filter(person=kari).values_list("since", "until")) == [
        (None, date(2027, 1, 11))
    ]


def test_the_last_administrator_stays_whole_in_every_room():
    ada = make.administrator(email="ada@fjordvik.example")
    process = make.process()
    Follower.objects.create(process=process, email=ada.email, token="t", asked_at=make.AT)
    with pytest.raises(Refused, match="This is the last administrator"):
        erase_everywhere(ada, by=ada, at=make.AT)
    assert Follower.objects.count() == 1
    page = _browser(ada).get("/me/erase/").content.decode()
    assert "This is the last administrator. Appoint another one first." in page


def test_my_page_asks_little_of_the_database(django_assert_max_num_queries):
    kari, counts = make.person(), []
    browser = _browser(kari)
    browser.get("/privacy/")  # from here on the frame remembers its place
    for _number in range(3):
        make.place_role(person=kari, kind=RoleKind.EDITOR, place=make.place())
        give_consent(kari, purpose="photo", wording="x", by=kari, at=make.AT)
        with django_assert_max_num_queries(10) as asked:
            browser.get("/me/")
        counts.append(len(asked))
    assert counts[0] == counts[2]


def test_passkeys_are_offered_over_https_and_another_sign_in_where_one_is_set(settings):
    browser = _browser(make.person())
    assert "/account/2fa/webauthn/" not in browser.get("/me/").content.decode()
    settings.IS_HTTPS = True
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    page = browser.get("/me/").content.decode()
    assert ("/account/2fa/webauthn/" in page, "/account/3rdparty/" in page) == (True, True)
