"""Reading a Yjs update (version 1) before any document sees it: what it is made of.

Every item in it is read with what it hangs on; where it would stand, and whether it may stand there, is
for `places` to say. Format: https://github.com/yjs/yjs, `src/structs` and `src/utils/updates.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.vision.lib0 import Malformed, Reader
from workshop.vision.schema import ATTRIBUTES, MARKS, NODES, ROOT, TEXT, mark_name

MAX_ITEMS = 50_000
"""Items in one update; a part of the longest size has far fewer."""

MAX_ATTRIBUTE = 1_000
"""Letters of an attribute: a paragraph that was joined has the ids of all its parts."""

Id = tuple[int, int]
"""Client and clock."""

_HAS_ORIGIN, _HAS_RIGHT_ORIGIN, _HAS_KEY, _CONTENT = 0x80, 0x40, 0x20, 0x1F
GC, DELETED, STRING, FORMAT, TYPE, ANY, _SKIP = 0, 1, 4, 6, 7, 8, 10
_XML_ELEMENT, _XML_TEXT = 3, 6
_ANY_STRING, _ANY_TRUE, _ANY_FALSE = 119, 120, 121
_ANY_SIZES = {122: 8, 123: 8, 124: 4, 126: 0, 127: 0, _ANY_TRUE: 0, _ANY_FALSE: 0}


@dataclass(slots=True)
class Item:
    """One item of a document.

    Attributes:
        client, clock: its first id.
        length: how many clocks it takes.
        kind: GC, DELETED, STRING, FORMAT, TYPE or ANY.
        origin, right: the items between which it was put.
        parent: the element or text that it was put in; None for the root, and where a neighbour tells.
        key: the attribute that it is a value of, where it tells itself.
        name: of an element, or TEXT.
    """

    client: int
    clock: int
    length: int = 0
    kind: int = GC
    origin: Id | None = None
    right: Id | None = None
    parent: Id | None = None
    key: str | None = None
    name: str = ""


@dataclass(slots=True)
class Update:
    """What an update brings.

    Attributes:
        items: in the order of the bytes; the clocks of one client go up.
        spans: client -> (first, end) clock of what it brings.
        needs: (client, clock) of everything it refers to.
        gaps: client -> clocks that it leaves out, before later ones: the document must have all before this.
        erases: whether it deletes.
    """

    items: list[Item] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    needs: set[Id] = field(default_factory=set)
    gaps: dict[int, int] = field(default_factory=dict)
    erases: bool = False

    def fits(self, known: Mapping[int, int]) -> bool:
        """Whether a document with these clocks has everything that this update refers to."""
        if any(first > known.get(client, 0) for client, (first, _) in self.spans.items()):
            return False
        if any(end > known.get(client, 0) for client, end in self.gaps.items()):
            return False
        spans = self.spans
        return all(
            clock < known.get(client, 0) or (client in spans and clock < spans[client][1])
            for client, clock in self.needs
        )

    def is_new(self, known: Mapping[int, int]) -> bool:
        """Whether a document with these clocks would change (deletions always count)."""
        return self.erases or any(end > known.get(client, 0) for client, (_, end) in self.spans.items())


def read_update(data: bytes) -> Update:
    """Read an update; names outside the schema are refused.

    Raises:
        Malformed: not an update, or one with something that no text has.
    """
    reader = Reader(data)
    update = Update()
    for _ in range(reader.uint()):
        _read_client(reader, update)
    _read_deletions(reader, update)
    if not reader.done:
        raise Malformed("more bytes than an update has")
    return update


def _read_client(reader: Reader, update: Update) -> None:
    count = reader.uint()
    client = reader.uint()
    first = clock = reader.uint()
    if client in update.spans:
        raise Malformed("a client twice")
    for _ in range(count):
        item = Item(client, clock)
        if _read_struct(reader, update, item):
            update.items.append(item)
            if len(update.items) > MAX_ITEMS:
                raise Malformed("too many items at once")
        else:
            update.gaps[client] = clock + item.length
        if item.length < 1:
            raise Malformed("an empty struct")
        clock += item.length
    update.spans[client] = (first, clock)


def _read_id(reader: Reader, update: Update) -> Id:
    found = (reader.uint(), reader.uint())
    update.needs.add(found)
    return found


def _read_struct(reader: Reader, update: Update, item: Item) -> bool:
    """Read one struct into the item; says whether there is one, and not only a number of clocks left out."""
    info = reader.byte()
    item.kind = info & _CONTENT
    if item.kind in (GC, _SKIP):
        item.length = reader.uint()
        return item.kind == GC
    if info & _HAS_ORIGIN:
        item.origin = _read_id(reader, update)
    if info & _HAS_RIGHT_ORIGIN:
        item.right = _read_id(reader, update)
    if not info & (_HAS_ORIGIN | _HAS_RIGHT_ORIGIN):
        if not reader.uint():
            item.parent = _read_id(reader, update)
        elif reader.string() != ROOT:
            raise Malformed("another root")
        if info & _HAS_KEY:
            item.key = reader.string()
            if item.key not in ATTRIBUTES:
                raise Malformed("another attribute")
    _read_content(reader, item)
    return True


def _read_content(reader: Reader, item: Item) -> None:
    item.length = 1
    if item.kind == STRING:
        text = reader.string()
        item.length = len(text) + sum(1 for character in text if character > "\uffff")
    elif item.kind == DELETED:
        item.length = reader.uint()
    elif item.kind == FORMAT:
        if mark_name(reader.string()) not in MARKS or len(reader.string()) > 200:
            raise Malformed("another mark")
    elif item.kind == TYPE:
        item.name = _read_type(reader)
    elif item.kind == ANY:
        item.length = reader.uint()
        for _ in range(item.length):
            _read_value(reader)
    else:
        raise Malformed("another content")


def _read_type(reader: Reader) -> str:
    """Read what kind of type it is; returns its name."""
    kind = reader.uint()
    if kind == _XML_TEXT:
        return TEXT
    if kind != _XML_ELEMENT:
        raise Malformed("another type")
    name = reader.string()
    if name not in NODES:
        raise Malformed("another element")
    return name


def _read_value(reader: Reader) -> None:
    """An attribute's value: a number, a truth or a short text."""
    kind = reader.byte()
    if kind == _ANY_STRING:
        if len(reader.string()) > MAX_ATTRIBUTE:
            raise Malformed("a long attribute")
    elif kind == 125:
        reader.uint()
    elif kind in _ANY_SIZES:
        reader.skip(_ANY_SIZES[kind])
    else:
        raise Malformed("another value")


def _read_deletions(reader: Reader, update: Update) -> None:
    for _ in range(reader.uint()):
        client = reader.uint()
        for _ in range(reader.uint()):
            clock, length = reader.uint(), reader.uint()
            if length < 1:
                raise Malformed("an empty deletion")
            update.needs.add((client, clock + length - 1))
            update.erases = True


def read_vector(data: bytes) -> dict[int, int]:
    """Read a state vector: client -> how many clocks of it are known. Empty bytes know nothing.

    Raises:
        Malformed: not a state vector.
    """
    if not data:
        return {}
    reader = Reader(data)
    vector = {reader.uint(): reader.uint() for _ in range(reader.uint())}
    if not reader.done:
        raise Malformed("more bytes than a state vector has")
    return vector
