"""The pen that every picture is drawn with: SVG built as XML, so that any text is only text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from dugnad.kit.digests import digest
from dugnad.papers.flow import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDE, NARROW = 720, 340
SIZE = 14
STRONG = 15.5  # as wide as semi-bold text of size 14
PATTERNS = 6
_SLIM, _BROAD = set("iljtfrI.,:;'|!()[] "), set("mwMWÆŒ@%—")


def text_width(text: str, size: float = SIZE) -> float:
    """Estimate how wide a text is in Inter, a little on the generous side."""
    return size * sum(
        0.34 if c in _SLIM else 0.92 if c in _BROAD else 0.68 if c.isupper() else 0.6 for c in text
    )


def wrapped(text: str, width: float, *, lines: int = 2, size: float = SIZE) -> list[str]:
    """Break a text into at most so many lines of the width; what does not fit ends in an ellipsis."""
    broken = [""]
    for word in _pieces(printable(text), width, size):
        candidate = f"{broken[-1]} {word}".strip()
        if text_width(candidate, size) <= width or not broken[-1]:
            broken[-1] = candidate
        else:
            broken.append(word)
    kept = broken[:lines]
    if len(broken) > lines:
        kept[-1] += "…"
    return [_cut(line, width, size) for line in kept]


def _pieces(text: str, width: float, size: float) -> Iterator[str]:
    """Give the words, those wider than a line in hyphenated pieces."""
    for word in text.split():
        rest = word
        while text_width(rest, size) > width and len(rest) > 6:
            fits = max(4, sum(text_width(rest[:end] + "-", size) <= width for end in range(1, len(rest))))
            fits = min(fits, len(rest) - 3)
            yield rest[:fits] + "-"
            rest = rest[fits:]
        yield rest


def _cut(line: str, width: float, size: float) -> str:
    if text_width(line, size) <= width + 1:
        return line
    while line and text_width(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip(" …") + "…"


def ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Give round steps (1, 2, 2.5 or 5 times a power of ten) that reach from below low to above high."""
    span = max(high - low, abs(high), 1e-9) if high == low else high - low
    raw = span / count
    power = 10.0 ** _exponent(raw)
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= raw * 0.999)
    first = step * (low // step)
    steps = [first]
    while steps[-1] < high - step * 1e-6:
        steps.append(steps[-1] + step)
    return steps


def _exponent(number: float) -> int:
    exponent = 0
    while number >= 10:
        number, exponent = number / 10, exponent + 1
    while number < 1:
        number, exponent = number * 10, exponent - 1
    return exponent


class Drawing:
    """An SVG in the making; `height` may grow while it is drawn."""

    def __init__(self, title: str, desc: str, *, width: float, kind: str) -> None:
        """Begin a picture; `kind` (such as `path`) becomes its class `chart-path`."""
        self.width, self.height = width, 0.0
        self.title, self.desc, self.kind = printable(title), printable(desc), kind
        self.key = f"{kind}-{digest([title, desc, width])[:10]}"
        self._body = ET.Element("g")
        self._group = self._body
        self._patterns: set[int] = set()

    def add(self, tag: str, look: str, **attributes: float | str) -> ET.Element:
        """Add a shape with its classes; an underscore in a name stands for a hyphen."""
        element = ET.SubElement(self._group, tag, {"class": look} if look else {})
        for name, value in attributes.items():
            element.set(
                name.replace("_", "-"), value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
            )
        return element

    def begin(self, hint: str = "") -> None:
        """Open a group that shows `hint` when it is pointed at; close it with `end`."""
        self._group = ET.SubElement(self._body, "g")
        if hint:
            ET.SubElement(self._group, "title").text = printable(hint)

    def end(self) -> None:
        """Close the group."""
        self._group = self._body

    def say(self, lines: str | Sequence[str], x: float, y: float, **how: str) -> float:
        """Write lines with the first one's foot at y (`look`, `anchor`); gives the height they took."""
        said = [lines] if isinstance(lines, str) else list(lines)
        look, anchor = how.get("look", "chart-text"), how.get("anchor", "start")
        leading = 15.0 if "chart-small" in look else 18.0
        for number, line in enumerate(said):
            element = self.add("text", look, x=x, y=y + number * leading)
            if anchor != "start":
                element.set("text-anchor", anchor)
            element.text = printable(line)
        return leading * len(said)

    def filled(self, number: int, **box: float) -> None:
        """Draw a box in series colour 1 to 6, with that series' pattern on it."""
        place = (number - 1) % PATTERNS + 1
        self.add("rect", f"chart-fill chart-{place}", **box)
        if place > 1:
            self._patterns.add(place)
            self.add("rect", "", **box).set("fill", f"url(#{self.key}-p{place})")

    def svg(self) -> str:
        """Give the picture: a named image with title and description, no style anywhere."""
        size = "" if self.kind == "qr" else " chart-narrow" if self.width <= NARROW else " chart-wide"
        root = ET.Element("svg", {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {self.width:g} {self.height:g}",
            "role": "img",
            "class": f"chart chart-{self.kind}{size}",
            "aria-labelledby": f"{self.key}-t {self.key}-d"})  # fmt: skip
        ET.SubElement(root, "title", {"id": f"{self.key}-t"}).text = self.title
        ET.SubElement(root, "desc", {"id": f"{self.key}-d"}).text = self.desc
        if self._patterns:
            defs = ET.SubElement(root, "defs")
            for number in sorted(self._patterns):
                _pattern(defs, number, f"{self.key}-p{number}")
        root.append(self._body)
        return ET.tostring(root, encoding="unicode")


def _pattern(defs: ET.Element, number: int, key: str) -> None:
    """Add the pattern of a series: what tells it from others where colour does not."""
    lines = {2: "M0 8L8 0", 3: "M0 4H8", 4: "M0 0L8 8", 5: "M4 0V8", 6: "M0 4H8M4 0V8"}
    pattern = ET.SubElement(
        defs, "pattern", {"id": key, "width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
    )
    ET.SubElement(pattern, "path", {"class": "chart-hatch", "d": lines[number]})
