"""The plan file: what is read, what is refused with its line, and that nothing is lost on the way."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dugnad.kit.findings import open_findings
from dugnad.plans import outline as o
from dugnad.plans.importing import plan_schema, read_plan, read_plan_file, write_plan
from dugnad.plans.outline.shapes import Shape, shapes_of
from dugnad.plans.rules import check_plan
from tests.plans import outlines as make

EXAMPLES = Path(__file__).parents[2] / "examples"
GUIDE = Path(__file__).parents[2] / "docs" / "plan-file.md"


def test_a_plan_is_written_and_read_back_without_loss():
    assert read_plan(write_plan(make.large_plan())) == make.large_plan()


def test_dyroy_is_clean_with_nothing_to_accept():
    outline = read_plan_file(EXAMPLES / "dyroy-2018.yaml")
    assert open_findings(check_plan(outline)) == []
    assert outline.accepted_warnings == ()


def test_dyroy_says_what_the_plan_says():
    plan = read_plan_file(EXAMPLES / "dyroy-2018.yaml")
    assert plan.status == o.Status(body="county", decided_on=date(2017, 2, 14), case_number="25/17")
    assert plan.periods[0].starts_on == date(2018, 1, 1)
    assert plan.periods[0].ends_on == date(2020, 12, 31)
    assert [p.code for p in plan.premises] == ["U1", "U2", "U3", "M1", "M2", "M3"]
    assert [(a.code, a.title) for a in plan.areas] == [
        ("A", "Sjømatnæring"),
        ("B", "Opplevelsesnæring"),
        ("C", "Eksisterende næringsliv"),
        ("D", "Attraktivitet"),
    ]
    assert [a.answers for a in plan.areas] == [("U1", "M1"), ("M2",), ("U3",), ("U2", "M3")]
    assert [a.frames[0].value for a in plan.areas] == [1_000_000, 700_000, 800_000, 500_000]
    assert [[(g.target, g.unit) for g in a.goals] for a in plan.areas] == [
        [(10, "årsverk")],
        [(6, "årsverk"), (3, "bedrifter")],
        [(6, "årsverk")],
        [(3, "årsverk"), (10, "tilflyttere")],
    ]
    assert plan.main_goal is not None
    assert [(t.year, t.value) for t in plan.main_goal.targets] == [(2018, 5), (2019, 14), (2020, 25)]
    assert [(d.body, d.decided_on) for d in plan.decisions] == [
        ("steering_group", date(2017, 9, 5)),
        ("council", date(2017, 10, 12)),
    ]
    assert [(line.source, line.year, line.amount) for line in plan.money] == [
        *(("county", year, 3_000_000) for year in (2018, 2019, 2020)),
        *(("municipality", year, 1_000_000) for year in (2018, 2019, 2020)),
    ]


def test_dyroy_stands_in_the_writers_own_form():
    text = (EXAMPLES / "dyroy-2018.yaml").read_text("utf-8")
    assert text.endswith(f"\n\n{write_plan(read_plan(text))}")


def test_the_example_with_errors_shows_every_rule_but_those_it_keeps():
    rules = {finding.rule for finding in check_plan(read_plan_file(EXAMPLES / "with-errors.yaml"))}
    every = {f"A-{number:02}" for number in (*range(1, 21), 34)}
    assert every - rules == {"A-03"}


def test_small_things_stand_on_one_line_and_long_texts_as_blocks():
    plan = o.PlanOutline(
        title="Plan: år 1",
        place=o.Place(name="Dyrøy", code="0301"),
        vision="Første linje.\n\nAndre linje.",
        administration=(o.YearAmount(year=2018, value=1_000_000),),
    )
    assert write_plan(plan) == (
        "language: nb\n"
        "title: 'Plan: år 1'\n"
        "place: {name: Dyrøy, code: '0301', country: 'no'}\n"
        "\n"
        "vision: |-\n"
        "  Første linje.\n"
        "\n"
        "  Andre linje.\n"
        "\n"
        "administration: {2018: 1000000}\n"
    )


def test_a_missing_part_is_no_error_of_the_file():
    assert read_plan("") == read_plan("# nothing yet\n") == read_plan("title:\n") == o.PlanOutline()


def test_norway_is_a_country_and_not_a_no():
    assert read_plan("place: {country: no, name: No}\n").place == o.Place(country="no", name="No")


def test_dates_are_read_bare_and_quoted():
    bare = read_plan("grant_committed_on: 2018-02-01\nconditions_accepted_on: '2018-02-01'\n")
    assert bare.grant_committed_on == bare.conditions_accepted_on == date(2018, 2, 1)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    text = write_plan(make.plan(vision="Én\nto"))
    assert read_plan(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()) == make.plan(vision="Én\nto")


ODD = [
    "Åse Ødegård",
    "Čáhcesuolu ŋđŧž",
    "שלום עולם",
    "🐟🚢",
    "<script>alert(1)</script>",
    "=1+1",
    "null",
    "~",
    "2018",
]


@pytest.mark.parametrize(
    "text", [*ODD, "a\r\nb", "\tx", " a ", "a\n", "\n a", "a\u2028b", "x\x00y", "- a: b # c"]
)
def test_text_of_any_kind_comes_back_as_it_was(text):
    plan = o.PlanOutline(vision=text, areas=(o.Area(title=text, answers=(text,)),))
    assert read_plan(write_plan(plan)) == plan


def values(shape: Shape) -> st.SearchStrategy[object]:
    """Any value of a shape."""
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    simple = {
        "text": text,
        "date": st.dates(date(1900, 1, 1), date(2200, 12, 31)),
        "yes_no": st.booleans(),
        "whole": st.integers(shape.told.least, shape.told.most),
        "number": st.decimals(shape.told.least, shape.told.most, places=3, allow_nan=False),
        "choice": st.sampled_from(shape.choices or ("",)),
    }
    if shape.kind == "part":
        return parts(shape.part)
    if shape.kind == "list":
        assert shape.item
        return st.lists(values(shape.item), max_size=2).map(tuple)
    if shape.kind == "by_year":
        assert shape.item
        years = st.dictionaries(st.integers(1900, 2200), values(shape.item), max_size=3)
        return years.map(lambda d: tuple(shape.part(year=y, value=d[y]) for y in sorted(d)))
    return simple[shape.kind]


def parts(part: type) -> st.SearchStrategy[object]:
    """Any value of a part: each field at its default or anything."""
    fields = {
        key: st.one_of(st.just(shape.default), st.deferred(lambda shape=shape: values(shape)))
        for key, shape in shapes_of(part).items()
    }
    return st.builds(part, **fields)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(parts(o.PlanOutline))
def test_any_plan_comes_back_from_its_file_and_from_its_data(plan):
    assert read_plan(write_plan(plan)) == plan
    assert o.outline_from_data(json.loads(json.dumps(o.outline_to_data(plan)))) == plan


def test_a_description_of_two_hundred_pages_is_read():
    text = "Fjorden er lang.\n" * 25_000
    assert read_plan(write_plan(o.PlanOutline(vision=text))).vision == text


def test_numbers_keep_their_decimals():
    goal = o.Goal(target=Decimal("2.5"), baseline=Decimal("-0.125"))
    assert read_plan(write_plan(o.PlanOutline(main_goal=goal))).main_goal == goal


def test_the_data_of_a_version_are_plain_json():
    data = o.outline_to_data(make.plan())
    assert json.loads(json.dumps(data)) == data
    assert data["administration"] == {"2027": 1_000_000, "2028": 1_000_000, "2029": 1_000_000}


def test_data_that_is_no_outline_is_refused_with_its_place():
    with override("en"), pytest.raises(o.OutlineError) as caught:
        o.outline_from_data({"areas": [{"code": 7}]})
    with override("en"):
        assert str(caught.value).startswith("areas.1.code: expected text")


def in_schema(schema: dict, value: object, defs: dict) -> bool:
    """Whether a value from YAML fits a schema, as far as our schema's words go."""
    if "$ref" in schema:
        return in_schema(defs[schema["$ref"].removeprefix("#/$defs/")], value, defs)
    if schema["type"] == "object":
        rest = list(schema.get("patternProperties", {}).values())
        known = schema.get("properties", {})
        return isinstance(value, dict) and all(
            in_schema(known[key], item, defs)
            if key in known
            else bool(rest) and in_schema(rest[0], item, defs)
            for key, item in value.items()
        )
    if schema["type"] == "array":
        return isinstance(value, list) and all(in_schema(schema["items"], item, defs) for item in value)
    types = {"string": str | date, "integer": int, "number": int | float, "boolean": bool}
    return isinstance(value, types[schema["type"]]) and value in schema.get("enum", [value])


@pytest.mark.parametrize("name", ["dyroy-2018.yaml", "with-errors.yaml"])
def test_the_examples_fit_the_schema(name):
    schema = plan_schema()
    assert in_schema(schema, yaml.safe_load((EXAMPLES / name).read_text("utf-8")), schema["$defs"])


def test_the_schema_describes_every_key_and_allows_no_other():
    schema = plan_schema()
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False
        assert all(value["description"] for value in part["properties"].values())


def test_the_guide_names_every_key_and_every_rule():
    guide = GUIDE.read_text("utf-8")
    schema = plan_schema()
    keys = {key for part in (schema, *schema["$defs"].values()) for key in part["properties"]}
    assert sorted(key for key in keys if f"`{key}`" not in guide) == []
    rules = [f"A-{number:02}" for number in (*range(1, 21), 31, 34)]
    assert [rule for rule in rules if f"| {rule} |" not in guide] == []
