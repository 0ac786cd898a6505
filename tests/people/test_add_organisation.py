"""Organisations come into the register, each once, by those who keep their place."""

import pytest
from django.test import Client

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.people.commands import add_organisation
from dugnad.people.models import Organisation, RoleKind
from tests import make

pytestmark = pytest.mark.django_db
NUMBER = "974 760 673"  # the register of business enterprises' own: its check digit is right


def _keeper(place, kind=RoleKind.EDITOR):
    keeper = make.person()
    make.place_role(person=keeper, kind=kind, place=place)
    return keeper


def _browser(person):
    browser = Client(HTTP_ACCEPT_LANGUAGE="en")
    browser.force_login(person)
    return browser


def test_a_project_leader_writes_an_organisation_of_the_place_into_the_register():
    fjordvik = make.place()
    leader = _keeper(fjordvik)
    made = add_organisation(
        " Fjordvik  Fisk ", number=NUMBER, place=fjordvik, milieu="local_business", by=leader, at=make.AT
    )
    made.refresh_from_db()
    assert (made.name, made.number, made.place, made.milieu) == (
        "Fjordvik Fisk", "974760673", fjordvik, "local_business",
    )  # fmt: skip
    entry = Entry.objects.select_related("payload").get(verb="organisation.added")
    assert entry.payload.content["name"] == "Fjordvik Fisk"


@pytest.mark.parametrize("kind", [kind for kind in RoleKind if kind not in {"administrator", "editor"}])
def test_no_other_role_keeps_the_register(kind):
    fjordvik = make.place()
    with pytest.raises(Refused, match="Only administrators and project managers of the place"):
        add_organisation("Fjordvik Fisk", place=fjordvik, by=_keeper(fjordvik, kind), at=make.AT)


def test_neither_the_neighbours_leader_nor_a_stranger_keeps_it():
    fjordvik, neighbour = make.place(), make.place(name="Havnes")
    for someone in (_keeper(neighbour), make.person(), None):
        with pytest.raises(Refused, match="Only administrators and project managers of the place"):
            add_organisation("Fjordvik Fisk", place=fjordvik, by=someone, at=make.AT)


def test_only_the_installations_administrators_add_what_belongs_to_no_single_place():
    with pytest.raises(Refused, match="Only administrators"):
        add_organisation("NTNU", by=_keeper(make.place(), RoleKind.ADMINISTRATOR), at=make.AT)
    assert add_organisation("NTNU", by=make.administrator(), at=make.AT).place is None


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        ("974760674", "This is no organisation number: look for a mistyped digit."),
        ("1234567", "An organisation number has nine digits in Norway, eight in Denmark (CVR)."),
        ("٩٧٤٧٦٠٦٧٣", "An organisation number has nine digits in Norway, eight in Denmark (CVR)."),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_what_is_wrong(number, sentence):
    with pytest.raises(Refused) as refused:
        add_organisation("Fisk", number=number, by=make.administrator(), at=make.AT)
    assert str(refused.value) == sentence


def test_a_number_stands_once():
    ada = make.administrator()
    add_organisation("Fjordvik Fisk", number=NUMBER, by=ada, at=make.AT)
    with pytest.raises(Refused) as refused:
        add_organisation("Fisk AS", number=NUMBER, by=ada, at=make.AT)
    assert str(refused.value) == "Fjordvik Fisk has this number already."
    assert add_organisation("Dansk Fisk", number="12345678", by=ada, at=make.AT).number == "12345678"


def test_the_page_adds_and_the_list_finds_by_every_word():
    fjordvik = make.place()
    browser = _browser(_keeper(fjordvik))
    typed = {"name": "Ørsta Båt", "number": NUMBER, "place": fjordvik.pk, "milieu": "founders"}
    assert browser.post("/people/organisations/add/", typed)["Location"] == "/people/organisations/"
    add_organisation("NTNU", by=make.administrator(), at=make.AT)
    found = browser.get("/people/organisations/?q=ørsta+fjordvik")
    assert [row.name for row in found.context["organisations"]] == ["Ørsta Båt"]
    everything = browser.get("/people/organisations/")
    assert [row.name for row in everything.context["organisations"]] == ["NTNU", "Ørsta Båt"]
    assert everything.content.decode().count("/edit/") == 1


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"name": ""}, "name"),
        ({"number": "123"}, "number"),
        ({"place": ""}, "place"),
        ({"milieu": "x"}, "milieu"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_the_rest_stays_typed(bad, field):
    fjordvik = make.place()
    typed = {"name": "Fisk", "number": "", "place": fjordvik.pk, "milieu": "", **bad}
    answer = _browser(_keeper(fjordvik)).post("/people/organisations/add/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert Organisation.objects.count() == 0


def test_hostile_words_and_signs_do_no_harm():
    fjordvik = make.place()
    browser = _browser(_keeper(fjordvik))
    name = "<script>alert(1)</script> Čáhci 🐟 שלום"
    browser.post("/people/organisations/add/", {"name": name, "place": fjordvik.pk})
    assert "<script>alert(1)" not in browser.get("/people/organisations/").content.decode()
    assert browser.get("/people/organisations/?q=%00%27%22čáhci").status_code == 200


def test_the_register_is_closed_to_those_who_do_not_keep_it():
    organisation = add_organisation("NTNU", by=make.administrator(), at=make.AT)
    for address in ("", "add/", f"{organisation.pk}/edit/"):
        assert Client().get(f"/people/organisations/{address}").status_code == 403
        assert _browser(make.person()).get(f"/people/organisations/{address}").status_code == 403


def test_the_list_asks_little_of_the_database(django_assert_max_num_queries):
    fjordvik, ada, counts = make.place(), make.administrator(), []
    browser = _browser(_keeper(fjordvik))
    browser.get("/privacy/")  # from here on the frame remembers its place
    for number in range(3):
        add_organisation(f"Fisk {number}", place=fjordvik, by=ada, at=make.AT)
        with django_assert_max_num_queries(10) as asked:
            browser.get("/people/organisations/")
        counts.append(len(asked))
    assert counts[0] == counts[2]
