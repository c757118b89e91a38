"""A section's text as plain records, for the document, frozen versions and tests.

The shared document is fed by browsers: it is walked with bounds, unknown things are left out, and
its own text form is never asked for (that can hang).
"""

from __future__ import annotations

from typing import Any

import msgspec
from pycrdt import Doc, XmlElement, XmlFragment, XmlText
from sqlalchemy import Connection

from workshop.vision.passages import ids_before, ids_of
from workshop.vision.schema import MAX_DEPTH, ROOT, mark_name
from workshop.vision.store import VisionStore

MAX_BLOCKS = 5000
MAX_CHARACTERS = 400_000


class Text(msgspec.Struct, frozen=True, omit_defaults=True):
    """A run of text in one style. A line break within a paragraph is the character "\\n".

    Attributes:
        passages: the ids by which cards stand behind these words.
    """

    text: str
    strong: bool = False
    em: bool = False
    passages: tuple[str, ...] = ()


def _passages(runs: tuple[Text, ...]) -> tuple[str, ...]:
    if not any(run.text.strip() for run in runs):
        return ()
    return tuple(dict.fromkeys(id_ for run in runs for id_ in run.passages))


class Paragraph(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="paragraph"):
    """A paragraph. `id`: what versions of before schema 2 have instead of the words' passages."""

    runs: tuple[Text, ...]
    id: str = ""

    def __post_init__(self) -> None:
        """Give the words the ids that the paragraph had."""
        if not self.id:
            return
        ids = tuple(self.id.split())
        # Line breaks before the first words belong to no words.
        first = next((n for n, run in enumerate(self.runs) if run.text.strip("\n")), len(self.runs))
        found = (msgspec.structs.replace(run, passages=run.passages or ids) for run in self.runs[first:])
        runs = (*self.runs[:first], *found)
        msgspec.structs.force_setattr(self, "runs", runs)
        msgspec.structs.force_setattr(self, "id", "")

    @property
    def passages(self) -> tuple[str, ...]:
        """The ids by which cards stand behind its words; a line without words has none."""
        return _passages(self.runs)


class Heading(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="heading"):
    """A heading inside a section, level 2 or 3."""

    runs: tuple[Text, ...]
    level: int = 2

    @property
    def passages(self) -> tuple[str, ...]:
        """The ids by which cards stand behind its words."""
        return _passages(self.runs)


class List(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="list"):
    """A list; each item is a tuple of blocks, possibly with a list in it."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


class Quote(msgspec.Struct, frozen=True, omit_defaults=True, tag_field="kind", tag="quote"):
    """A quotation."""

    blocks: tuple[Block, ...]


Block = Paragraph | Heading | List | Quote


class Tree(msgspec.Struct, frozen=True, omit_defaults=True):
    """The whole text of a section. `cut`: something beyond the bounds was left out."""

    blocks: tuple[Block, ...] = ()
    cut: bool = False


class _Walk:
    """One walk over a document, with what is left of its bounds."""

    def __init__(self) -> None:
        self.blocks_left = MAX_BLOCKS
        self.characters_left = MAX_CHARACTERS
        self.cut = False

    def blocks(self, parent: XmlFragment | XmlElement, depth: int) -> tuple[Block, ...]:
        found: list[Block] = []
        for child in self._children(parent, depth):
            block = self._block(child, depth + 1)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _children(self, parent: XmlFragment | XmlElement, depth: int) -> list[XmlElement]:
        if depth >= MAX_DEPTH:
            self.cut = True
            return []
        children: list[XmlElement] = []
        for child in parent.children:
            if self.blocks_left <= 0:
                self.cut = True
                break
            if isinstance(child, XmlElement):
                self.blocks_left -= 1
                children.append(child)
        return children

    def _block(self, element: XmlElement, depth: int) -> Block | None:
        attributes = {name: element.attributes.get(name) for name in ("level", "order")}
        match element.tag:
            case "paragraph":
                return Paragraph(runs=self._runs(element, ids_before(element)))
            case "heading":
                level = _number(attributes.get("level"), 2)
                return Heading(runs=self._runs(element), level=min(max(level, 2), 3))
            case "bullet_list":
                return List(items=self._items(element, depth))
            case "ordered_list":
                start = _number(attributes.get("order"), 1)
                return List(items=self._items(element, depth), ordered=True, start=max(start, 0))
            case "blockquote":
                return Quote(blocks=self.blocks(element, depth))
        return None

    def _items(self, element: XmlElement, depth: int) -> tuple[tuple[Block, ...], ...]:
        items = (item for item in self._children(element, depth) if item.tag == "list_item")
        return tuple(self.blocks(item, depth + 1) for item in items)

    def _runs(self, element: XmlElement, before: tuple[str, ...] = ()) -> tuple[Text, ...]:
        runs: list[Text] = []
        for child in element.children:
            if isinstance(child, XmlText):
                for piece, attributes in child.diff():
                    if isinstance(piece, str):
                        self._add(runs, piece, attributes or {}, before)
            elif isinstance(child, XmlElement) and child.tag == "hard_break":
                # A break carries no marks; it belongs to the words before it.
                self._add(runs, "\n", {}, runs[-1].passages if runs else ())
        return tuple(runs)

    def _add(self, runs: list[Text], piece: str, attributes: dict[str, Any], before: tuple[str, ...]) -> None:
        if len(piece) > self.characters_left:
            self.cut = True
            piece = piece[: self.characters_left]
        if not piece:
            return
        self.characters_left -= len(piece)
        marks = {mark_name(name) for name, value in attributes.items() if value is not None}
        ids = tuple(sorted({*ids_of(attributes), *before}))
        run = Text(piece, strong="strong" in marks, em="em" in marks, passages=ids)
        last = runs[-1] if runs else None
        if last is not None and msgspec.structs.replace(last, text=piece) == run:
            runs[-1] = msgspec.structs.replace(run, text=last.text + piece)
        else:
            runs.append(run)


def _number(value: object, default: int) -> int:
    if isinstance(value, int | float) and abs(value) < 1_000_000:
        return int(value)
    return default


def block_of(element: XmlElement) -> Block | None:
    """A paragraph, heading, list or quote of a document, within bounds; None when it is something else."""
    return _Walk()._block(element, 1)


def tree_of(doc: Doc[Any]) -> Tree:
    """The text of a document, within bounds."""
    walk = _Walk()
    blocks = walk.blocks(doc.get(ROOT, type=XmlFragment), 0)
    return Tree(blocks=blocks, cut=walk.cut)


def read(conn: Connection, community: str, section: str) -> Tree:
    """A section's text as it is in the database; an empty tree when nothing was written yet."""
    doc: Doc[Any] = Doc()
    doc.get(ROOT, type=XmlFragment)
    with doc.transaction():
        for data in VisionStore().load(conn, community, section).parts:
            doc.apply_update(data)
    return tree_of(doc)


def plain_text(tree: Tree) -> str:
    """Only the words: one line per paragraph, heading or list item."""
    return "\n".join(line for block in tree.blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph() | Heading():
            return ["".join(run.text for run in block.runs)]
        case List():
            return [line for item in block.items for inner in item for line in _lines(inner)]
        case Quote():
            return [line for inner in block.blocks for line in _lines(inner)]


def to_json(tree: Tree) -> str:
    """For keeping a frozen version."""
    return msgspec.json.encode(tree).decode()


def from_json(text: str) -> Tree:
    """The tree that `to_json` wrote.

    Raises:
        msgspec.MsgspecError: when it is something else.
    """
    return msgspec.json.decode(text, type=Tree)
