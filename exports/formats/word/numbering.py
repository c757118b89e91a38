"""Lists of the Word document. What an item is numbered with is the same in the editor and on paper:
1., a., i. by how many numbered lists it stands in, and • or – by how many lists with dots."""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn

from exports.formats.word.ooxml import PARAGRAPH_ORDER, RUN_ORDER, element, put

BULLETS, NUMBERS = 90, 92
"""Numbers of the first list definition of each kind."""
SIGNS = ("•", "–")
COUNTS = ("decimal", "lowerLetter", "lowerRoman")
DEEPEST = 8
INDENT = 425
"""How far each level stands from the one around it, in twentieths of a point."""


def define(document: Any, color: str) -> None:
    """Give the document its own definitions of lists.

    A definition's levels are the depth on the page; the definitions of a kind differ in which sign or
    count the first level has.

    Args:
        document: a python-docx document with the styles "List Bullet" and "List Number".
        color: of signs and numbers.
    """
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for shift in range(len(SIGNS)):
        numbering.append(_definition(BULLETS + shift, False, shift, color))
    for shift in range(len(COUNTS)):
        numbering.append(_definition(NUMBERS + shift, True, shift, color))
    for identity in (*range(BULLETS, BULLETS + len(SIGNS)), NUMBERS):
        number = element("num", numId=identity)
        number.append(element("abstractNumId", val=identity))
        numbering.append(number)
    for name, identity in (("List Bullet", BULLETS), ("List Number", NUMBERS)):
        numbered = element("numPr")
        numbered.append(element("numId", val=identity))
        put(document.styles[name].element.get_or_add_pPr(), (numbered,), PARAGRAPH_ORDER)


def _definition(identity: int, ordered: bool, shift: int, color: str) -> Any:
    definition = element("abstractNum", abstractNumId=identity)
    definition.append(element("multiLevelType", val="multilevel"))
    for depth in range(DEEPEST + 1):
        level = element("lvl", ilvl=depth)
        level.append(element("start", val=1))
        count = COUNTS[(depth + shift) % len(COUNTS)]
        level.append(element("numFmt", val=count if ordered else "bullet"))
        sign = SIGNS[(depth + shift) % len(SIGNS)]
        level.append(element("lvlText", val=f"%{depth + 1}." if ordered else sign))
        level.append(element("lvlJc", val="left"))
        properties = element("pPr")
        properties.append(element("ind", left=INDENT * (depth + 1), hanging=INDENT))
        level.append(properties)
        marks = element("rPr")
        put(marks, (element("b"), element("bCs"), element("color", val=color)), RUN_ORDER)
        level.append(marks)
        definition.append(level)
    return definition


def bullets(depth: int, around: int) -> int:
    """The number of a list with dots.

    Args:
        depth: how many lists of any kind stand around it.
        around: how many of them have dots.
    """
    return BULLETS + (around - depth) % len(SIGNS)


def new_count(document: Any, start: int, depth: int, around: int) -> int:
    """A numbered list of its own; returns its number.

    Args:
        document: the document with the definitions.
        start: the number of its first item.
        depth: how many lists of any kind stand around it.
        around: how many of them are numbered.
    """
    numbering = document.part.numbering_part.element
    identity = max(int(number.get(qn("w:numId"))) for number in numbering.findall(qn("w:num"))) + 1
    number = element("num", numId=identity)
    number.append(element("abstractNumId", val=NUMBERS + (around - depth) % len(COUNTS)))
    override = element("lvlOverride", ilvl=depth)
    override.append(element("startOverride", val=start))
    number.append(override)
    numbering.append(number)
    return identity
