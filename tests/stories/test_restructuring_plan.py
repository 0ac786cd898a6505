"""Seed 002 from creation to adoption, the first year, and a revision: through commands alone."""

from datetime import timedelta

import pytest

from dugnad.journal.queries import entries_of, verify_chains
from dugnad.kit.findings import open_findings
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.plans import commands
from dugnad.plans.queries import findings_of, published_version
from dugnad.processes.commands import publish_process
from dugnad.processes.models import Phase
from tests import make

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=365)


def test_a_restructuring_plan_goes_from_start_to_adoption_first_year_and_revision():
    plan = make.finished_plan()
    secretary = make.member(plan, RoleKind.COUNCIL_SECRETARY)
    assert open_findings(findings_of(plan)) == []
    the_bodies_decide(plan, secretary)
    former = plan.versions.get(is_adopted=True)
    assert former.content["vision"] == "Et trygt samfunn."
    the_next_year_is_planned(plan)
    the_areas_are_changed(plan, former)
    assert published_version(plan) == former
    the_bodies_decide_again(plan, secretary)
    newest = published_version(plan)
    assert newest is not None
    assert [area["code"] for area in newest.content["areas"]] == ["A", "B"]
    states = dict(Phase.objects.filter(process=plan.process_id).values_list("key", "state"))
    assert states["council"] == Phase.State.DONE
    assert list(verify_chains()) == []
    assert entries_of(plan.process_id).filter(verb="plan.adopted").count() == 2


def the_bodies_decide(plan, secretary):
    """Sent back once by the group, approved, and adopted with the council's own change; published."""
    by = {"by": make.leader(plan), "at": make.AT}
    with pytest.raises(Refused, match="A-08"):
        commands.adopt_plan(plan, by=secretary, at=make.AT, facts=make.decision())
    commands.submit_plan(plan, **by)
    reason = make.decision("sent_back", reason="Skriv mer om boliger.")
    commands.approve_plan(make.reread(plan), facts=reason, **by)
    section = plan.sections.get(key="background")
    commands.edit_section(section, text="Boliger bygges i sentrum.", revision=section.revision, **by)
    commands.submit_plan(make.reread(plan), **by)
    commands.approve_plan(make.reread(plan), facts=make.decision(case="2/27"), **by)
    now = make.reread(plan)
    changed = {"title": now.title, "vision": "Et trygt samfunn.", "revision": now.revision}
    commands.edit_vision(now, by=secretary, at=make.AT, **changed)
    adopted = make.decision("adopted_with_changes", case="27/14")
    commands.adopt_plan(make.reread(plan), by=secretary, at=make.AT, facts=adopted)
    publish_process(plan.process, **by)
    commands.publish_plan(make.reread(plan), **by)


def the_next_year_is_planned(plan):
    """While the adopted plan holds, only the year's action plan is written."""
    by = {"by": make.leader(plan), "at": LATER}
    year = commands.start_action_plan(make.reread(plan), year=2029, **by)
    commands.edit_action_plan(year, revision=1, intro="Det andre året.", communication="Folkemøter.", **by)
    facts = commands.MeasureFacts(area=plan.areas.get(code="B"), title="Vinterpakke")
    commands.add_measure(year, facts=facts, **by)
    section = make.reread(plan).sections.get(key="background")
    with pytest.raises(Refused):
        commands.edit_section(section, text="x", revision=section.revision, **by)


def the_areas_are_changed(plan, former):
    """A revision: two areas become one, with a map from old to new (A-31)."""
    by = {"by": make.leader(plan), "at": LATER}
    commands.revise_plan(make.reread(plan), reason="Færre områder.", **by)
    area, goal = plan.areas.get(code="C"), plan.goals.get(area=None)
    commands.remove_area(area, revision=area.revision, **by)
    commands.edit_goal(goal, revision=goal.revision, facts=make.goal_facts(20), **by)
    mappings = [("A", "A", ""), ("B", "B", ""), ("C", "A", "Slått sammen")]
    commands.map_areas(make.reread(plan), former=former, mappings=mappings, **by)
    now = make.reread(plan)
    lines = {(source, "", year): 1_500_000 for source in ("county", "municipality") for year in make.YEARS}
    administration = dict.fromkeys(make.YEARS, 1_000_000)
    commands.set_money(now, revision=now.revision, lines=lines, administration=administration, **by)
    commands.accept_warning(now, rule="A-04", where="areas", reason="To er nok i Fjordvik.", **by)


def the_bodies_decide_again(plan, secretary):
    """The same way once more; the new version takes the old one's place with the public."""
    by = {"by": make.leader(plan), "at": LATER}
    commands.submit_plan(make.reread(plan), **by)
    approved, adopted = (make.decision(case=case, decided_on=LATER.date()) for case in ("1/28", "28/3"))
    commands.approve_plan(make.reread(plan), facts=approved, **by)
    commands.adopt_plan(make.reread(plan), by=secretary, at=LATER, facts=adopted)
    commands.publish_plan(make.reread(plan), **by)
