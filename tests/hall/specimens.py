"""One of every component, with text of real length: what the component tests and the browser look at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from dugnad.kit.findings import Finding, Severity
from dugnad.kit.verdicts import ALLOWED, refuse
from dugnad.kit.wording import compare_words

HERE = Path(__file__).parent


class Goal(forms.Form):
    """A form with one field of every shape."""

    title = forms.CharField(label="Mål", help_text="Ett mål som kan måles.")
    text = forms.CharField(label="Slik når vi det", widget=forms.Textarea, required=False)
    kind = forms.ChoiceField(
        label="Type arbeidsplass",
        choices=[("new", "Nye"), ("kept", "Sikrede")],
        widget=forms.RadioSelect,
        help_text="Velg den som passer best.",
    )
    milieux = forms.MultipleChoiceField(
        label="Miljøer",
        choices=[("a", "Lokalt næringsliv"), ("b", "Gründere"), ("c", "Frivillige lag")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    area = forms.ChoiceField(label="Innsatsområde", choices=[("A", "Havbruk"), ("B", "Reiseliv")])
    due = forms.DateField(label="Frist")
    meets = forms.DateTimeField(label="Møtet begynner", required=False)
    amount = forms.IntegerField(label="Ramme", min_value=0)
    report = forms.FileField(label="Rapport", required=False, help_text="Høyst 25 MB.")
    agreed = forms.BooleanField(label="Styringsgruppen har sett målet", required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)


FINDINGS = [
    Finding(
        "A-04",
        Severity.ERROR,
        "Målet «Flere gjester om vinteren» har ingen indikator.",
        "areas.B.goals.1",
        "Seed 002",
        "Skriv hva som skal telles, og hvem som teller.",
    ),
    Finding(
        "A-11",
        Severity.WARNING,
        "Ingen av de utflyttede er hørt ennå.",
        "milieux.emigrated",
        "Seed 002",
        "Inviter dem til en nettsamling, eller skriv hvorfor det ikke trengs.",
    ),
    Finding(
        "A-14",
        Severity.WARNING,
        "Perioden er lengre enn seks år.",
        "periods",
        "Seed 002",
        accepted="Fylket har gitt unntak i brev 12.1.",
    ),
    Finding("A-31", Severity.INFO, "Tre hovedaktiviteter nevner samme miljø.", "areas.A", "Seed 002"),
]
STEPS = [
    {
        "title": "Oppstart",
        "state": "done",
        "dates": "mars 2026",
        "gates": [
            {"title": "Oppstartsvedtak", "body": "Kommunestyret", "date": "12. mars 2026", "state": "passed"}
        ],
    },
    {"title": "Mobilisering", "state": "done", "dates": "april–mai 2026"},
    {"title": "Prosessamlinger", "state": "done", "dates": "juni–september 2026", "href": "/g/"},
    {"title": "Skriving", "state": "open", "dates": "til 15. januar 2027", "href": "/d/"},
    {
        "title": "Styringsgruppen",
        "state": "ahead",
        "gates": [
            {"title": "Godkjenning", "body": "Styringsgruppen", "date": "2. februar 2027", "state": "closed"}
        ],
    },
    {
        "title": "Kommunestyret",
        "state": "ahead",
        "gates": [{"title": "Vedtak", "body": "Kommunestyret", "date": "25. mars 2027", "state": "closed"}],
    },
]
_WORDS = {
    "before": "Kommunen skal skape 60 nye arbeidsplasser i havbruk innen 2028.",
    "after": "Kommunen skal skape og sikre 80 arbeidsplasser i havbruk og reiseliv innen 2029.",
}
_TEXT = (
    "Fjordvik mistet hver femte arbeidsplass da filetfabrikken stengte. Planen bygger på det som finnes: "
    "**havet, håndlaget og hverandre**.\n\n# Slik gjør vi det\n\n- Vi begynner med det som kan måles.\n"
    "- Vi spør dem det gjelder.\n\n> Det er ikke fisken vi mangler, det er folkene.\n\n"
    "Les [analysen](https://example.org/analyse) før samlingen."
)

_SVG = (
    '<svg viewBox="0 0 300 60" role="img" aria-label="Folketall faller">'
    '<path d="M0 10 100 20 200 34 300 50" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
)


def context() -> dict[str, Any]:  # long: one value for each component
    """Give the specimens their content."""
    form = Goal(
        {
            "title": "",
            "text": "Vi skriver dette på nytt",
            "due": "32.13.2027",
            "amount": "-5",
            "revision": "3",
        }
    )
    return {
        "form": form,
        "findings": FINDINGS,
        "steps": STEPS,
        "changes": compare_words(**_WORDS),
        "yes": ALLOWED,
        "no": refuse("Planen kan ikke vedtas før styringsgruppen har godkjent den."),
        "text": _TEXT,
        "tabs": [
            {"href": "/a/", "text": "Planen", "current": True},
            {"href": "/b/", "text": "Sjekken", "count": 3},
            {"href": "/c/", "text": "Versjoner"},
            {"href": "/d/", "text": "Papirer"},
        ],
        "columns": ["Kilde", ("2026", "number"), ("2027", "number")],
        "rows": [["Fylkeskommunen", "kr 2 000 000", "kr 3 000 000"], ["Kommunen", "kr 500 000", None]],
        "total": ["Sum", "kr 2 500 000", "kr 3 000 000"],
        "svg": mark_safe(_SVG),
        "cards": [
            {
                "title": "Omstillingsplan 2026–2029",
                "href": "/p/1/",
                "text": "Hundre arbeidsplasser.",
                "kicker": "Fjordvik",
                "status": "Pågår",
                "tone": "now",
                "meta": "Neste: styringsgruppen 2. februar",
            },
            {
                "title": "Næringsplan",
                "href": "/p/2/",
                "text": "Vedtatt av kommunestyret.",
                "kicker": "Fjordvik",
                "status": "Vedtatt",
                "tone": "good",
                "meta": "Sak 42/26",
            },
        ],
        "todos": [
            {
                "title": "Skriv grunnen til å godta A-11",
                "href": "/t/1/",
                "why": "Omstillingsplan",
                "due": "om 3 dager",
                "tone": "warn",
            },
            {
                "title": "Kall inn styringsgruppen",
                "href": "/t/2/",
                "why": "Omstillingsplan",
                "due": "15. januar",
            },
        ],
        "comments": [
            {
                "by": "Per Hansen",
                "part": "Fylkeskommunen",
                "when": "2. mars",
                "text": "Hvor kommer tallet fra?",
                "replies": [{"by": "Ingrid Solberg", "when": "3. mars", "text": "Fra **SSB**."}],
            }
        ],
        "page": Paginator(list(range(95)), 10).page(3),
        "facts": [
            ("Fase", "Skriving"),
            ("Prosjekteier", "Kommunedirektøren"),
            ("Vedtas av", "Kommunestyret"),
            ("Tom", ""),
        ],
        "happened": [
            {"when": "2. mars 2027", "title": "Kari Moen endret målet om vintergjester", "href": "/v/2/"},
            {"when": "1. mars 2027", "title": "Versjon 4 lagret", "tone": "soft"},
        ],
    }
