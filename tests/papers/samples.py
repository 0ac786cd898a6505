"""A paper with every kind of block, and the texts that people and attackers type."""

from datetime import date

from dugnad.kit.wording import compare_words
from dugnad.papers.blocks import (
    Bullets,
    Changes,
    Chart,
    Contents,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paper,
    Signature,
    Signatures,
    Table,
    Text,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 60" font-family="Inter">'
    '<rect width="200" height="20" fill="#0b5d66"/>'
    '<text x="0" y="44" font-size="14">Årsverk čđŋšŧž</text></svg>'
)

HOSTILE = {
    "script": "<script>alert('x')</script><b>fet</b> & \"sitat\" </svg>",
    "typst": '#import "@preview/x:1.0.0": * #panic("no") $ x^2 $ @label <label> *a* _b_ \\ #sys.inputs `raw`',
    "emoji": "Dugnad 🎉 👩🏽‍🌾 🇳🇴 ☀️ ✅",
    "arabic": "مرحبا بكم في البلدية – velkommen",
    "hebrew": "ברוכים הבאים til kommunen",
    "sami": "Sámi: čđŋšŧž ČĐŊŠŦŽ áâ – Deatnu, Kárášjohka",
    "cjk": "漢字 と ひらがな",
    "control": "a\x00b\x07c\x1b[31m\ufffe\ue000\u200b\u202ed",
    "spaces": "  \t \r\n  ",
    "long": "x" * 2500,
    "address": "https://eksempel.no/" + "sti/" * 100,
}

GOALS = Table(
    header=(("Mål", "Indikator", "Utgangspunkt", "Måltall 2031"),),
    rows=tuple((f"Mål {n} for området", "Nye årsverk", "0", str(5 * n)) for n in range(1, 9)),
    align=("left", "left", "right", "right"),
    widths=(3, 2, 1.3, 1.3),
    caption="Mål i innsatsområdet",
    total=("Sum", "", "0", "180"),
)


def paper(*, language="nb", blocks=None, **values):
    """Give a paper with every block, or with those asked for."""
    given = {
        "title": "Omstillingsplan for Fjordvik 2026–2031",
        "subtitle": "Flere bein å stå på",
        "kind": "Saksframlegg",
        "owner": "Fjordvik kommune",
        "dated": date(2026, 3, 1),
        "reference": "Sak 42/26",
        "status": "Utkast",
        "digest": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        **values,
    }
    return Paper(language=language, blocks=every_block() if blocks is None else tuple(blocks), **given)


def every_block():
    """Give one of each block, with the words of a plan."""
    return (
        Contents(),
        PageBreak(),
        Heading("Bakgrunn", 1, "1"),
        Text("Fjordvik har mistet **120 arbeidsplasser** siden 2019. Se [planen](https://eksempel.no/plan).\n\n"
             "- Hjørnesteinsbedriften la ned\n- Unge flytter\n  - særlig kvinner\n\n1. Først\n2. Så\n\n"
             "> Vi vil bo her.\n\n### Et spørsmål\n\nHva nå?"),
        Facts((("Prosjekteier", "Kari Nordmann"), ("Ramme", "kr 12 000 000"))),
        Heading("Hopper over et nivå", 3),
        Bullets(("Havbruk", "Reiseliv")),
        Bullets(("Mobilisere", "Vedta"), numbered=True),
        Heading("Innsatsområder", 1, "2"),
        GOALS,
        Chart(SVG, "Årsverk går fra 480 til 360.", "Årsverk i Fjordvik",
              Table((("År", "Årsverk"),), (("2019", "480"), ("2025", "360")), ("left", "right"))),
        Note("Kommunestyret må vedta planen **før** søknad.\n\n- med ramme", "warning"),
        Note("Tallene er fra SSB.", "info"),
        Changes(compare_words("Vi skaper 50 årsverk før 2030.", "Vi skaper 60 årsverk før 2031."), "Mål 1"),
        Signatures((Signature("Ordfører", "Ola Nordmann"), Signature("Styreleder"))),
    )  # fmt: skip
