"""Amounts in whole kroner and numbers, as Norwegians, Danes and English readers write them."""

from __future__ import annotations

import re
from decimal import Decimal

NO_BREAK_SPACE = "\u00a0"
_GROUPED = re.compile(r"^(?P<whole>-?\d{1,3}([.,])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](?P<rest>\d+))?$", re.ASCII)
_PLAIN = re.compile(r"^-?\d+(?:[.,]\d+)?$", re.ASCII)
_SEPARATORS = {"nb": (NO_BREAK_SPACE, ","), "nn": (NO_BREAK_SPACE, ","), "da": (".", ","), "en": (",", ".")}


def format_number(value: Decimal | int, language: str) -> str:
    """Write a number in the language: «12 345,6», «12.345,6», "12,345.6"; no trailing zeros."""
    thousands, point = _SEPARATORS[language]
    text = f"{value:,f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.replace(",", thousands).replace("-", "\u2212")
    return f"{whole}{point}{fraction}" if fraction else whole


def format_kroner(amount: int, language: str) -> str:
    """Write an amount in whole kroner: «kr 1 200 000», Danish «1.200.000 kr.», English "kr 1,200,000"."""
    number = format_number(amount, language)
    return f"{number}{NO_BREAK_SPACE}kr." if language == "da" else f"kr{NO_BREAK_SPACE}{number}"


def parse_number(text: str) -> Decimal:
    """Read a number as people type it: «1 200 000,50», «1.200.000», "1,200.5", «kr 300 000,-».

    A single separator followed by exactly three digits is read as thousands, since amounts here are
    whole kroner far more often than thousandths.

    Raises:
        ValueError: when no number can be read without guessing.
    """
    cleaned = re.sub(r"(?i)kr\.?|nok|dkk|[\s\u00a0\u202f]", "", text).replace("\u2212", "-")
    cleaned = re.sub(r",[-–]+$", "", cleaned)
    if grouped := _GROUPED.match(cleaned):
        return Decimal(re.sub(r"[.,]", "", grouped["whole"]) + "." + (grouped["rest"] or "0"))
    if _PLAIN.match(cleaned):
        return Decimal(cleaned.replace(",", "."))
    raise ValueError(text)
