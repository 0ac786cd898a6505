"""Administration: from an empty installation to one that works; closed to everybody else."""

import re
from io import BytesIO
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from dugnad.people.models import Person, Place, PlaceRole, RoleKind
from tests import make

pytestmark = pytest.mark.django_db
ALL = [
    "/administration/",
    "/administration/places/",
    "/administration/places/1/",
    "/administration/areas/new/",
    "/administration/mail/",
    "/administration/demo/",
    "/administration/people/",
    "/administration/people/invite/",
]
SETTINGS = {"name": "Dyrøy kommune", "colour": "#0b5d66", "language": "nn"}


def _browser(person=None):
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    if person:
        browser.force_login(person)
    return browser


def _text(answer):
    return answer.content.decode()


def test_an_administrator_sets_up_a_municipality_from_the_first_page_to_the_last(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    browser = _browser(make.administrator(email="ada@dyroy.example"))
    steps = browser.get("/administration/").context["steps"]
    assert [step.is_done for step in steps] == [False, False, False, False, False, True]

    dyroy = Place.objects.get(name="Dyrøy")
    assert "Dyrøy" in _text(browser.get("/administration/places/?q=dyr%C3%B8y"))
    answer = browser.post(f"/administration/places/{dyroy.pk}/activate/")
    assert answer["Location"] == f"/administration/places/{dyroy.pk}/"
    written = {**SETTINGS, "contact_email": "post@dyroy.example", "logo": _logo()}
    assert browser.post(answer["Location"], written).status_code == 302
    browser.post("/administration/mail/test/")
    person = {"email": "siri@dyroy.example", "kind": RoleKind.COUNCIL_SECRETARY, "place": dyroy.pk}
    assert browser.post("/administration/people/invite/", person)["Location"] == "/administration/people/"

    steps = browser.get("/administration/").context["steps"]
    assert [step.is_done for step in steps] == [True] * 6
    assert [letter.to for letter in mail.outbox] == [["ada@dyroy.example"], ["siri@dyroy.example"]]
    assert Client().get(f"/places/{dyroy.pk}/logo/")["Content-Type"] == "image/png"
    assert "siri@dyroy.example" in _text(browser.get("/administration/people/"))


@pytest.mark.parametrize("address", ALL)
def test_every_page_of_administration_is_closed_to_others_and_says_why(address):
    for who in (None, make.person()):
        answer = _browser(who).get(address)
        assert (answer.status_code, "Only an administrator may do this." in _text(answer)) == (403, True)


def test_an_administrator_of_one_place_sees_and_edits_that_place_alone():
    fjordvik, other, lars = make.place(), make.place(name="Vestbygd"), make.person()
    make.place_role(person=lars, kind=RoleKind.ADMINISTRATOR, place=fjordvik)
    make.place_role(person=make.person(name="Vera"), kind=RoleKind.EDITOR, place=other)
    browser = _browser(lars)
    assert list(browser.get("/administration/").context["places"]) == [fjordvik]
    assert "Vera" not in _text(browser.get("/administration/people/"))
    codes = [browser.get(f"/administration/places/{place.pk}/").status_code for place in (fjordvik, other)]
    assert codes == [200, 403]
    invited = {"email": "x@y.example", "kind": RoleKind.EDITOR, "place": other.pk}
    assert browser.post("/administration/people/invite/", invited).status_code == 422
    assert not Person.objects.filter(email="x@y.example").exists()


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"colour": "#12"}, "colour", "Write the colour as #"),
        ({"name": " "}, "name", "This field is required."),
        ({"name": "x" * 121}, "name", "at most 120 characters"),
        ({"contact_email": "post"}, "contact_email", "valid email"),
        ({"language": "xx"}, "language", "not one of the available choices"),
    ],
)
def test_a_bad_setting_is_said_at_its_field_and_the_rest_stays_typed(bad, field, sentence):
    fjordvik, browser = make.place(), _browser(make.administrator())
    typed = {**SETTINGS, "name": "Fjord <script>alert(1)</script> 🌲 مرحبا", **bad}
    answer = browser.post(f"/administration/places/{fjordvik.pk}/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert sentence in _text(answer)
    assert answer.context["form"]["language"].value() == typed["language"]
    assert "<script>alert" not in _text(answer)
    fjordvik.refresh_from_db()
    assert fjordvik.name == "Fjordvik"


def test_a_logo_of_five_megabytes_is_refused_at_its_field_and_nothing_typed_is_lost():
    fjordvik, browser = make.place(), _browser(make.administrator())
    big = SimpleUploadedFile("logo.png", b"\x89PNG" + b"x" * (5 * 1024 * 1024))
    answer = browser.post(f"/administration/places/{fjordvik.pk}/", {**SETTINGS, "logo": big})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["logo"])
    assert 'value="Dyrøy kommune"' in _text(answer)


def test_the_contrast_of_a_colour_is_shown_while_it_is_chosen():
    page = _text(_browser(make.administrator()).get("/administration/colour/", {"colour": "#ffd700"}))
    ratios = re.findall(r"([\w ]+): ([0-9.]+) : 1", page)
    assert ratios == [("Button", "12.4"), ("Text on white", "1.4"), ("Text on dark", "12.4")]
    assert (page.count("Reads well."), page.count("Too weak for text"), "<html" in page) == (2, 1, False)


@pytest.mark.parametrize("colour", ["red", "#12", '"><script>', "#ffd7000"])
def test_the_contrast_of_what_is_no_colour_is_a_sentence(colour):
    answer = _browser(make.administrator()).get("/administration/colour/", {"colour": colour})
    assert (answer.status_code, "Write the colour as #" in _text(answer)) == (200, True)
    assert ("<script>" in _text(answer), "<svg" in _text(answer)) == (False, False)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"email": "not an address"}, "email"),
        ({"kind": "king"}, "kind"),
        ({"since": "2027-02-30"}, "since"),
        ({"since": "2027-03-01", "until": "2027-02-28"}, "until"),
        ({"place": "99999999"}, "place"),
        ({"name": "x" * 121}, "name"),
    ],
)
def test_a_bad_invitation_is_said_at_its_field_and_the_rest_stays_typed(bad, field):
    browser = _browser(make.administrator())
    typed = {"email": "siri@dyroy.example", "kind": RoleKind.EDITOR, "name": "Máret Čáhppes", **bad}
    answer = browser.post("/administration/people/invite/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert answer.context["form"]["name"].value() == typed["name"]
    assert mail.outbox == []


def test_html_in_a_name_is_shown_as_text():
    make.place_role(person=make.person(name="<script>alert(1)</script>"), kind=RoleKind.EDITOR)
    page = _text(_browser(make.administrator()).get("/administration/people/"))
    assert ("<script>alert" in page, "&lt;script&gt;alert" in page) == (False, True)


def test_an_invitation_that_cannot_be_sent_keeps_the_role_and_says_what_the_mail_server_answered(monkeypatch):
    def refuse(*_args, **_kwargs):
        raise SMTPException("Relay access denied")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    browser = _browser(make.administrator())
    answer = browser.post(
        "/administration/people/invite/",
        {"email": "siri@dyroy.example", "kind": RoleKind.EDITOR},
        follow=True,
    )
    assert "could not be sent: Relay access denied" in _text(answer)
    assert PlaceRole.objects.filter(person__email="siri@dyroy.example").exists()
    answer = browser.post("/administration/mail/test/", follow=True)
    assert "The mail server answered: Relay access denied" in _text(answer)


def test_a_role_is_ended_on_a_page_and_the_last_administrators_is_not():
    ada = make.administrator()
    role = make.place_role(person=make.person(), kind=RoleKind.EDITOR, place=make.place())
    browser = _browser(ada)
    answer = browser.post(f"/administration/roles/{role.pk}/end/", {"until": "2099-01-01"})
    assert answer["Location"] == "/administration/people/"
    own = ada.place_roles.get()
    answer = browser.post(f"/administration/roles/{own.pk}/end/", {"until": "2099-01-01"})
    assert (answer.status_code, "This is the last administrator." in _text(answer)) == (422, True)


def test_an_area_is_formed_on_a_page():
    browser = _browser(make.administrator())
    members = "Dyrøy\r\n5526 \r\n\r\nDYRØY"
    answer = browser.post("/administration/areas/new/", {"name": "Midt-Troms", "members": members})
    assert answer.status_code == 302
    assert Place.objects.get(name="Midt-Troms").members.count() == 2
    answer = browser.post("/administration/areas/new/", {"name": "Alene", "members": "Dyrøy"})
    assert (answer.status_code, "at least two municipalities" in _text(answer)) == (422, True)


@pytest.mark.parametrize(
    ("members", "sentence"),
    [
        ("Dyrøy\nAtlantis", "There is no municipality with the name or number “Atlantis”."),
        ("Dyrøy\nHerøy", "Several municipalities are called “Herøy”. Write the number:"),
        ("", "This field is required."),
    ],
)
def test_a_municipality_that_cannot_be_found_is_named_and_the_list_stays_typed(members, sentence):
    browser = _browser(make.administrator())
    answer = browser.post("/administration/areas/new/", {"name": "Nord", "members": members})
    assert (answer.status_code, sentence in _text(answer)) == (422, True)
    assert answer.context["form"]["members"].value() == members


def test_an_administrator_erases_someone_who_asked_and_never_the_last_administrator():
    ada, kari = make.administrator(), make.person(name="Kari")
    browser = _browser(ada)
    assert browser.get(f"/administration/people/{kari.pk}/").status_code == 200
    data = browser.get(f"/administration/people/{kari.pk}/download/").json()
    assert data["person"]["name"] == "Kari"
    browser.post(f"/administration/people/{kari.pk}/erase/")
    assert browser.get(f"/administration/people/{kari.pk}/").status_code == 404
    answer = browser.post(f"/administration/people/{ada.pk}/erase/")
    assert (answer.status_code, "This is the last administrator." in _text(answer)) == (403, True)


@pytest.mark.parametrize(
    "address", ["/administration/", "/administration/people/", "/administration/places/"]
)
def test_the_pages_ask_no_more_of_the_database_with_three_rows_than_with_one(
    address, django_assert_max_num_queries
):
    browser = _browser(make.administrator())
    counts = []
    browser.get("/privacy/")  # from here on the frame remembers its place
    for number in range(3):
        place = make.place(name=f"Vik {number}")
        make.place_role(person=make.person(), kind=RoleKind.EDITOR, place=place)
        with django_assert_max_num_queries(10) as asked:
            browser.get(address)
        counts.append(len(asked))
    assert counts[0] == counts[2]


def _logo():
    out = BytesIO()
    Image.new("RGB", (40, 30), "#0b5d66").save(out, "PNG")
    return SimpleUploadedFile("logo.png", out.getvalue())
