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


def with_lightness(colour: str, lightness: float) -> str:
    """Give the colour with its hue held and HSLuv lightness (0 to 100) set."""
    hue, saturation, _ = hsluv.hex_to_hsluv(colour)
    result: str = hsluv.hsluv_to_hex((hue, saturation, lightness))
    return result


def text_on(colour: str) -> str:
    """Choose white or near-black, whichever reads better on the colour."""
    return max(("#ffffff", "#1a1a1a"), key=lambda text: contrast(text, colour))
