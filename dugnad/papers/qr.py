"""QR codes as SVG, for posters, cards and the big screen's corner."""

from __future__ import annotations

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dugnad.papers.charts.drawing import Drawing

_QUIET = 4


def qr_code(address: str, *, title: str = "") -> SafeString:
    """Give the address as a QR code: dark on white with its quiet zone, also in dark mode.

    Raises:
        segno.DataOverflowError: when the address is longer than a QR code can hold (about 2,300 signs).
    """
    code = segno.make(address, error="m", micro=False)
    size = code.symbol_size(border=_QUIET)[0]
    drawing = Drawing(title or _("QR code"), address, width=size, kind="qr")
    drawing.height = size
    drawing.add("rect", "", width=size, height=size, fill="#ffffff")
    drawing.add("path", "", d=_squares(code), fill="#000000", shape_rendering="crispEdges")
    return mark_safe(drawing.svg())


def _squares(code: segno.QRCode) -> str:
    """Give the dark squares as one path, neighbours in a row joined."""
    parts = []
    for y, row in enumerate(code.matrix):
        x = 0
        while x < len(row):
            end = x
            while end < len(row) and row[end]:
                end += 1
            if end > x:
                parts.append(f"M{x + _QUIET} {y + _QUIET}h{end - x}v1h-{end - x}z")
            x = end + 1
    return "".join(parts)
