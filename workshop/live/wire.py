"""One WebSocket: frames in, finished frames out, without anybody waiting for a slow reader."""

from __future__ import annotations

import re
from typing import Any

from gevent import socket as gevent_socket
from gevent import spawn
from gevent.lock import BoundedSemaphore
from geventwebsocket.exceptions import ProtocolError, WebSocketError
from geventwebsocket.websocket import WebSocket

TEXT, BINARY = WebSocket.OPCODE_TEXT, WebSocket.OPCODE_BINARY
_CLOSE, _PING = WebSocket.OPCODE_CLOSE, WebSocket.OPCODE_PING
_KINDS = tuple(b"%d" % kind for kind in range(7))
_CHUNK = 65_536
_CONTROL_LIMIT = 125
PATIENCE = 16
"""How many times the largest message is read, and thrown away, to be able to answer it."""


class WireSocket(WebSocket):  # type: ignore[misc]
    """A WebSocket of which the writing end can be tried without blocking, and that reads no more
    than the server takes. What comes in is read in large pieces: most hold whole messages."""

    def __init__(self, environ: dict[str, Any], stream: Any, handler: Any) -> None:
        super().__init__(environ, stream, handler)
        self._line = handler.socket
        # The system's own socket, which does not wait; gevent's would first ask whether it may.
        self._try = getattr(self._line, "_sock", self._line).send
        self._more = handler.rfile.read1
        self._read = b""
        self._at = 0
        self._busy = BoundedSemaphore(1)
        self._waiting = 0
        self._line.setsockopt(gevent_socket.IPPROTO_TCP, gevent_socket.TCP_NODELAY, 1)
        self.raw_write = self._write
        self.largest = 1 << 20

    # ------------------------------------------------------------------ writing

    def _write(self, data: bytes) -> None:
        # Whoever waits here goes before a frame that is offered when the socket becomes free.
        self._waiting += 1
        try:
            with self._busy:
                self._line.sendall(data)
        finally:
            self._waiting -= 1

    def offer(self, data: bytes) -> bool:
        """Write finished frames if that takes no waiting; tell whether they were taken."""
        if self.closed or self._waiting or self._busy.locked():
            return False
        try:
            sent = self._try(data)
        except OSError:
            return False
        if sent < len(data):
            # The rest goes first; whoever comes meanwhile finds the socket busy.
            self._busy.acquire()
            spawn(self._finish, data[sent:])
        return True

    def _finish(self, rest: bytes) -> None:
        try:
            self._line.sendall(rest)
        except OSError:
            self._line.close()
        finally:
            self._busy.release()

    # ------------------------------------------------------------------ reading

    def read_message(self) -> str | bytes | None:
        """Read one message. Of one that is too large only its head is kept, so that it can be
        refused by an answer; only what is far too large ends the connection."""
        kind, size, kept = 0, 0, b""
        while True:
            first, second = self._take(2)
            opcode, length, mask = first & 0x0F, self._length(second & 0x7F), b""
            if second & 0x80:
                mask = self._take(4)
            if first & 0x70 or (opcode > BINARY and opcode < _CLOSE):
                raise ProtocolError("reserved bits")
            if opcode >= _CLOSE:
                if length > _CONTROL_LIMIT or not first & 0x80:
                    raise ProtocolError("a control frame too large, or in pieces")
                if not self._control(opcode, self._payload(length, mask, length)):
                    return None
                continue
            if bool(kind) == bool(opcode):
                raise ProtocolError("a frame out of turn")
            kind, size = kind or opcode, size + length
            if size > self.largest * PATIENCE:
                raise WebSocketError("message too large")
            payload = self._payload(length, mask, self.largest - len(kept))
            kept = kept + payload if kept else payload
            if first & 0x80:
                break
        if kind == BINARY:
            return kept
        text = kept if size <= self.largest else refusable(kept)
        if text[:1] not in _KINDS:
            raise ProtocolError("not a packet")
        decoded: str = self._decode_bytes(text)
        return decoded

    def _control(self, opcode: int, payload: bytes) -> bool:
        """Answer a ping or a goodbye; tell whether the conversation goes on."""
        if opcode == _CLOSE:
            self.handle_close(opcode, payload)
            return False
        if opcode == _PING:
            self.handle_ping(opcode, payload)
        return True

    def _length(self, short: int) -> int:
        if short < 126:
            return short
        return int.from_bytes(self._take(2 if short == 126 else 8), "big")

    def _payload(self, length: int, mask: bytes, keep: int) -> bytes:
        """Read a frame's content; return the first `keep` bytes of it."""
        wanted = min(length, keep)
        payload = self._take(wanted)
        left = length - wanted
        while left:
            left -= len(self._take(min(left, _CHUNK)))
        return unmask(payload, mask) if mask and payload else payload

    def _take(self, size: int) -> bytes:
        """Read so many bytes.

        Raises:
            WebSocketError: the connection ended before.
        """
        end = self._at + size
        if end > len(self._read):
            pieces = [self._read[self._at :]]
            there = len(pieces[0])
            while there < size:
                piece = self._more(_CHUNK)
                if not piece:
                    raise WebSocketError("the connection ended within a frame")
                pieces.append(piece)
                there += len(piece)
            self._read, self._at, end = b"".join(pieces), 0, size
        data = self._read[self._at : end]
        if end == len(self._read):
            self._read, self._at = b"", 0
        else:
            self._at = end
        return data


def refusable(head: bytes) -> bytes:
    """Return a short message that asks for the refusal of one that was too large.

    Args:
        head: how that message began: a Socket.IO event, and the number its answer goes by.
    """
    found = re.match(rb"4(2|5\d{1,3}-)\d{0,10}(?=\[)", head)
    return found[0] + b'["too_large"]' if found else b""


def unmask(payload: bytes, mask: bytes | bytearray) -> bytes:
    """Undo a client's masking as one large number instead of byte by byte."""
    size = len(payload)
    repeated = (bytes(mask) * (size // 4 + 1))[:size]
    number = int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")
    return number.to_bytes(size, "big")


def framed(opcode: int, data: bytes) -> bytes:
    """Return a finished frame as a server sends it."""
    size = len(data)
    if size < 126:
        return bytes((0x80 | opcode, size)) + data
    if size < 1 << 16:
        return bytes((0x80 | opcode, 126)) + size.to_bytes(2, "big") + data
    return bytes((0x80 | opcode, 127)) + size.to_bytes(8, "big") + data
