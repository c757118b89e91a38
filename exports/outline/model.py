"""The neutral outline of a document: what is in it, in order, without any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Project:
    """Who stands behind the vision. Empty fields are left out of the document."""

    name: str = ""
    owner: str = ""
    partners: str = ""
    funder: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text. `lang`: its language, when it is not the document's. "\\n" is a line break."""

    text: str
    strong: bool = False
    em: bool = False
    lang: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `lead`: large, for the page in short; `note`: said by the document itself."""

    spans: Spans
    kind: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter, level 2 or 3."""

    spans: Spans
    level: int = 2


@dataclass(frozen=True, slots=True)
class List:
    """A list; an item may hold paragraphs and further lists. `lead`: large, as in the page in short."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation inside the text."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A card that may be quoted: its own words and language, the translation, and who in general."""

    text: str
    lang: str
    by: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: one or more lines. `muted`: something that is still open."""

    lines: tuple[Spans, ...]
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row. `widths`: the share of each column, adding up to 100."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


Block = Paragraph | Heading | List | Quote | Voice | Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the document under a heading of level 1. `new_page`: starts on a page of its own."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Cover:
    """The title page. `status` says which version this is, or that it is a draft."""

    kicker: str
    title: str
    subtitle: str
    status: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that a renderer needs for its own furniture."""

    contents: str
    picture: str
    subject: str
    file_stem: str
    draft: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document. `version`: the adopted version's label, or empty for a draft."""

    language: str
    community: str
    version: str
    day: date
    cover: Cover
    chapters: tuple[Chapter, ...]
    labels: Labels

    @property
    def draft(self) -> bool:
        """Whether the group has not decided about this text."""
        return not self.version


def plain(text: str, strong: bool = False) -> Spans:
    """One span of text, or nothing."""
    return (Span(text, strong),) if text else ()


def body(text: str) -> Paragraph:
    """A paragraph of the document's own words."""
    return Paragraph(plain(text))


def note(text: str) -> Paragraph:
    """A remark of the document itself, such as that something is still open."""
    return Paragraph(plain(text), kind="note")


def cell(*lines: str, muted: bool = False) -> Cell:
    """A cell with these lines."""
    return Cell(tuple(plain(line) for line in lines if line), muted)
