"""Reading a Yjs update (version 1) before any document sees it.

Bytes from outside could name elements that editors would delete, build what overflows the stack,
or hang on changes that never arrived. All of that is visible in the bytes themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workshop.vision.lib0 import Malformed, Reader
from workshop.vision.schema import ATTRIBUTES, MARKS, NODES, ROOT, mark_name

MAX_ELEMENTS = 2000
"""New elements in one update; more could nest deeper than a deletion of them survives."""

_HAS_ORIGIN, _HAS_RIGHT_ORIGIN, _HAS_KEY, _CONTENT = 0x80, 0x40, 0x20, 0x1F
_GC, _DELETED, _STRING, _FORMAT, _TYPE, _ANY = 0, 1, 4, 6, 7, 8
_XML_ELEMENT, _XML_TEXT = 3, 6
_ANY_STRING, _ANY_TRUE, _ANY_FALSE = 119, 120, 121
_ANY_SIZES = {122: 8, 123: 8, 124: 4, 126: 0, 127: 0, _ANY_TRUE: 0, _ANY_FALSE: 0}


@dataclass(slots=True)
class Update:
    """What an update brings.

    Attributes:
        spans: client -> (first, end) clock of what it brings.
        needs: (client, clock) of everything it refers to.
        elements: whether there are new elements or attributes.
        erases: whether it deletes.
    """

    spans: dict[int, tuple[int, int]] = field(default_factory=dict)
    needs: set[tuple[int, int]] = field(default_factory=set)
    elements: int = 0
    erases: bool = False

    def fits(self, known: Mapping[int, int]) -> bool:
        """Whether a document with these clocks has everything that this update refers to."""
        if any(first > known.get(client, 0) for client, (first, _) in self.spans.items()):
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
    """Read an update and check that it stays within the schema.

    Raises:
        Malformed: not an update, or one with something a text does not have.
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
        length = _read_struct(reader, update)
        if length < 1:
            raise Malformed("an empty struct")
        clock += length
    update.spans[client] = (first, clock)


def _read_id(reader: Reader, update: Update) -> None:
    update.needs.add((reader.uint(), reader.uint()))


def _read_struct(reader: Reader, update: Update) -> int:
    """Read one struct; gives how many clocks it takes."""
    info = reader.byte()
    if info & _CONTENT == _GC:
        return reader.uint()
    if info & _HAS_ORIGIN:
        _read_id(reader, update)
    if info & _HAS_RIGHT_ORIGIN:
        _read_id(reader, update)
    if not info & (_HAS_ORIGIN | _HAS_RIGHT_ORIGIN):
        if not reader.uint():
            _read_id(reader, update)
        elif reader.string() != ROOT:
            raise Malformed("another root")
        if info & _HAS_KEY and reader.string() not in ATTRIBUTES:
            raise Malformed("another attribute")
    return _read_content(reader, update, info)


def _read_content(reader: Reader, update: Update, info: int) -> int:
    kind = info & _CONTENT
    if kind == _STRING:
        text = reader.string()
        return len(text) + sum(1 for character in text if character > "\uffff")
    if kind == _DELETED:
        return reader.uint()
    if kind == _FORMAT:
        if mark_name(reader.string()) not in MARKS or len(reader.string()) > 200:
            raise Malformed("another mark")
        return 1
    update.elements += 1
    if update.elements > MAX_ELEMENTS:
        raise Malformed("too many elements at once")
    if kind == _TYPE:
        _read_type(reader)
        return 1
    if kind == _ANY and info & _HAS_KEY:
        count = reader.uint()
        for _ in range(count):
            _read_value(reader)
        return count
    raise Malformed("another content")


def _read_type(reader: Reader) -> None:
    kind = reader.uint()
    if kind == _XML_ELEMENT:
        if reader.string() not in NODES:
            raise Malformed("another element")
    elif kind != _XML_TEXT:
        raise Malformed("another type")


def _read_value(reader: Reader) -> None:
    """An attribute's value: a number, a truth or a short text."""
    kind = reader.byte()
    if kind == _ANY_STRING:
        if len(reader.string()) > 200:
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
