from __future__ import annotations

from datetime import date

import pytest
import time_machine

from dugnad.plans.models import CommunicationActivity
from tests import make
from tests.plans import ground

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _at_the_moment_of_the_story(client):
    client.cookies["language"] = "en"
    with time_machine.travel(make.AT, tick=False):
        yield


def typed(**more: object) -> dict[str, object]:
    words = {"title": "Folkemøte", "audience": "Alle", "channel": "Lokalavisa", "planned_on": "2027-01-18"}
    return {"revision": 1, **words, **more}


def test_an_activity_is_planned_changed_ticked_off_and_shown(client):
    process = ground.process()
    by = ground.by(process)
    client.force_login(by)
    client.post(ground.page("plan_communication", process.pk), typed(owner=by.pk, phase_key="mobilisation"))
    row = CommunicationActivity.objects.get()
    assert (row.owner, row.phase_key) == (by, "mobilisation")
    address = ground.page("edit_communication", process.pk, row.pk)
    seen = client.get(address).context["form"].initial["seen"]
    client.post(address, typed(seen=seen, title="Folkemøte i Fjordheim", owner_name="Formannen"))
    address = ground.page("tick_communication", process.pk, row.pk)
    client.post(address, {"done_on": "2027-01-10", "result": "60 kom"})
    row.refresh_from_db()
    assert (row.title, row.owner_name, row.done_on) == (
        "Folkemøte i Fjordheim",
        "Formannen",
        date(2027, 1, 10),
    )
    shown = client.get(ground.page("list_communication", process.pk)).content.decode()
    assert ("60 kom" in shown, "Formannen" in shown) == (True, True)


def test_what_is_overdue_stands_out(client):
    process = ground.process()
    ground.activity(process, planned_on=date(2027, 1, 10))
    ground.activity(process, planned_on=date(2027, 1, 11))
    client.force_login(ground.inside(process))
    shown = client.get(ground.page("list_communication", process.pk)).content.decode()
    assert shown.count("Overdue") == 1


def test_the_list_is_for_those_with_a_part(client):
    process = ground.process(is_published=True)
    row = ground.activity(process)
    pages = [ground.page(name, process.pk) for name in ("list_communication", "plan_communication")]
    pages += [ground.page(f"{verb}_communication", process.pk, row.pk) for verb in ("edit", "tick", "remove")]
    assert {client.get(page).status_code for page in pages} == {404}


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"planned_on": "2027-13-01"}, "planned_on", "Write a day that exists, for example 01.03.2027."),
        ({"title": " "}, "title", "This field is required."),
        (
            {"owner": "OWNER", "owner_name": "Ola"},
            "owner_name",
            "Choose somebody with a part or write a name, not both.",
        ),
    ],
)
def test_bad_input_is_answered_at_its_field_and_nothing_typed_is_lost(client, more, field, sentence):
    process = ground.process()
    client.force_login(ground.by(process))
    data = typed(**{"audience": ground.HOSTILE, **more})
    data = {key: ground.by(process).pk if value == "OWNER" else value for key, value in data.items()}
    answer = client.post(ground.page("plan_communication", process.pk), data)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [sentence])
    kept = answer.content.decode()
    assert ("<script>alert" in kept, "Čáhppesjávri" in kept) == (False, True)


def test_a_day_ahead_is_refused_in_the_form(client):
    process = ground.process()
    row = ground.activity(process)
    client.force_login(ground.by(process))
    answer = client.post(ground.page("tick_communication", process.pk, row.pk), {"done_on": "2027-01-12"})
    assert (answer.status_code, "It cannot be done on a day that lies ahead." in answer.content.decode()) == (
        422,
        True,
    )


def test_taking_out_asks_first(client):
    process = ground.process()
    address = ground.page("remove_communication", process.pk, ground.activity(process).pk)
    client.force_login(ground.by(process))
    client.get(address)
    assert CommunicationActivity.objects.count() == 1
    client.post(address, {"revision": 1})
    assert CommunicationActivity.objects.count() == 0


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_few_queries(client, django_assert_max_num_queries, count):
    process = ground.process()
    for _number in range(count):
        ground.activity(process, owner=ground.by(process))
    client.force_login(ground.by(process))
    with django_assert_max_num_queries(10):
        client.get(ground.page("list_communication", process.pk))
