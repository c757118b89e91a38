"""Small pieces of WordprocessingML that python-docx has no words for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from workshop.core.text import visible

RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "ha", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"}
)
REGIONS = {
    "am": "am-ET", "ar": "ar-SA", "bg": "bg-BG", "bs": "bs-BA", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE",
    "el": "el-GR", "en": "en-GB", "es": "es-ES", "fa": "fa-IR", "fr": "fr-FR", "he": "he-IL", "hi": "hi-IN",
    "hr": "hr-HR", "hu": "hu-HU", "it": "it-IT", "ja": "ja-JP", "ku": "ku-TR", "nl": "nl-NL", "pap": "pap-AN",
    "pl": "pl-PL", "ps": "ps-AF", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "so": "so-SO", "sr": "sr-RS",
    "sv": "sv-SE", "ti": "ti-ER", "tr": "tr-TR", "uk": "uk-UA", "ur": "ur-PK", "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """Only what XML can hold, without signs that nobody sees."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return visible(_ILLEGAL.sub("", text))


def tag_of(language: str) -> str:
    """A language with the region that Word's proofing tools know it by."""
    return REGIONS.get(language, language)


def right_to_left(text: str, language: str = "") -> bool:
    """Whether a text runs from right to left: by its first letter, else by its language."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return language in RTL_LANGUAGES


def in_directions(text: str, right: bool) -> list[tuple[str, bool]]:
    """Cut a text where its direction changes: pieces, each with whether it runs from right to left.

    Args:
        text: of one paragraph, or a part of it.
        right: whether the paragraph runs from right to left; signs between two directions follow it.
    """
    sides = [_SIDES.get(unicodedata.bidirectional(character)) for character in text]
    settled = _filled(sides, right)
    pieces: list[tuple[str, bool]] = []
    for character, side in zip(text, settled, strict=True):
        if pieces and pieces[-1][1] == side:
            pieces[-1] = (pieces[-1][0] + character, side)
        else:
            pieces.append((character, side))
    return pieces


_SIDES = {"L": False, "R": True, "AL": True}


def _filled(sides: list[bool | None], right: bool) -> list[bool]:
    """What has no direction of its own gets that of its neighbours when they agree, else the paragraph's."""
    after: list[bool | None] = []
    coming: bool | None = None
    for side in reversed(sides):
        coming = coming if side is None else side
        after.append(coming)
    found: list[bool] = []
    last: bool | None = None
    for side, following in zip(sides, reversed(after), strict=True):
        last = last if side is None else side
        own = side if side is not None else last if last == following else None
        found.append(right if own is None else own)
    return found


def element(tag: str, **attributes: str | int) -> Any:
    """An element of the main namespace, with attributes of that namespace."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "color", "spacing", "kern", "position",
    "sz", "szCs", "u", "rtl", "cs", "lang",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
    "bidi", "spacing", "ind", "contextualSpacing", "jc", "outlineLvl",
)  # fmt: skip
"""The order in which the standard wants these children."""


def put(parent: Any, children: Iterable[Any], order: tuple[str, ...]) -> None:
    """Put children in a properties element, each once and where the standard wants it."""
    for child in children:
        for old in parent.findall(child.tag):
            parent.remove(old)
        rank = order.index(_local(child))
        after = [other for other in parent if _local(other) in order and order.index(_local(other)) > rank]
        if after:
            after[0].addprevious(child)
        else:
            parent.append(child)


def _local(child: Any) -> str:
    return str(child.tag).rpartition("}")[2]


def run_properties(run: Any, *children: Any) -> None:
    """Set properties of a run."""
    put(run._r.get_or_add_rPr(), children, RUN_ORDER)


def paragraph_properties(paragraph: Any, *children: Any) -> None:
    """Set properties of a paragraph."""
    put(paragraph._p.get_or_add_pPr(), children, PARAGRAPH_ORDER)


def tag_language(run: Any, right: bool, language: str) -> None:
    """Say in which language a run is, and in which direction it runs."""
    tag = tag_of(language) if language else ""
    if right:
        lang = [element("lang", bidi=tag)] if tag else []
        run_properties(run, element("rtl"), *lang)
    elif tag and language not in RTL_LANGUAGES:
        run_properties(run, element("lang", val=tag))


def field_part(paragraph: Any, part: str) -> None:
    """One part of a field: begin, separate or end, or else its instruction."""
    run = paragraph.add_run()
    if part in ("begin", "separate", "end"):
        run._r.append(element("fldChar", fldCharType=part))
        return
    code = element("instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {part} "
    run._r.append(code)


def field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field with the result that is shown until it is updated."""
    for part in ("begin", instruction, "separate"):
        field_part(paragraph, part)
    paragraph.add_run(shown)
    field_part(paragraph, "end")


def bookmark(paragraph: Any, name: str, number: int) -> None:
    """Name the place of a paragraph."""
    first = paragraph._p.findall(qn("w:r"))
    start, end = element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)
    if first:
        first[0].addprevious(start)
    else:
        paragraph._p.append(start)
    paragraph._p.append(end)


def link_to(paragraph: Any, text: str, anchor: str) -> None:
    """A link to a bookmark in the same document."""
    link = element("hyperlink", anchor=anchor, history=1)
    run = paragraph.add_run(text)
    link.append(run._r)
    paragraph._p.append(link)
