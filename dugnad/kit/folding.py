"""Words folded for searching: alike whatever their case, in every language, sign by sign."""

from __future__ import annotations

import unicodedata


def composed(text: str) -> str:
    """Give the text with each letter as one sign where there is one (å, not a and a ring)."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Fold case so that Å is found by å; of the same length as the composed text, so that places agree."""
    return "".join(map(_fold_sign, composed(text))) if not text.isascii() else text.lower()


def _fold_sign(sign: str) -> str:
    folded = sign.casefold()
    return folded if len(folded) == 1 else sign
