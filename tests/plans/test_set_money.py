import pytest

from dugnad.kit.verdicts import Outdated, Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from tests import make

pytestmark = pytest.mark.django_db


def put(plan, by=None, revision=1, lines=None, administration=None):
    commands.set_money(
        plan, by=by or make.leader(plan), at=make.AT, revision=revision,
        lines=lines or {("county", "", 2028): 5}, administration=administration or {},
    )  # fmt: skip


def test_the_whole_table_is_written_at_once():
    plan = make.plan()
    put(plan, lines={("county", "", 2028): 5, ("other", "Banken", 2029): 7}, administration={2028: 2})
    assert [(m.source, m.name, m.year, m.amount) for m in plan.money.all()] == [
        ("county", "", 2028, 5), ("other", "Banken", 2029, 7),
    ]  # fmt: skip
    assert [(f.year, f.amount) for f in plan.frames.all()] == [(2028, 2)]


def test_money_is_never_negative():
    with pytest.raises(Refused):
        put(make.plan(), lines={("county", "", 2028): -5})


def test_two_at_once_lose_nothing():
    plan = make.plan()
    put(plan)
    with pytest.raises(Outdated):
        put(plan)


def test_advisers_write_no_money():
    plan = make.plan()
    with pytest.raises(Refused):
        put(plan, by=make.member(plan, RoleKind.COUNTY_ADVISER))


def typed(client, plan):
    form = client.get(f"/plans/{plan.pk}/money/").context["form"]
    return {name: value if value is not None else "" for name, value in form.initial.items()}


def test_the_page_shows_sums_and_what_differs(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    form = client.get(f"/plans/{plan.pk}/money/").context["form"]
    assert {(row.sources, row.uses, row.difference) for row in form.sums()} == {(4_000_000, 4_000_000, 0)}
    answer = client.post(
        f"/plans/{plan.pk}/money/", typed(client, plan) | {"amount_0_2028": "2 500 000", "calculate": "1"}
    )
    first = answer.context["form"].sums()[0]
    assert (answer.status_code, first.difference) == (200, 500_000)
    assert plan.money.filter(year=2028, source="county").get().amount == 2_000_000


def test_the_page_saves_the_table(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    more = {"source_2": "other", "name_2": "Banken", "amount_2_2029": "300.000"}
    answer = client.post(f"/plans/{plan.pk}/money/", typed(client, plan) | more)
    assert answer["Location"] == f"/plans/{plan.pk}/#at-money"
    assert plan.money.get(source="other").amount == 300_000


@pytest.mark.parametrize("amount", ["-1", "2,5", "masse", "9" * 14])
def test_an_amount_that_cannot_be_is_said_at_its_cell(client, amount):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    answer = client.post(f"/plans/{plan.pk}/money/", typed(client, plan) | {"amount_0_2028": amount})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["amount_0_2028"])
    assert f'value="{amount}"' in answer.content.decode()


def test_one_source_stands_in_one_row(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    twice = {"source_2": "county", "name_2": "", "amount_2_2029": "5"}
    answer = client.post(f"/plans/{plan.pk}/money/", typed(client, plan) | twice)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name_2"])
