"""The co-written text of a section as blocks of the outline."""

from __future__ import annotations

from collections.abc import Iterable

from exports.outline.model import Block, Heading, List, Paragraph, Quote, Span, Spans
from workshop.vision import tree as vision

DEEPEST = 3
"""The deepest level of a heading in the document."""


def passages(text: vision.Tree, level: int, lead: bool = False) -> tuple[Block, ...]:
    """The blocks of a text, without the empty ones.

    Args:
        text: the section's tree.
        level: the level of the section's own heading; headings in the text come below it.
        lead: set it large, for the page in short.
    """
    return _Reader(level).blocks(text.blocks, lead)


class _Reader:
    """Reads one text. No heading skips a level, whatever became of the one above it."""

    def __init__(self, level: int) -> None:
        self.level = self.above = level

    def blocks(self, blocks: Iterable[vision.Block], lead: bool) -> tuple[Block, ...]:
        found = (self._block(block, lead) for block in blocks)
        return tuple(block for block in found if block is not None)

    def _block(self, block: vision.Block, lead: bool) -> Block | None:
        match block:
            case vision.Paragraph():
                spans = _spans(block.runs)
                return Paragraph(spans, kind="lead" if lead else "body") if spans else None
            case vision.Heading():
                spans = _spans(block.runs)
                return Heading(spans, self._heading(block.level)) if spans else None
            case vision.List():
                items = tuple(_Reader(self.level).blocks(item, False) for item in block.items)
                filled = tuple(item for item in items if item)
                return List(filled, block.ordered, block.start, lead) if filled else None
            case vision.Quote():
                inner = self.blocks(block.blocks, False)
                return Quote(inner) if inner else None

    def _heading(self, level: int) -> int:
        below = max(level + self.level - 1, self.level + 1)
        self.above = min(below, self.above + 1, DEEPEST)
        return self.above


def _spans(runs: Iterable[vision.Text]) -> Spans:
    spans = tuple(Span(run.text, run.strong, run.em) for run in runs if run.text)
    return spans if any(span.text.strip() for span in spans) else ()
