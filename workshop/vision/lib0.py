"""Lib0's variable-length encoding, in which Yjs and its cursors are written."""

from __future__ import annotations

_LONGEST = 8
MAX_NUMBER = 2**53 - 1
"""The largest whole number that a browser counts exactly."""


class Malformed(ValueError):
    """The bytes are not what they should be."""


class Reader:
    """Walks over bytes; every read checks that they are there.

    Args:
        data: the bytes.
    """

    __slots__ = ("_at", "_data", "_end")

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._end = len(data)
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether everything was read."""
        return self._at == self._end

    @property
    def at(self) -> int:
        """How many bytes were read."""
        return self._at

    def byte(self) -> int:
        """One byte."""
        at = self._at
        if at >= self._end:
            raise Malformed("unexpected end")
        self._at = at + 1
        return self._data[at]

    def uint(self) -> int:
        """An unsigned number that a browser can count to."""
        value = shift = 0
        for _ in range(_LONGEST):
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                if value > MAX_NUMBER:
                    break
                return value
            shift += 7
        raise Malformed("number too large")

    def skip(self, length: int) -> None:
        """Leave out `length` bytes."""
        if length > self._end - self._at:
            raise Malformed("unexpected end")
        self._at += length

    def rest(self) -> bytes:
        """Everything that was not read yet."""
        at, self._at = self._at, self._end
        return self._data[at:]

    def string(self) -> str:
        """A text with its length before it."""
        start = self._at
        length = self.uint()
        start = self._at
        self.skip(length)
        try:
            return self._data[start : self._at].decode()
        except UnicodeDecodeError as error:
            raise Malformed("not UTF-8") from error


def written(number: int) -> bytes:
    """Return an unsigned number as lib0 writes it."""
    out = bytearray()
    while number > 0x7F:
        out.append(0x80 | number & 0x7F)
        number >>= 7
    out.append(number)
    return bytes(out)
