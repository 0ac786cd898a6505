"""What people type in text fields is shown as they meant it, and never as somebody's script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dugnad.kit.richtext import Block, Run, to_blocks, to_html


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Fet** og *kursiv*", "<p><strong>Fet</strong> og <em>kursiv</em></p>\n"),
        ("# Overskrift", "<h3>Overskrift</h3>\n"),
        ("- en\n- to", "<ul>\n<li>en</li>\n<li>to</li>\n</ul>\n"),
        ("Første linje\nandre linje", "<p>Første linje<br>\nandre linje</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("[les](javascript:alert(1))", "<p>[les](javascript:alert(1))</p>\n"),
        ("Čáhput đ ŋ š ŧ ž 🐟 שלום", "<p>Čáhput đ ŋ š ŧ ž 🐟 שלום</p>\n"),
        ("", ""),
    ],
)
def test_markup_is_shown_as_safe_html(typed: str, shown: str) -> None:
    assert to_html(typed) == shown


def test_a_link_opens_nothing_by_itself() -> None:
    assert to_html("[les](https://example.org)") == (
        '<p><a href="https://example.org" rel="noopener noreferrer">les</a></p>\n'
    )


@pytest.mark.parametrize("typed", ["12. mars 2026 ble verket lagt ned", "  1. Desember", "3. marts 2027"])
def test_a_line_that_begins_with_a_date_is_no_list(typed: str) -> None:
    assert to_html(typed) == f"<p>{typed.strip()}</p>\n"


def test_blocks_for_paper_keep_styles_levels_and_numbers() -> None:
    assert to_blocks("Et **ord**\n\n1. en\n2. to\n\n## Hvorfor") == [
        Block("paragraph", (Run("Et "), Run("ord", bold=True))),
        Block("item", (Run("en"),), 1, 1),
        Block("item", (Run("to"),), 1, 2),
        Block("heading", (Run("Hvorfor"),), 2),
    ]


@given(st.text())
def test_no_text_becomes_an_element_that_can_act(typed: str) -> None:
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", to_html(typed)))
    allowed = {
        "p",
        "br",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "a",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "code",
        "hr",
    }
    assert tags <= allowed
    to_blocks(typed)
