"""What the shared components need from Python: widgets in the look, icons, and places in a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms, template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language

from dugnad.hall.glossary import terms
from dugnad.kit.findings import place_id
from dugnad.kit.pages import who_and_when
from dugnad.voices.rules import may_see_notes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.forms.boundfield import BoundField, BoundWidget
    from django.http import HttpRequest
    from django.utils.safestring import SafeString

    from dugnad.processes.models import Process

register = template.Library()

# Browsers show their own calendar and clock for these, and speak ISO 8601 whatever the language.
_NATIVE = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)


@register.filter
def shape(field: BoundField) -> str:
    """Tell how a field is laid out: `hidden`, `choices` (radio, several boxes), `tick` or `line`."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "line"


@register.filter
def dressed(field: BoundField) -> SafeString:
    """Write the field's widget in the look; dates and times as the browser's own pickers."""
    widget = field.field.widget
    attributes: dict[str, str | bool] = {"class": f"ds-input {widget.attrs.get('class', '')}".strip()}
    for kind, input_type, pattern in _NATIVE:
        if isinstance(widget, kind):
            widget.format, widget.input_type = pattern, input_type
            break
    return field.as_widget(attrs=attributes)


@register.filter
def choices_of(field: BoundField) -> list[BoundWidget]:
    """Give each radio button or box of the field, in the look."""
    widgets = list(field.subwidgets)
    for widget in widgets:
        widget.data["attrs"]["class"] = "ds-input"
    return widgets


register.filter("place_id", place_id)


@register.filter
def found_at(findings: Iterable[object], where: str) -> list[object]:
    """Pick the findings of a place and of what lies inside it (`areas.B` takes `areas.B.goals.1`)."""
    return [
        finding
        for finding in findings or []
        if (path := getattr(finding, "where", "")) == where or path.startswith(f"{where}.")
    ]


@register.filter
def accepted_of(findings: Iterable[object]) -> list[object]:
    """Pick the warnings that somebody has accepted with a reason."""
    return [finding for finding in findings or [] if getattr(finding, "accepted", "")]


@register.filter
def as_columns(columns: Iterable[object]) -> list[dict[str, str]]:
    """Give each column of a table its title and kind; plain titles and (title, kind) may be mixed."""
    pairs = (column if isinstance(column, tuple | list) else (column, "") for column in columns or [])
    return [{"title": str(title), "kind": str(kind)} for title, kind in pairs]


@register.filter
def beside(row: Iterable[object], columns: Iterable[object]) -> list[tuple[object, dict[str, str]]]:
    """Put each cell of a row beside its column."""
    return list(zip(row, as_columns(columns), strict=False))


@register.filter
def next_gate(steps: Iterable[Any]) -> Any:
    """Find the first door on the path that is still closed; none when all are passed."""
    for step in steps or []:
        gates = step.get("gates") if isinstance(step, dict) else getattr(step, "gates", None)
        for gate in gates or []:
            if (gate["state"] if isinstance(gate, dict) else gate.state) == "closed":
                return gate
    return None


@register.filter
def reads_notes(process: Process, request: HttpRequest | None) -> bool:
    """Tell whether the reader of this page may see the advisers' notes on the process."""
    return request is not None and bool(may_see_notes(process, **who_and_when(request)))


@register.filter
def initials(name: object) -> str:
    """Give a name's first and last initial: «Kari Nordmann» is KN, «kari@fjordvik.no» is K."""
    words = str(name).split("@")[0].split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon from `hall/icons.svg`; with a label it speaks, without one it is decoration."""
    source = static("hall/icons.svg")
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"></use></svg>', label, source, name
        )
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>', source, name
    )


@register.inclusion_tag("components/term.html")
def term(key: str) -> dict[str, Any]:
    """Explain a word of the field where it is used: the word, its sentence folded, and the page of words."""
    return {"term": terms(get_language() or "nb")[key]}
