"""Who may what, part by part and phase by phase."""

import pytest

from dugnad.people.models import RoleKind
from dugnad.processes.commands import change_state, publish_process
from dugnad.processes.models import Phase, ProcessRole
from dugnad.processes.rules import (
    may_lead,
    may_record,
    may_see,
    may_see_drafts,
    may_start,
    may_work_on,
)
from tests import make

pytestmark = pytest.mark.django_db

LEADS = {RoleKind.EDITOR, RoleKind.PROJECT_OWNER, RoleKind.ADMINISTRATOR}
RECORDS = {*LEADS, RoleKind.COUNCIL_SECRETARY}
WRITES = {RoleKind.EDITOR, RoleKind.CONSULTANT, RoleKind.ADMINISTRATOR}
ACTS = {
    "start": {"edit_mandate", "edit_roles", "edit_analysis"},
    "mobilisation": {"edit_roles", "edit_analysis", "communicate", "record_gathering"},
    "gatherings": {"edit_roles", "edit_analysis", "communicate", "record_gathering", "edit_plan"},
    "drafting": {
        "edit_roles", "edit_analysis", "communicate", "record_gathering", "edit_plan", "submit_plan",
    },
    "council": {"edit_roles", "communicate"},
    "implementation": {
        "edit_roles", "communicate", "edit_action_plan", "revise_plan", "publish_plan", "record_gathering",
    },
}  # fmt: skip
EVERY_ACT = sorted(set.union(*ACTS.values()))


@pytest.mark.parametrize("kind", RoleKind.values)
def test_each_part_may_what_it_is_for(kind):
    process, person = make.process(), make.person()
    ProcessRole.objects.create(process=process, person=person, kind=kind)
    by = {"by": person, "at": make.AT}
    allowed = [
        bool(verdict)
        for verdict in (
            may_see_drafts(process, **by), may_lead(process, **by), may_record(process, **by),
            may_work_on(process, "edit_analysis", **by),
        )
    ]  # fmt: skip
    assert allowed == [True, kind in LEADS, kind in RECORDS, kind in WRITES]


@pytest.mark.parametrize("phase", list(ACTS))
def test_each_phase_opens_its_own_acts_and_no_other(phase):
    leader = make.person()
    process = make.process(by=leader)
    process.phases.update(state=Phase.State.AHEAD)
    process.phases.filter(key=phase).update(state=Phase.State.OPEN)
    opened = {act for act in EVERY_ACT if may_work_on(process, act, by=leader, at=make.AT)}
    assert opened == ACTS[phase]


def test_an_act_that_is_not_open_says_where_it_opens():
    leader = make.person()
    process = make.process(by=leader)
    verdict = may_work_on(process, "submit_plan", by=leader, at=make.AT)
    assert str(verdict) == "This opens in the phase “Utkast”."


@pytest.mark.parametrize("state", ["paused", "withdrawn", "closed"])
def test_nothing_is_written_in_a_process_that_does_not_run(state):
    leader = make.person()
    process = make.process(by=leader)
    change_state(process, by=leader, at=make.AT, state=state, reason="Valget.")
    assert not may_work_on(process, "edit_analysis", by=leader, at=make.AT)


def test_the_public_sees_a_process_from_its_publication_to_its_withdrawal():
    leader = make.person()
    process = make.process(by=leader)
    seen = [bool(may_see(process, by=None, at=make.AT))]
    publish_process(process, by=leader, at=make.AT)
    seen.append(bool(may_see(process, by=None, at=make.AT)))
    change_state(process, by=leader, at=make.AT, state="withdrawn", reason="Trukket.")
    seen.append(bool(may_see(process, by=None, at=make.AT)))
    assert seen == [False, True, False]
    assert may_see(process, by=leader, at=make.AT)


def test_a_part_in_the_county_or_the_area_holds_in_the_municipality():
    county = make.place(name="Troms", kind="county", code="98")
    place = make.place(county=county)
    area = make.place(name="Midt-Troms", kind="area")
    area.members.add(place)
    for where in (county, area):
        person = make.person()
        make.place_role(person=person, kind=RoleKind.EDITOR, place=where)
        assert may_start(place, by=person, at=make.AT)


def test_someone_whose_data_are_erased_has_no_part():
    leader = make.person()
    process = make.process(by=leader)
    leader.erased_at = make.AT
    leader.__dict__.pop("known_roles", None)
    assert not may_see_drafts(process, by=leader, at=make.AT)
