"""Starting a process: the path, the deadlines and the first part."""

from datetime import date

import pytest

from dugnad.journal.models import Entry
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import start_process
from dugnad.processes.models import Body, Process
from tests import make

pytestmark = pytest.mark.django_db


def test_a_process_gets_its_path_deadlines_bodies_and_somebody_who_leads():
    process = make.process()
    assert [(phase.key, phase.state) for phase in process.phases.all()] == [
        ("start", "open"), ("mobilisation", "ahead"), ("gatherings", "ahead"), ("drafting", "ahead"),
        ("council", "ahead"), ("implementation", "ahead"),
    ]  # fmt: skip
    assert [(gate.key, gate.phase.key) for gate in process.gates.all()] == [
        ("start_decision", "start"), ("steering_group_approval", "drafting"), ("council_adoption", "council"),
    ]  # fmt: skip
    assert set(Body.objects.values_list("kind", "process")) == {
        ("council", None), ("steering_group", process.pk),
    }  # fmt: skip
    assert [role.kind for role in process.roles.all()] == [RoleKind.EDITOR]
    entry = Entry.objects.get(verb="process.started")
    assert (entry.chain_id, entry.payload.is_public) == (f"process/{process.pk}", True)


def test_phases_and_deadlines_are_planned_backwards_from_the_adoption_and_the_end_of_the_period():
    process = make.process()
    council = process.phases.get(key="council")
    assert council.planned_end == date(2027, 10, 14)
    days = dict(process.deadlines.values_list("key", "due_on"))
    assert days["adopt_plan"] == date(2027, 10, 14)
    assert days["send_case"] == date(2027, 9, 30)
    assert days["appoint_steering_group"] == date(2027, 2, 1)
    assert days["prepare_continuation"] == date(2031, 12, 31)


def test_without_a_day_of_adoption_all_is_planned_forwards():
    process = make.process(adopt_by=None, period=None)
    assert process.phases.get(key="start").planned_start == date(2027, 1, 11)
    assert process.phases.get(key="mobilisation").planned_start == date(2027, 2, 11)
    assert not process.deadlines.filter(key="prepare_continuation").exists()


def test_too_short_a_time_shortens_all_phases_in_proportion_and_nothing_falls_before_the_start():
    process = make.process(adopt_by=date(2027, 2, 20))
    spans = list(process.phases.exclude(planned_end=None).values_list("planned_start", "planned_end"))
    assert len(spans) == 5
    assert all(date(2027, 1, 11) <= first <= last <= date(2027, 2, 20) for first, last in spans)
    assert spans == sorted(spans)
    assert min(process.deadlines.values_list("due_on", flat=True)) >= date(2027, 1, 11)


def test_a_single_day_is_time_enough_for_a_path_without_impossible_days():
    process = make.process(adopt_by=date(2027, 1, 12))
    spans = process.phases.exclude(planned_end=None).values_list("planned_start", "planned_end")
    assert all(date(2027, 1, 11) <= first <= last <= date(2027, 1, 12) for first, last in spans)


def test_a_period_that_ends_on_leap_day_plans_from_the_last_of_february():
    process = make.process(period=(date(2028, 3, 1), date(2032, 2, 29)))
    assert process.deadlines.get(key="prepare_continuation").due_on == date(2030, 2, 28)


def test_titles_come_in_the_language_of_the_process():
    process = make.process(language="da")
    assert process.phases.get(key="drafting").title == "Udkast"
    assert process.deadlines.get(key="submit_plan").title == "Udkastet er sendt til styregruppen"


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"adopt_by": date(2027, 1, 11)}, "The plan cannot be adopted before the process starts."),
        ({"period": (date(2030, 1, 1), date(2029, 12, 31))}, "The period ends before it begins."),
    ],
)
def test_nothing_ends_before_it_begins(dates, sentence):
    with pytest.raises(Refused, match=sentence):
        make.process(**dates)
    assert not Process.objects.exists()


@pytest.mark.parametrize("kind", [None, RoleKind.COUNTY_ADVISER, RoleKind.COUNCIL_SECRETARY])
def test_only_administrators_leads_and_owners_of_the_place_start_there(kind):
    place, person = make.place(), make.person()
    if kind:
        make.place_role(person=person, kind=kind, place=place)
    make.place_role(person=person, kind=RoleKind.EDITOR, place=make.place(name="Annetsted"))
    with pytest.raises(Refused, match="Only an administrator or a project manager of the place"):
        start_process(
            place, by=person, at=make.AT, blueprint="restructuring-plan", title="Plan", language="nb",
            starts_on=date(2027, 1, 11),
        )  # fmt: skip
