"""A text as its sentences, in their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from workshop.language.reading import sentences
from workshop.vision.tree import Block, Heading, List, Paragraph, Quote, Tree

Kind = Literal["paragraph", "heading", "item", "quote"]


class Passage(msgspec.Struct, frozen=True):
    """A paragraph, heading or item of a list: the ids by which cards stand behind it, and its sentences."""

    kind: Kind
    ids: tuple[str, ...]
    sentences: tuple[str, ...]


def passages(tree: Tree) -> list[Passage]:
    """Return what a text says, paragraph by paragraph; what holds no words is left out."""
    return [found for block in tree.blocks for found in _passages(block, "paragraph")]


def cut(text: str) -> list[str]:
    """Return the sentences of a paragraph, without the space around them."""
    found = list(sentences(text))
    # What stands between two sentences belongs to the first, so that no sign is lost.
    ends = [one.start for one in found[1:]] + [len(text)]
    starts = [0, *ends[:-1]]
    parts = (" ".join(text[start:end].split()) for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def _passages(block: Block, kind: Kind) -> Iterator[Passage]:
    match block:
        case Paragraph() | Heading():
            found = cut("".join(run.text for run in block.runs))
            own: Kind = "heading" if isinstance(block, Heading) else kind
            if found:
                yield Passage(own, block.passages, tuple(found))
        case List():
            for item in block.items:
                for inner in item:
                    yield from _passages(inner, "item")
        case Quote():
            for inner in block.blocks:
                yield from _passages(inner, "quote")
