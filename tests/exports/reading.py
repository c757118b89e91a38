"""Reading an outline or a Word file back, as a reader would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import docx
from docx.oxml.ns import qn
from lxml import etree


def words_of(thing: object) -> Iterator[str]:
    """Every piece of text anywhere in an outline."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from words_of(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from words_of(getattr(thing, field.name))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Every file inside a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def xml_of(data: bytes, part: str = "word/document.xml") -> Any:
    """One part of a Word file as a tree."""
    return etree.fromstring(parts_of(data)[part])


def opened(data: bytes) -> Any:
    """A Word file as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def lines(data: bytes) -> list[tuple[str, str]]:
    """Every paragraph in order, also those in tables: its style's name and its text."""
    document = opened(data)
    names = {style.style_id: style.name for style in document.styles}
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        name = names[style.get(qn("w:val"))] if style is not None else "Normal"
        found.append((name, "".join(text.text or "" for text in paragraph.iter(qn("w:t")))))
    return found


def headings(data: bytes, level: int = 1) -> list[str]:
    """The headings of one level, in order."""
    return [text for style, text in lines(data) if style == f"Heading {level}"]


def chapter(data: bytes, heading: str) -> list[tuple[str, str]]:
    """The paragraphs under a heading of level 1."""
    found: list[tuple[str, str]] = []
    inside = False
    for style, text in lines(data):
        if style == "Heading 1":
            inside = text == heading
        elif inside:
            found.append((style, text))
    return found
