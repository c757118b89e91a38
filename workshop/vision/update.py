"""Reading a Yjs update (version 1) before any document sees it: what it is made of.

Every item in it is read with what it hangs on; where it would stand, and whether it may stand there, is
for `places` to say. Format: https://github.com/yjs/yjs, `src/structs` and `src/utils/updates.js`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from workshop.vision.lib0 import Malformed, Reader, written
from workshop.vision.schema import ATTRIBUTES, MARKS, NODES, ROOT, TEXT, mark_name

MAX_ITEMS = 50_000
"""Items in one update; a part of the longest size has far fewer."""

MAX_CLOCK = 2**31
"""More changes than a client makes. The server's library counts them in 32 bits, a browser in 53."""

MAX_ATTRIBUTE = 1_000
"""Letters of an attribute: a paragraph that was joined has the ids of all its parts."""

Id = tuple[int, int]
"""Client and clock."""

_HAS_ORIGIN, _HAS_RIGHT_ORIGIN, _HAS_KEY, _CONTENT = 0x80, 0x40, 0x20, 0x1F
GC, DELETED, STRING, FORMAT, TYPE, ANY, _SKIP = 0, 1, 4, 6, 7, 8, 10
_XML_ELEMENT, _XML_TEXT = 3, 6
_UNREADABLE = "\ufffd"
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
        pairs: the first half of every character that takes two clocks.
        deletions: (client, clock, length) of everything that it deletes.
        words: (start, end, item) of the bytes of every run of words with such characters.
    """

    items: list[Item] = field(default_factory=list)
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    needs: set[Id] = field(default_factory=set)
    gaps: dict[int, int] = field(default_factory=dict)
    pairs: list[Id] = field(default_factory=list)
    deletions: list[tuple[int, int, int]] = field(default_factory=list)
    words: list[tuple[int, int, Item]] = field(default_factory=list)

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
        return bool(self.deletions) or any(
            end > known.get(client, 0) for client, (_, end) in self.spans.items()
        )


def read_update(data: bytes) -> Update:
    """Read an update; names outside the schema are refused.

    Raises:
        Malformed: not an update, or one with something that no text has.
    """
    return _read(data, whole=False)


def read_document(data: bytes) -> Update:
    """Read a whole document of the server's own, of any size.

    Where half a character was deleted, its library writes a struct without length: it stands for nothing.

    Raises:
        Malformed: not an update.
    """
    return _read(data, whole=True)


def _read(data: bytes, *, whole: bool) -> Update:
    reader = Reader(data)
    update = Update()
    for _ in range(reader.uint()):
        _read_client(reader, update, whole)
    _read_deletions(reader, update)
    if not reader.done:
        raise Malformed("more bytes than an update has")
    return update


def _read_client(reader: Reader, update: Update, whole: bool) -> None:
    count = reader.uint()
    client = reader.uint()
    first = clock = reader.uint()
    if client in update.spans:
        raise Malformed("a client twice")
    for _ in range(count):
        item = Item(client, clock)
        there = _read_struct(reader, update, item)
        clock += item.length
        if not there:
            update.gaps[client] = clock
        elif item.length or not whole:
            update.items.append(item)
        if whole:
            continue
        if item.length < 1:
            raise Malformed("an empty struct")
        if clock > MAX_CLOCK:
            raise Malformed("too many changes of one client")
        if len(update.items) > MAX_ITEMS:
            raise Malformed("too many items at once")
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
    _read_content(reader, update, item)
    return True


def _read_words(reader: Reader, update: Update, item: Item) -> None:
    start = reader.at
    text = reader.string()
    item.length = len(text)
    if not text.isascii() and max(text) > "\uffff":
        update.words.append((start, reader.at, item))
        for at, character in enumerate(text):
            if character > "\uffff":
                update.pairs.append((item.client, item.clock + at + item.length - len(text)))
                item.length += 1


def _read_content(reader: Reader, update: Update, item: Item) -> None:
    item.length = 1
    if item.kind == STRING:
        _read_words(reader, update, item)
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
            update.deletions.append((client, clock, length))


def deleting(deletions: Iterable[tuple[int, int, int]]) -> bytes:
    """Return how an update ends that deletes these: (client, clock, length)."""
    ranges: dict[int, list[bytes]] = {}
    for client, clock, length in deletions:
        ranges.setdefault(client, []).append(written(clock) + written(length))
    parts = (written(client) + written(len(mine)) + b"".join(mine) for client, mine in ranges.items())
    return written(len(ranges)) + b"".join(parts)


def halved(data: bytes, update: Update, pairs: Collection[Id]) -> bytes:
    """Return the bytes of an update in which these characters are two unreadable ones.

    A browser writes the same when it cuts one, so that its clocks stay.
    """
    out, at = bytearray(), 0
    for start, end, item in update.words:
        words, clock = "", item.clock
        for character in Reader(data[start:end]).string():
            words += _UNREADABLE * 2 if (item.client, clock) in pairs else character
            clock += 2 if character > "\uffff" else 1
        written_words = words.encode()
        out += data[at:start] + written(len(written_words)) + written_words
        at = end
    return bytes(out) + data[at:]


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
