"""How the Word document looks: one place for type, colour and space."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from exports.formats.word import numbering
from exports.formats.word.ooxml import PARAGRAPH_ORDER, RUN_ORDER, element, put, tag_of

INK, SOFT, BRICK, LEAF = "2C2420", "605247", "9B3D27", "366333"
SAND, LAMP, WHITE = "DCCFBA", "F3B63F", "FFFFFF"
TEXT_FONT, HEAD_FONT = "Calibri", "Palatino Linotype"
COMPLEX_FONT = "Arial"

BODY_SIZE = 13.0


def _font(name: str) -> Any:
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=COMPLEX_FONT)


def _size(points: float) -> tuple[Any, Any]:
    half = round(points * 2)
    return element("sz", val=half), element("szCs", val=half)


def _bold() -> tuple[Any, Any]:
    return element("b"), element("bCs")


def _spacing(before: float, after: float, line: float) -> Any:
    return element(
        "spacing", before=round(before * 20), after=round(after * 20), line=round(line * 240), lineRule="auto"
    )


def _border(side: str, color: str, eighths: int, space: int) -> Any:
    borders = element("pBdr")
    borders.append(element(side, val="single", sz=eighths, space=space, color=color))
    return borders


def _style(document: Any, name: str, based_on: str = "Normal") -> Any:
    """A paragraph style with nothing in it yet, made if there is none."""
    found = [style for style in document.styles if style.name == name]
    style = found[0] if found else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if name != "Normal":
        style.base_style = document.styles[based_on]
    for tag in ("w:pPr", "w:rPr"):
        for old in style.element.findall(qn(tag)):
            style.element.remove(old)
    style.hidden = style.unhide_when_used = False
    style.quick_style = True
    return style


def _fill(style: Any, run: tuple[Any, ...], paragraph: tuple[Any, ...]) -> None:
    put(style.element.get_or_add_rPr(), run, RUN_ORDER)
    put(style.element.get_or_add_pPr(), paragraph, PARAGRAPH_ORDER)


def dress(document: Any, language: str) -> None:
    """Give the document its styles, its language and its lists.

    Args:
        document: a new python-docx document.
        language: the document's language.
    """
    _bare(document)
    _defaults(document, language)
    _text_styles(document)
    _heading_styles(document)
    _cover_styles(document)
    _voice_styles(document)
    _furniture_styles(document)
    numbering.define(document, BRICK)


KEPT = frozenset({
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "header", "footer", "Title", "Subtitle",
    "heading 1", "heading 2", "heading 3", "List Bullet", "List Number", "Quote", "caption", "TOC Heading",
})  # fmt: skip
"""What stays of the 160 styles that python-docx brings: what is used, so that a designer sees no others."""


def _bare(document: Any) -> None:
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.find(qn("w:name")).get(qn("w:val")) not in KEPT:
            styles.remove(style)
            continue
        for link in style.findall(qn("w:link")):
            style.remove(link)


def _defaults(document: Any, language: str) -> None:
    tag = tag_of(language)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for old in defaults.iter(qn("w:rPr")):
        for child in list(old):
            old.remove(child)
        put(
            old,
            (_font(TEXT_FONT), element("color", val=INK), *_size(BODY_SIZE),
             element("lang", val=tag, eastAsia=tag, bidi="ar-SA")),
            RUN_ORDER,
        )  # fmt: skip
    settings = document.settings.element
    _modern(settings)
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.set(qn("w:val"), tag)


def _modern(settings: Any) -> None:
    """Without this Word opens the file in the ways of 2007, "compatibility mode"."""
    compat = settings.find(qn("w:compat"))
    for old in compat.findall(qn("w:compatSetting")):
        compat.remove(old)
    uri = "http://schemas.microsoft.com/office/word"
    for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1),
                        ("enableOpenTypeFeatures", 1), ("doNotFlipMirrorIndents", 1)):  # fmt: skip
        compat.append(element("compatSetting", name=name, uri=uri, val=value))


def _text_styles(document: Any) -> None:
    normal = _style(document, "Normal")
    _fill(
        normal,
        (_font(TEXT_FONT), element("color", val=INK), *_size(BODY_SIZE)),
        (element("widowControl"), _spacing(0, 8, 1.3)),
    )
    _fill(
        _style(document, "In Short"),
        (_font(HEAD_FONT), *_size(18)),
        (element("keepLines"), _spacing(0, 16, 1.3)),
    )
    _fill(_style(document, "Note"), (element("i"), element("iCs"), element("color", val=SOFT)), ())
    for name in ("List Bullet", "List Number"):
        _fill(_style(document, name), (), (_spacing(0, 4, 1.3),))
    _fill(
        _style(document, "Table Text"),
        (*_size(12),),
        (_spacing(2, 2, 1.15),),
    )
    _fill(_style(document, "Table Note", "Table Text"), (element("i"), element("iCs")), ())
    _fill(_style(document, "After Table"), _size(6), (_spacing(0, 0, 1.0),))
    _fill(
        _style(document, "Table Head", "Table Text"),
        (*_bold(), element("color", val=WHITE)),
        (element("keepNext"), _spacing(3, 3, 1.15)),
    )


def _heading_styles(document: Any) -> None:
    looks: tuple[tuple[str, float, str, float, float], ...] = (
        ("Heading 1", 25, BRICK, 34, 12),
        ("Heading 2", 17, LEAF, 20, 5),
        ("Heading 3", 14, INK, 14, 4),
    )
    for level, (name, size, color, before, after) in enumerate(looks):
        _fill(
            _style(document, name),
            (_font(HEAD_FONT), *_bold(), element("color", val=color), *_size(size)),
            (element("keepNext"), element("keepLines"), _spacing(before, after, 1.1),
             element("outlineLvl", val=level)),
        )  # fmt: skip


def _cover_styles(document: Any) -> None:
    indent = {"left": 964, "right": 964}
    _fill(_style(document, "Cover Picture"), (), (_spacing(0, 20, 1.0), element("jc", val="center")))
    _fill(
        _style(document, "Cover Kicker"),
        (*_bold(), element("caps"), element("color", val=LEAF), element("spacing", val=40), *_size(13)),
        (element("keepNext"), _spacing(0, 6, 1.2), element("ind", **indent)),
    )
    _fill(
        _style(document, "Title"),
        (_font(HEAD_FONT), *_bold(), element("color", val=BRICK), *_size(44)),
        (element("keepNext"), element("keepLines"), _spacing(0, 10, 1.05), element("ind", **indent)),
    )
    _fill(
        _style(document, "Subtitle"),
        (_font(HEAD_FONT), element("color", val=INK), *_size(19)),
        (element("keepLines"), _spacing(0, 22, 1.2), element("ind", **indent)),
    )
    _fill(
        _style(document, "Cover Status"),
        (*_bold(), *_size(14)),
        (_border("top", LAMP, 24, 12), _spacing(0, 6, 1.3), element("ind", **indent)),
    )
    _fill(
        _style(document, "Cover Line"),
        (element("color", val=SOFT), *_size(13)),
        (_spacing(0, 2, 1.3), element("ind", **indent)),
    )


def _voice_styles(document: Any) -> None:
    bar = _border("left", LAMP, 36, 12)
    _fill(
        _style(document, "Quote"),
        (_font(HEAD_FONT), element("color", val=INK), *_size(13.5)),
        (
            element("keepNext"),
            element("keepLines"),
            bar,
            _spacing(10, 0, 1.3),
            element("ind", left=340, right=340),
        ),
    )
    _fill(
        _style(document, "Quote Translation", "Quote"),
        (_font(TEXT_FONT), element("color", val=SOFT), *_size(13)),
        (_spacing(0, 0, 1.3),),
    )
    _fill(
        _style(document, "Quote By"),
        (element("color", val=SOFT), *_size(12)),
        (element("keepLines"), _spacing(3, 16, 1.2), element("ind", left=340, right=340)),
    )


def _furniture_styles(document: Any) -> None:
    _fill(
        _style(document, "Caption"),
        (*_bold(), element("color", val=SOFT), *_size(12)),
        (element("keepNext"), _spacing(12, 6, 1.2)),
    )
    _fill(
        _style(document, "TOC Heading"),
        (_font(HEAD_FONT), *_bold(), element("color", val=BRICK), *_size(25)),
        (element("keepNext"), element("pageBreakBefore", val="0"), _spacing(0, 18, 1.1)),
    )
    _fill(
        _style(document, "toc 1"),
        (*_size(14),),
        (_border("between", SAND, 4, 6), _spacing(0, 7, 1.2)),
    )
    _fill(
        _style(document, "Footer"),
        (element("color", val=SOFT), *_size(12)),
        (_spacing(0, 0, 1.0), element("jc", val="center")),
    )
