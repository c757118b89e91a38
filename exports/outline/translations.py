"""A section in another language, for the document: what people translated of the text that is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from exports.outline.model import Block, Heading, List, Paragraph, Quote, Span
from workshop.languages import LANGUAGES
from workshop.vision.translated import Pair, Row, beside
from workshop.vision.tree import Tree


@dataclass(frozen=True, slots=True)
class Translations:
    """What was translated into a language, by section."""

    lang: str = ""
    pairs: Mapping[str, Sequence[Pair]] = field(default_factory=dict)


def translated(section: str, heading: str, text: Tree, made: Translations, level: int) -> list[Block]:
    """Return a section's translation, as far as it still fits the text, under its translated heading.

    Args:
        section: its id.
        heading: its heading in the document's language.
        text: its text in the document.
        made: the translations.
        level: of the section's own heading.
    """
    rows = [row for row in beside(heading, text, made.pairs.get(section, ())) if row.state == "kept"]
    if not any(row.kind != "title" for row in rows):
        return []
    title = next((row.words for row in rows if row.kind == "title"), _own_name(made.lang))
    blocks: list[Block] = [Heading((Span(title, lang=made.lang),), level + 1)]
    items: list[tuple[Block, ...]] = []
    for row in rows:
        if row.kind == "item":
            items.append((_paragraph(row, made.lang),))
            continue
        if items:
            blocks.append(List(tuple(items)))
            items = []
        if row.kind != "title":
            blocks.append(_block(row, made.lang, level))
    return [*blocks, List(tuple(items))] if items else blocks


def _own_name(lang: str) -> str:
    return next((language.name for language in LANGUAGES if language.code == lang), lang)


def _paragraph(row: Row, lang: str) -> Paragraph:
    return Paragraph((Span(row.words, lang=lang),))


def _block(row: Row, lang: str, level: int) -> Block:
    if row.kind == "heading":
        return Heading((Span(row.words, lang=lang),), min(level + 2, 3))
    paragraph = _paragraph(row, lang)
    return Quote((paragraph,)) if row.kind == "quote" else paragraph
