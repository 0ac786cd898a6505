"""How well a municipality's colour reads, as an administrator sees it while choosing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from dugnad.kit.colours import AA_TEXT, contrast, is_colour, text_on

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Sample:
    """Text in one colour on another, with the ratio between them (1 to 21, WCAG 2.2, 1.4.3)."""

    label: StrOrPromise
    text: str
    ground: str
    ratio: float

    @property
    def is_readable(self) -> bool:
        """Tell whether running text reads well enough (at least 4.5 to 1)."""
        return self.ratio >= AA_TEXT


def samples(colour: str) -> list[Sample]:
    """Give a button, and text on light and on dark; none for what is not a colour."""
    if not is_colour(str(colour or "")):
        return []
    pairs = [
        (_("Button"), text_on(colour), colour),
        (_("Text on white"), colour, "#ffffff"),
        (_("Text on dark"), colour, "#1a1a1a"),
    ]
    return [Sample(label, text, ground, contrast(text, ground)) for label, text, ground in pairs]
