"""Amounts in whole kroner and numbers, as Norwegians, Danes and English readers write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

NO_BREAK_SPACE = "\u00a0"
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
    if not re.fullmatch(r"-?\d[\d.,]*", cleaned):
        raise ValueError(text)
    last = max(cleaned.rfind(","), cleaned.rfind("."))
    if last >= 0:
        separator = cleaned[last]
        tail = cleaned[last + 1 :]
        is_thousands = cleaned.count(separator) > 1 or (len(tail) == 3 and not _has_other(cleaned, separator))
        head = re.sub(r"[.,]", "", cleaned[:last])
        cleaned = head + tail if is_thousands else f"{head}.{tail}"
    try:
        return Decimal(cleaned)
    except InvalidOperation as error:
        raise ValueError(text) from error


def _has_other(text: str, separator: str) -> bool:
    return ("." if separator == "," else ",") in text
