import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.voices.commands import add_comment
from tests import make

pytestmark = pytest.mark.django_db


def add(plan, by, text="Hvor kommer tallet fra?"):
    return add_comment(
        plan.process, by=by, at=make.AT, topic=f"plan/{plan.pk}", where="sections.background", text=text
    )


@pytest.mark.parametrize("kind", RoleKind.values)
def test_everyone_with_a_part_comments(kind):
    plan = make.plan()
    assert add(plan, make.member(plan, kind)).text == "Hvor kommer tallet fra?"


def test_strangers_do_not():
    with pytest.raises(Refused):
        add(make.plan(), make.person())


@pytest.mark.parametrize("text", ["  ", "x" * 5001])
def test_a_comment_says_something_and_is_no_book(text):
    plan = make.plan()
    with pytest.raises(Refused):
        add(plan, make.leader(plan), text)


def test_the_page_adds_it_and_the_plan_counts_it(client):
    plan = make.plan()
    client.force_login(make.member(plan, RoleKind.COUNTY_ADVISER))
    address = f"/plans/{plan.pk}/comments/sections.background/"
    assert client.post(address, {"text": ""}).status_code == 422
    assert client.post(address, {"text": "Hvor kommer <b>tallet</b> fra?"}).status_code == 302
    page = client.get(address).content.decode()
    assert ("&lt;b&gt;tallet&lt;/b&gt;" in page, "<b>tallet" in page) == (True, False)
    document = client.get(f"/plans/{plan.pk}/").context["document"]
    assert document.places["sections.background"].open_comments == 1


def test_there_is_no_thread_where_there_is_no_passage(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    assert client.get(f"/plans/{plan.pk}/comments/areas.X/").status_code == 404


def test_the_thread_is_not_there_for_strangers(client):
    assert client.get(f"/plans/{make.plan().pk}/comments/sections.background/").status_code == 404
