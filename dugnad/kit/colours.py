"""A municipality's colour as a scale of even contrast, light and dark (WCAG 2.2 contrast ratios)."""

from __future__ import annotations

import re

import hsluv

AA_TEXT = 4.5
_HEX = re.compile(r"^#[0-9a-fA-F]{6}$")


def is_colour(text: str) -> bool:
    """Tell whether the text is a colour such as `#0b5d66`."""
    return bool(_HEX.match(text))


def luminance(colour: str) -> float:
    """Give the relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the WCAG 2.2 contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def with_lightness(colour: str, lightness: float, *, keep: float = 1.0) -> str:
    """Give the colour with its hue held, HSLuv lightness (0 to 100) set, part of its saturation kept."""
    hue, saturation, _ = hsluv.hex_to_hsluv(colour)
    result: str = hsluv.hsluv_to_hex((hue, saturation * keep, lightness))
    return result


def text_on(colour: str) -> str:
    """Choose white or near-black, whichever reads better on the colour."""
    return max(("#ffffff", "#1a1a1a"), key=lambda text: contrast(text, colour))


# Digdir's method: hold the hue, fix the lightness of each step, so that steps have the same contrast
# whatever the colour (HSLuv lightness, measured on Designsystemet's own theme): light, dark, and how much
# of the colour's saturation the step keeps, so that tints stay calm also under a strong colour.
_STEPS = {
    "background-default": (100.0, 8.3, 0.5),
    "background-tinted": (95.9, 11.8, 0.5),
    "surface-default": (100.0, 16.1, 0.4),
    "surface-tinted": (92.1, 18.9, 0.5),
    "surface-hover": (87.1, 22.4, 0.5),
    "surface-active": (81.4, 28.3, 0.5),
    "border-subtle": (76.1, 33.9, 0.5),
    "border-default": (50.6, 54.0, 0.75),
    "border-strong": (39.6, 68.6, 0.8),
    "text-subtle": (39.6, 68.6, 0.8),
    "text-default": (17.7, 93.5, 0.8),
}
_LIGHTEST_BASE, _DARKEST_BASE = 47.0, 62.0


def scale(colour: str, *, dark: bool = False) -> dict[str, str]:
    """Give the colour's steps by Designsystemet's names, each readable as WCAG 2.2 AA asks.

    The colour itself is the base where it can carry text, else it is darkened (light) or lightened (dark)
    just enough.
    """
    steps = {
        name: with_lightness(colour, night if dark else light, keep=keep)
        for name, (light, night, keep) in _STEPS.items()
    }
    own = float(hsluv.hex_to_hsluv(colour)[2])
    base = max(own, _DARKEST_BASE) if dark else min(own, _LIGHTEST_BASE)
    toward = 8.0 if dark else -8.0
    for name, lightness in (("default", base), ("hover", base + toward), ("active", base + 2 * toward)):
        steps[f"base-{name}"] = with_lightness(
            colour, min(max(lightness, 4.0), 96.0), keep=0.8 if dark else 1
        )
    steps["base-contrast-default"] = text_on(steps["base-default"])
    steps["base-contrast-subtle"] = steps["base-contrast-default"]
    return steps


def stylesheet(colour: str) -> str:
    """Write the colour's steps as CSS custom properties, light and dark by the reader's system."""
    light, night = (
        "".join(f"--ds-color-accent-{name}:{value};" for name, value in scale(colour, dark=dark).items())
        for dark in (False, True)
    )
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}\n"
