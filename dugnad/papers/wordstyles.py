"""What a Word file needs besides its words: styles, page, header, footer, language and marks for readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from dugnad.kit.colours import AA_TEXT, contrast, is_colour
from dugnad.papers.flow import printable

if TYPE_CHECKING:
    from docx.document import Document as Docx
    from docx.text.paragraph import Paragraph as Line

    from dugnad.papers.blocks import Paper

_SIZES = {"Normal": 10.5, "Title": 24, "Subtitle": 12, "Heading 1": 15, "Heading 2": 12.5, "Heading 3": 11}
_SIZES |= {"Heading 4": 10.5, "Caption": 9}


def prepare(document: Docx, paper: Paper) -> None:
    """Set up styles, A4 page, header with the owner, footer with page numbers, and the language."""
    styles = document.styles
    ink = _ink(paper.colour)
    if "TOC Heading" not in styles:
        styles.add_style("TOC Heading", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, size in _SIZES.items():
        _set_style(styles[name], size, ink if name in {"Heading 1", "Title"} else RGBColor(0x16, 0x19, 0x1A))
    _set_style(styles["TOC Heading"], 15, ink)
    styles["TOC Heading"].font.bold = True
    _set_language(styles, paper.language)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(25)
    _set_edges(section, paper)


def _ink(colour: str) -> RGBColor:
    readable = is_colour(colour) and contrast(colour, "#ffffff") >= AA_TEXT
    return RGBColor.from_string(colour[1:].upper() if readable else "1A1A1A")


def _set_style(style: Any, size: float, colour: RGBColor) -> None:
    style.font.name = "Inter"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    fonts.set(qn("w:cs"), "Arial")
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.italic = False
    if style.name == "Title":
        for border in style.element.pPr.findall(qn("w:pBdr")):
            style.element.pPr.remove(border)


def _set_language(styles: Any, language: str) -> None:
    tag_ = {"en": "en-GB", "da": "da-DK"}.get(language, f"{language}-NO")
    for found in styles.element.iter(qn("w:lang")):
        found.set(qn("w:val"), tag_)
    properties = styles["Normal"].element.get_or_add_rPr()
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), tag_)
    properties.append(element)


def _set_edges(section: Any, paper: Paper) -> None:
    section.header.paragraphs[0].add_run(printable(paper.owner)).bold = True
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(printable(" · ".join(filter(None, (paper.reference, paper.digest[:16])))) + "   ")
    before, between, after = _parts(_("Page {page} of {pages}"))
    footer.add_run(before)
    add_field(footer, "PAGE", "1")
    footer.add_run(between)
    add_field(footer, "NUMPAGES", "1")
    footer.add_run(after)


def _parts(words: str) -> tuple[str, str, str]:
    before, _page, rest = words.partition("{page}")
    between, _pages, after = rest.partition("{pages}")
    return before, between, after


def add_field(line: Line, instruction: str, shown: str) -> None:
    """Add a field that Word fills in itself (page number, contents), showing `shown` until then."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), (None, shown), ("end", "")):
        run: Any = line.add_run(text if kind is None else "")
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
        elif kind == "":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = text
            run._r.append(element)


def shade(line: Line, colour: str) -> None:
    """Put a light ground behind a paragraph; `colour` as RRGGBB."""
    element = OxmlElement("w:shd")
    element.set(qn("w:val"), "clear")
    element.set(qn("w:fill"), colour)
    line._p.get_or_add_pPr().append(element)


def tag(table: Any, caption: str) -> None:
    """Give a table the title that screen readers say."""
    if caption:
        element = OxmlElement("w:tblCaption")
        element.set(qn("w:val"), printable(caption))
        table._tbl.tblPr.append(element)
