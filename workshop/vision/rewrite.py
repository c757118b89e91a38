"""Making a shared text into another one: updates like those of a writer, so that every editor follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from difflib import SequenceMatcher
from typing import Any

import msgspec
from pycrdt import Doc, TransactionEvent, XmlElement, XmlFragment, XmlText

from workshop.vision.passages import attributes
from workshop.vision.schema import ROOT
from workshop.vision.tree import Block, Heading, List, Paragraph, Quote, Text, Tree, block_of

PIECE = 8_000
"""Characters that travel in one update: no update is larger than an editor's may be."""


def rewrite(text: bytes, tree: Tree) -> list[bytes]:
    """Return the updates that make a document's text this tree. What is equal stays, with every cursor in it.

    Args:
        text: the whole document, as one update.
        tree: the text that it is to have.
    """
    doc: Doc[Any] = Doc()
    fragment = doc.get(ROOT, type=XmlFragment)
    doc.apply_update(text)
    made: list[bytes] = []
    watched = doc.observe(lambda event: _note(made, event))
    children = fragment.children
    now = [_key(block_of(child) if isinstance(child, XmlElement) else None) for child in children]
    wanted = [_key(block) for block in tree.blocks]
    changes = SequenceMatcher(None, now, wanted, autojunk=False).get_opcodes()
    # From the end to the start, so that places stay what they are.
    for tag, low, high, start, end in reversed(changes):
        if tag == "equal":
            continue
        with doc.transaction():
            for place in range(high - 1, low - 1, -1):
                del children[place]
        for offset, block in enumerate(tree.blocks[start:end]):
            # A block comes whole: an editor throws away a list without items.
            with doc.transaction() if len(wanted[start + offset]) < PIECE else nullcontext():
                _put(fragment, low + offset, block)
    doc.unobserve(watched)
    return made


def _note(made: list[bytes], event: TransactionEvent) -> None:
    if event.update:
        made.append(event.update)


def _key(block: Block | None) -> bytes:
    return msgspec.json.encode(block)


def _put(parent: XmlFragment | XmlElement, place: int, block: Block) -> None:
    match block:
        case Paragraph():
            _write(_element(parent, place, "paragraph", {}), block.runs)
        case Heading():
            _write(_element(parent, place, "heading", {"level": block.level}), block.runs)
        case Quote():
            _fill(_element(parent, place, "blockquote", {}), block.blocks)
        case List():
            kind, order = ("ordered_list", {"order": block.start}) if block.ordered else ("bullet_list", {})
            made = _element(parent, place, kind, order)
            for number, item in enumerate(block.items):
                _fill(_element(made, number, "list_item", {}), item)


def _element(
    parent: XmlFragment | XmlElement, place: int, tag: str, attributes: dict[str, Any]
) -> XmlElement:
    return parent.children.insert(place, XmlElement(tag, attributes))


def _fill(parent: XmlElement, blocks: Sequence[Block]) -> None:
    for place, block in enumerate(blocks):
        _put(parent, place, block)


def _write(parent: XmlElement, runs: Sequence[Text]) -> None:
    content: XmlText | None = None
    for run in runs:
        for piece in _pieces(run.text):
            if piece == "\n":
                parent.children.append(XmlElement("hard_break"))
                content = None
                continue
            if content is None:
                content = parent.children.append(XmlText())
            marks: dict[str, Any] = {name: {} for name in ("strong", "em") if getattr(run, name)}
            marks |= attributes(run.passages)
            content.insert(len(content), piece, marks)


def _pieces(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "\n"
        for start in range(0, len(line), PIECE):
            yield line[start : start + PIECE]
