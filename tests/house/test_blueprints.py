"""Blueprints are data for order and words; what their names point to is there, in every language."""

import re

import pytest

from dugnad.hall.tables import GATES, SENTENCES
from dugnad.kit.dates import parse_duration
from dugnad.people.models import RoleKind
from dugnad.processes.models import Body
from dugnad.processes.rules.blueprints import blueprints
from tests.house.sources import ROOT

LANGUAGES = {"nb", "nn", "da", "en"}
ALL = list(blueprints().values())


def everything_said(plan):
    yield from (plan.title, plan.explanation)
    for phase in plan.phases:
        yield from (phase.title, phase.explanation, *(gate.title for gate in phase.gates))
    yield from (row.title for row in plan.deadlines)


@pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.key)
def test_everything_is_said_in_all_four_languages(plan):
    lacking = [
        words
        for words in everything_said(plan)
        if set(words) != LANGUAGES or not all(text.strip() for text in words.values())
    ]
    assert lacking == []


def test_the_halls_table_of_gates_is_exactly_what_the_blueprints_name():
    named = {gate.key for plan in ALL for phase in plan.phases for gate in phase.gates}
    assert named == set(GATES)


@pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.key)
def test_every_name_in_a_blueprint_points_to_something(plan):
    phases = {phase.key for phase in plan.phases}
    anchors = {"start", "period.start", "period.end"}
    anchors |= {f"phase:{phase.key}.{side}" for phase in plan.phases for side in ("start", "end")}
    wrong = [
        *(gate.body for phase in plan.phases for gate in phase.gates if gate.body not in Body.Kind.values),
        *(row.phase for row in plan.deadlines if row.phase not in phases),
        *(row.anchor for row in plan.deadlines if row.anchor not in anchors),
        *(row.owner for row in plan.deadlines if row.owner not in RoleKind.values),
    ]
    assert wrong == []


@pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.key)
def test_every_duration_can_be_read_and_every_gated_phase_has_one(plan):
    for text in [phase.duration for phase in plan.phases if phase.duration] + [
        row.offset for row in plan.deadlines
    ]:
        parse_duration(text)
    assert [phase.key for phase in plan.phases if phase.gates and not phase.duration] == []


def test_every_act_in_a_process_is_told_in_the_feed():
    written = set()
    for room in ("processes", "gatherings", "plans"):
        for file in [
            *(ROOT / "dugnad" / room).glob("commands*.py"),
            *(ROOT / "dugnad" / room).glob("commands/*.py"),
        ]:
            written |= set(
                re.findall(r'"([a-z_]+\.[a-z_]+(?:ed|en|set|left|done|made|sent))"', file.read_text())
            )
    assert written - set(SENTENCES) == set()
