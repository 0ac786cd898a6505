import pytest

from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def add(plan, by=None, **fields):
    values = {"code": "A", "title": "Havbruk", **fields}
    return commands.add_area(plan, by=by or make.leader(plan), at=make.AT, **values)


def test_an_area_comes_with_what_it_answers_and_its_money():
    plan = make.plan()
    area = add(plan, answers=make.premises(plan.process), frames={2028: 500, 2029: 0})
    assert [premise.code for premise in area.answers.all()] == ["U1", "M1"]
    assert [(frame.year, frame.amount) for frame in area.frames.all()] == [(2028, 500)]


@pytest.mark.parametrize("code", ["", "A B", "ABCDEFGHI", "<b>"])
def test_a_code_is_one_to_eight_letters_and_digits(code):
    with pytest.raises(Refused):
        add(make.plan(), code=code)


def test_a_code_is_used_once_even_when_its_area_was_taken_out():
    plan = make.plan()
    area = add(plan)
    commands.remove_area(area, by=make.leader(plan), at=make.AT, revision=1)
    with pytest.raises(Refused):
        add(plan)


def test_money_is_never_negative():
    with pytest.raises(Refused):
        add(make.plan(), frames={2028: -1})


def test_advisers_add_nothing():
    plan = make.plan()
    with pytest.raises(Refused):
        add(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER))


def test_the_page_keeps_everything_typed_when_an_amount_is_negative(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    typed = {"code": "A", "title": "Sjømat", "text": "Lang tekst", "frame_2028": "-5", "revision": "1"}
    answer = client.post(f"/plans/{plan.pk}/areas/add/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert [text in page for text in ("Sjømat", "Lang tekst", 'value="-5"')] == [True, True, True]
    assert list(answer.context["form"].errors) == ["frame_2028"]


def test_the_page_reads_kroner_as_norwegians_write_them(client):
    plan = make.plan()
    client.force_login(make.leader(plan))
    typed = {"code": "A", "title": "Sjømat", "frame_2028": "1 200 000", "frame_2029": "kr 1.300.000,-"}
    answer = client.post(f"/plans/{plan.pk}/areas/add/", {**typed, "revision": "1"})
    assert answer["Location"] == f"/plans/{plan.pk}/#at-areas-A"
    assert [frame.amount for frame in plan.areas.get().frames.all()] == [1_200_000, 1_300_000]
