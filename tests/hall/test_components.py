"""The shared components: what they tie together for those who listen, and what they say to those who look."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from dugnad.hall.templatetags.components import initials, next_gate, place_id
from dugnad.kit.colours import contrast, scale
from dugnad.kit.verdicts import ALLOWED, refuse
from tests.hall import specimens

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Page(HTMLParser):
    """Reads a page: every element with its attributes, and whether all were closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def one(self, **wanted: str) -> tuple[str, dict[str, str]]:
        """Give the only element with these attributes."""
        found = [(t, a) for t, a in self.elements if all(a.get(k) == v for k, v in wanted.items())]
        assert len(found) == 1, (wanted, found)
        return found[0]

    def ids(self) -> list[str]:
        """Give all ids in order."""
        return [attributes["id"] for _tag, attributes in self.elements if "id" in attributes]


def show(component: str, **context: object) -> str:
    return re.sub(r"\s+", " ", render_to_string(f"components/{component}.html", context)).strip()


@pytest.fixture(autouse=True)
def _in_bokmaal() -> Iterator[None]:
    with translation.override("nb"):
        yield


@pytest.fixture
def page(rf: RequestFactory) -> Page:
    template = (specimens.HERE / "specimens.html").read_text()
    request = rf.get("/specimens/")
    return Page(Template(template).render(Context({**specimens.context(), "request": request})))


def test_all_components_together_make_a_well_formed_page(page: Page) -> None:
    assert (page.crossed, page.open) == ([], [])


def test_no_id_stands_twice(page: Page) -> None:
    assert sorted(page.ids()) == sorted(set(page.ids()))


def test_what_an_element_says_it_is_described_by_is_on_the_page(page: Page) -> None:
    named = {name for _t, a in page.elements for name in a.get("aria-describedby", "").split()}
    labelled = {a["for"] for tag, a in page.elements if tag == "label"}
    assert (named | labelled) - set(page.ids()) == set()
    assert "id_title_error" in named


def test_every_field_has_its_label(page: Page) -> None:
    labelled = {a["for"] for tag, a in page.elements if tag == "label"}
    fields = {
        a["id"]
        for tag, a in page.elements
        if tag in {"input", "select", "textarea"} and a.get("type") != "hidden"
    }
    assert fields - labelled == set()


def test_a_field_ties_its_hint_and_its_error(page: Page) -> None:
    _tag, field = page.one(id="id_title")
    assert (field["aria-describedby"], field["aria-invalid"]) == ("id_title_helptext id_title_error", "true")
    assert field["class"] == "ds-input"


def test_a_group_of_buttons_is_a_fieldset_that_ties_them_too(page: Page) -> None:
    tag, group = page.one(id="id_kind")
    assert (tag, group["aria-describedby"]) == ("fieldset", "id_kind_helptext id_kind_error")


def test_a_date_uses_the_browsers_calendar_and_keeps_what_was_typed(page: Page) -> None:
    _tag, field = page.one(id="id_due")
    assert (field["type"], field["value"]) == ("date", "32.13.2027")


def test_a_hidden_revision_goes_along_without_a_label(page: Page) -> None:
    _tag, field = page.one(id="id_revision")
    assert (field["type"], field["value"]) == ("hidden", "3")


def test_the_summary_of_errors_links_to_each_field(page: Page) -> None:
    links = {a["href"] for tag, a in page.elements if tag == "a" and a.get("href", "").startswith("#id_")}
    assert links == {"#id_title", "#id_kind", "#id_area", "#id_due", "#id_amount"}
    assert {link[1:] for link in links} - set(page.ids()) == set()


def test_a_form_without_errors_shows_no_summary() -> None:
    assert "ds-error-summary" not in show("form", form=specimens.Goal(), label="Lagre")


def test_a_refused_act_is_a_button_that_says_why_and_sends_nothing() -> None:
    html = show("verdict_button", verdict=refuse("Ikke før 1. mars."), label="Vedta planen", action="/adopt/")
    button = Page(html).one(type="button")[1]
    assert (button["aria-disabled"], button["aria-describedby"]) == ("true", "why-vedta-planen")
    assert "<form" not in html
    assert "Ikke før 1. mars." in html


def test_an_allowed_act_leads_to_its_page_or_posts() -> None:
    link = show("verdict_button", verdict=ALLOWED, label="Vedta", href="/adopt/")
    post = show("verdict_button", verdict=ALLOWED, label="Vedta", action="/adopt/", name="revision", value=3)
    assert Page(link).one(href="/adopt/")[0] == "a"
    assert Page(post).one(action="/adopt/")[1]["method"] == "post"
    assert Page(post).one(name="revision")[1]["value"] == "3"


def test_findings_say_severity_in_words_and_fold_what_was_accepted() -> None:
    html = show("findings", findings=specimens.FINDINGS, base="")
    shown, folded = html.split("<details", 1)
    assert re.findall(r'data-severity="(\w+)"', shown) == ["error", "warning", "info"]
    assert re.findall(r"Må rettes|Advarsel|Verdt å vite", shown) == ["Må rettes", "Advarsel", "Verdt å vite"]
    assert "Fylket har gitt unntak i brev 12.1." in folded
    assert 'href="#at-areas-B-goals-1"' in shown


def test_no_findings_is_good_news() -> None:
    assert "Sjekken fant ingenting å rette." in show("findings", findings=[])


def test_only_open_warnings_can_be_accepted() -> None:
    html = show("findings", findings=specimens.FINDINGS, accept_url="/accept/")
    assert re.findall(r'name="rule" value="([\w-]+)"', html) == ["A-11"]


def test_a_margin_shows_the_findings_of_its_place_and_what_lies_inside() -> None:
    html = show("margin_note", findings=specimens.FINDINGS, where="areas.B")
    assert re.findall(r"Regel ([\w-]+)", html) == ["A-04"]
    assert show("margin_note", findings=specimens.FINDINGS, where="areas.C") == ""


def test_the_path_marks_the_present_step_and_names_the_next_door() -> None:
    html = show("path", steps=specimens.STEPS)
    steps = [a for tag, a in Page(html).elements if a.get("class") == "path-step"]
    assert [step["data-state"] for step in steps] == ["done"] * 3 + ["open"] + ["ahead"] * 2
    assert [step.get("aria-current") for step in steps].count("step") == 1
    assert "Steg 4 av 6" in html
    assert next_gate(specimens.STEPS) == {
        "title": "Godkjenning",
        "body": "Styringsgruppen",
        "date": "2. februar 2027",
        "state": "closed",
    }


def test_changes_are_said_and_not_only_coloured() -> None:
    html = show("changes", changes=specimens.context()["changes"])
    assert "[tatt ut: </span>60" in html
    assert "[satt inn: </span>og" in html


def test_a_table_keeps_its_meaning_when_it_is_stacked() -> None:
    content = specimens.context()
    html = show("table", caption="Penger", columns=content["columns"], rows=content["rows"])
    cells = [a for tag, a in Page(html).elements if tag == "td"]
    assert [(cell["data-label"], cell["data-kind"]) for cell in cells[:2]] == [
        ("2026", "number"),
        ("2027", "number"),
    ]
    assert {a["role"] for tag, a in Page(html).elements if tag == "tr"} == {"row"}


def test_facts_leave_out_what_is_not_known_but_show_zero() -> None:
    assert re.findall(
        r"<dt>(.*?)</dt>", show("facts", facts=[("A", ""), ("B", 0), ("C", None), ("D", "x")])
    ) == [
        "B",
        "D",
    ]


def test_what_people_write_is_never_markup() -> None:
    html = show("card", title="<script>x</script>", href="/", text="<b>&</b>") + show(
        "facts", facts=[("<i>", "<u>")]
    )
    assert re.findall(r"<(?:script|b|i|u)\b", html) == []


@pytest.mark.parametrize(
    ("name", "letters"), [("Ingrid Solberg", "IS"), ("Áilu", "Á"), ("kari@fjordvik.no", "K"), ("", "")]
)
def test_a_name_has_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_place_in_a_document_becomes_an_id() -> None:
    assert place_id("areas.B.goals.1") == "at-areas-B-goals-1"


@pytest.mark.parametrize(
    "colour", ["#1b5e7d", "#ffdd00", "#000000", "#ffffff", "#e4002b", "#00a3a3", "#7a7a7a"]
)
@pytest.mark.parametrize("dark", [False, True])
def test_any_municipal_colour_gives_readable_steps(colour: str, *, dark: bool) -> None:
    steps = scale(colour, dark=dark)
    paper = "#181613" if dark else "#f9f6f1"
    pairs = [
        ("base-contrast-default", "base-default"),
        ("base-contrast-default", "base-hover"),
        ("base-contrast-default", "base-active"),
        ("text-default", "surface-active"),
        ("text-subtle", "surface-tinted"),
    ]
    assert [pair for pair in pairs if contrast(steps[pair[0]], steps[pair[1]]) < 4.5] == []
    assert contrast(steps["text-subtle"], paper) >= 4.5
    assert contrast(steps["border-default"], paper) >= 3
    assert contrast(steps["base-default"], paper) >= 3
