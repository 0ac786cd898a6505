import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import page
import pytest

from dugnad.papers import charts
from dugnad.papers.blocks import Heading
from dugnad.papers.charts.bars import bar_chart
from dugnad.papers.charts.bullets import Goal, bullet_bars
from dugnad.papers.charts.drawing import text_width, ticks, wrapped
from dugnad.papers.charts.frames import money_by_area
from dugnad.papers.charts.lines import Series, line_chart
from dugnad.papers.charts.path import Step, path
from dugnad.papers.charts.picture import LOOKS, chart_table
from dugnad.papers.charts.thread import Column, Node, orphans, thread
from dugnad.papers.charts.timeline import Point, timeline
from dugnad.papers.pdf import to_pdf
from dugnad.papers.qr import qr_code
from tests.papers import samples

SVG = "{http://www.w3.org/2000/svg}"
BAD = '<script>"&\x00 🎉 ' + "Langtordutenmellomrom" * 9
COLUMNS = (
    Column("Utfordringer", (Node("u1", "Få arbeidsplasser"), Node("u2", BAD))),
    Column("Områder", (Node("a", "Havbruk"),)),
    Column("Mål", (Node("m", "60 årsverk"),)),
)
LINKS = [("u1", "a"), ("a", "m"), ("a", "finnes ikke")]


SERIES = [Series("Industri", {2019: 480, 2025: 360}), Series(BAD, {2020: 5})]
BARS = [("Industri", 412), (BAD, Decimal("2.5"))]
GOALS = [Goal("Årsverk", "årsverk", 0, 60, "2031", 20, "2026", 24), Goal(BAD, "%", 5, 2)]
MONEY = {2026: [2_000_000, 500], 2027: [0, 0]}
POINTS = [Point(date(2026, 6, 1), "Vedtak"), Point(date(2026, 1, 1), BAD, done=True)]
STEPS = [
    Step("Start", "done", "gate", "Kommunestyret", "1. mars"),
    Step(BAD, "present"),
    Step("Høring", "coming"),
    Step("Annet", "skipped"),
]


def pictures(language="nb"):
    return {
        "lines": line_chart("Årsverk", SERIES, unit="årsverk", language=language),
        "bars": bar_chart("Næringer", BARS, unit="personer", language=language),
        "bullets": bullet_bars("Mål", GOALS, language=language),
        "frames": money_by_area("Penger", ["Havbruk", BAD], MONEY, language=language),
        "timeline": timeline("Frister", POINTS, today=date(2026, 3, 1), language=language),
        "path": path("Veien", STEPS, language=language),
        "thread": thread("Tråden", COLUMNS, LINKS, language=language),
    }


def empty_pictures():
    return {
        "lines": line_chart("x", [], unit="", language="nb"),
        "bars": bar_chart("x", [], unit="", language="nb"),
        "bullets": bullet_bars("x", [], language="nb"),
        "frames": money_by_area("x", [], {}, language="nb"),
        "timeline": timeline("x", [], today=date(2026, 3, 1), language="nb"),
        "path": path("x", [], language="nb"),
        "thread": thread("x", [], [], language="nb"),
    }


def svgs():
    given = {**pictures(), **{f"empty {name}": one for name, one in empty_pictures().items()}}
    return [pytest.param(getattr(one, size), id=f"{name} {size}")
            for name, one in given.items() for size in ("wide", "narrow")]  # fmt: skip


@pytest.mark.parametrize("svg", [*svgs(), pytest.param(qr_code("https://eksempel.no"), id="qr")])
def test_every_picture_is_named_described_and_without_style(svg):
    root = ET.fromstring(svg)  # noqa: S314 - our own SVG
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", f"{title.get('id')} {desc.get('id')}")
    assert (bool(title.text), bool(desc.text)) == (True, True)
    assert [
        one for one in root.iter() if "style" in one.attrib or one.tag in {f"{SVG}style", f"{SVG}script"}
    ] == []


@pytest.mark.parametrize("svg", svgs())
def test_every_text_lies_within_its_picture(svg):
    root = ET.fromstring(svg)  # noqa: S314 - our own SVG
    width, height = (float(number) for number in root.get("viewBox").split()[2:])
    beyond = []
    for text in root.iter(f"{SVG}text"):
        size = 12 if "chart-small" in text.get("class") else 14
        long, x = text_width(text.text or "", size), float(text.get("x"))
        left = x - {"middle": long / 2, "end": long}.get(text.get("text-anchor"), 0)
        if left < -2 or left + long > width + 2 or not 0 < float(text.get("y")) <= height:
            beyond.append(text.text)
    assert beyond == []


def test_every_class_has_its_look_on_screen_and_on_paper():
    used = {name for picture in pictures().values() for svg in (picture.wide, picture.narrow)
            for names in re.findall(r'class="([^"]+)"', svg) for name in names.split()}  # fmt: skip
    kinds = {f"chart-{name}" for name in (*pictures(), "wide", "narrow")}
    series = {f"chart-{number}" for number in range(1, 7)}
    css = set(
        re.findall(
            r"\.(chart[\w-]*)", (Path(charts.__file__).parents[1] / "static/papers/charts.css").read_text()
        )
    )
    plain = used - kinds - series
    assert (plain - set(LOOKS), plain - css - {"chart-fill"}) == (set(), set())


def test_pictures_print_in_the_municipalitys_colour_and_keep_both_standards():
    blocks = [Heading("Bilder"), *(one.on_paper("#7a1f3d") for one in pictures().values())]
    content = to_pdf(samples.paper(blocks=blocks, colour="#7a1f3d"))
    kept = [page.is_pdf_compliant_bytes(content, profile=profile) for profile in ("ua1", "pdfa2a")]
    assert (kept, "class=" in blocks[1].svg, "#7a1f3d" in blocks[1].svg) == ([True, True], False, True)


def test_the_table_beside_a_picture_holds_its_figures():
    assert chart_table(pictures()["lines"]) == (
        ("År", "Industri (årsverk)", f"{BAD} (årsverk)"),
        (("2019", "480", "–"), ("2020", "–", "5"), ("2025", "360", "–")),
    )


def test_a_line_says_where_it_began_and_ended():
    one = line_chart("Årsverk", [Series("Industri", {2019: 1480, 2025: 360})], unit="årsverk", language="da")
    assert one.desc == "Industri: 1.480 årsverk i 2019, 360 i 2025."


def test_a_goal_is_told_in_words_as_well():
    one = bullet_bars("Mål", [Goal("Nye", "årsverk", 0, 60, "2031", 20, "2026", 24)], language="nb")
    assert one.desc == "Nye: fra 0, delmål 20 innen 2026, mål 60 årsverk innen 2031, målt til 24."


def test_money_adds_up_by_year_and_area():
    one = money_by_area("Penger", ["A", "B"], {2027: [10, 20], 2026: [1000, 2]}, language="nb")
    assert one.data.rows == (("2026", "1\u00a0000", "2", "1\u00a0002"), ("2027", "10", "20", "30"))
    assert one.data.total == ("Sum", "1\u00a0010", "22", "1\u00a0032")


def test_deadlines_stand_in_order_with_today_between_them():
    one = pictures()["timeline"]
    assert [row[0] for row in one.data.rows] == ["1. januar 2026", "1. juni 2026"]
    assert [row[2] for row in one.data.rows] == ["ferdig", "kommer"]
    assert one.wide.index("1. januar") < one.wide.index("I dag, 1. mars 2026") < one.wide.rindex("1. juni")


def test_the_path_marks_where_we_are_and_who_decides():
    one = pictures("nn")["path"]
    assert "De er her" in one.narrow
    assert one.data.rows[0] == ("Vedtak", "Start", "ferdig", "Kommunestyret", "1. mars")


def test_what_hangs_loose_is_said_in_words_and_pattern():
    one = pictures()["thread"]
    assert [node.key for node in orphans(COLUMNS, frozenset(LINKS))] == ["u2"]
    assert (one.wide.count("chart-orphan"), one.narrow.count("chart-orphan")) == (1, 1)
    assert "henger løst" in one.wide


@pytest.mark.parametrize(
    ("low", "high", "steps"), [(0, 10, [0, 2.5, 5, 7.5, 10]), (0, 0, [0]), (90, 110, [90, 95, 100, 105, 110])]
)
def test_axis_steps_are_round(low, high, steps):
    assert ticks(low, high) == steps


def test_long_words_are_broken_and_long_texts_end_in_an_ellipsis():
    lines = wrapped("Omstillingsplanarbeidsgruppemøteinnkalling til alle", 120, lines=2)
    assert [lines[0][-1], lines[1][-1], max(map(text_width, lines)) <= 121] == ["-", "…", True]
