"""What is typed about the plan as a whole, and under its headings."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from dugnad.plans.forms.draft import Draft
from dugnad.plans.forms.fields import SECTION_LETTERS, Line, Text

MARKUP = _(
    "A blank line begins a new paragraph. **Bold**, - list, # heading and [words](https://…) are understood."
)


class PlanForm(forms.Form):
    """A plan's beginning: what it is called."""

    title = Line(label=_("Title of the plan"), most=200)


class SectionForm(Draft):
    """The running text under one heading."""

    text = Text(label=_("Text"), most=SECTION_LETTERS, rows=18, required=False, help_text=MARKUP)


class VisionForm(Draft):
    """The plan's title and its vision."""

    title = Line(label=_("Title of the plan"), most=200)
    vision = Text(
        label=_("Vision"),
        most=2000,
        rows=3,
        required=False,
        help_text=_("One or two sentences about how the place is when the work has succeeded."),
    )


class ExplanationForm(Draft):
    """Why the areas' goals do not add up to the main goal."""

    explanation = Text(
        label=_("Why the areas' goals do not add up to the main goal"),
        required=False,
        help_text=_("Needed only where the sums differ (A-18)."),
    )
