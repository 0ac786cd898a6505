"""A plan made elsewhere is taken in from its file, and comes out of the database as it went in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dugnad.journal.queries import verify_chains
from dugnad.kit.findings import open_findings
from dugnad.kit.verdicts import Refused
from dugnad.plans.commands.taking_in import import_plan
from dugnad.plans.importing import read_plan
from dugnad.plans.models import Plan
from dugnad.plans.outline import AreaChange, FormerArea
from dugnad.plans.queries import findings_of, plan_outline
from dugnad.processes.models import Phase, Process
from tests import make

pytestmark = pytest.mark.django_db
DYROY = Path(__file__).parents[2] / "examples" / "dyroy-2018.yaml"


def dyroy():
    return read_plan(DYROY.read_bytes())


def take_in(outline):
    county = make.place(name=outline.place.county, kind="county", code="5599")
    place = make.place(name=outline.place.name, code=outline.place.code + "9", county=county)
    plan = import_plan(outline, place=place, by=make.administrator(), at=make.AT)
    return Plan.objects.select_related("process__place__county").get(pk=plan.pk)


def test_dyroy_comes_out_as_it_went_in_but_for_its_code():
    outline = dyroy()
    plan = take_in(outline)

    assert plan_outline(plan) == replace(outline, place=replace(outline.place, code=outline.place.code + "9"))
    assert open_findings(findings_of(plan)) == []
    assert list(verify_chains()) == []


def test_the_path_is_entered_where_the_decisions_left_it():
    plan = take_in(dyroy())

    states = dict(Phase.objects.filter(process=plan.process).values_list("key", "state"))
    assert states == {
        "start": "done",
        "mobilisation": "done",
        "gatherings": "done",
        "drafting": "done",
        "council": "done",
        "implementation": "open",
    }
    assert (plan.state, plan.process.entered_midway) == (Plan.State.ADOPTED, True)
    assert not plan.process.deadlines.filter(phase__state="done", done_at=None).exists()
    assert [version.is_adopted for version in plan.versions.all()] == [True]


def test_a_draft_from_a_file_is_written_on():
    plan = take_in(replace(dyroy(), decisions=()))

    assert plan.state == Plan.State.DRAFT
    assert plan.process.phases.get(state=Phase.State.OPEN).key == "drafting"


def test_changed_areas_keep_their_map():
    former = (FormerArea(code="X", title="Gammelt", became=("A", "B")), FormerArea(code="Y", ended="Nådd"))
    plan = take_in(replace(dyroy(), decisions=(), area_change=AreaChange(former_areas=former)))

    change = plan_outline(plan).area_change
    assert change is not None
    assert change.former_areas == former


def test_whoever_may_not_start_a_process_takes_nothing_in():
    with pytest.raises(Refused):
        import_plan(dyroy(), place=make.place(), by=make.person(), at=make.AT)
    assert Process.objects.count() == 0
