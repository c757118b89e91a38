"""The co-written text of a section as blocks of the outline."""

from __future__ import annotations

from collections.abc import Iterable

from exports.outline.model import Block, Heading, List, Paragraph, Quote, Span, Spans
from workshop.vision import tree as vision


def passages(text: vision.Tree, level: int, lead: bool = False) -> tuple[Block, ...]:
    """The blocks of a text, without the empty ones.

    Args:
        text: the section's tree.
        level: the level of the section's own heading; headings in the text come below it.
        lead: set it large, for the page in short.
    """
    return _blocks(text.blocks, level, lead)


def _blocks(blocks: Iterable[vision.Block], level: int, lead: bool) -> tuple[Block, ...]:
    found = (_block(block, level, lead) for block in blocks)
    return tuple(block for block in found if block is not None)


def _block(block: vision.Block, level: int, lead: bool) -> Block | None:
    match block:
        case vision.Paragraph():
            spans = _spans(block.runs)
            return Paragraph(spans, kind="lead" if lead else "body") if spans else None
        case vision.Heading():
            spans = _spans(block.runs)
            return Heading(spans, min(max(block.level + level - 1, level + 1), 3)) if spans else None
        case vision.List():
            items = tuple(_blocks(item, level, False) for item in block.items)
            filled = tuple(item for item in items if item)
            return List(filled, block.ordered, block.start, lead) if filled else None
        case vision.Quote():
            inner = _blocks(block.blocks, level, False)
            return Quote(inner) if inner else None


def _spans(runs: Iterable[vision.Text]) -> Spans:
    spans = tuple(Span(run.text, run.strong, run.em) for run in runs if run.text)
    return spans if any(span.text.strip() for span in spans) else ()
