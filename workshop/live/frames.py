"""Encode once: a message becomes a finished WebSocket frame, written to each socket without blocking.

A socket that would block, that still has packets waiting, or that is long polling takes
the ordinary queue, in order.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import geventwebsocket.handler
import msgspec
from engineio.async_drivers.gevent import _async
from engineio.packet import MESSAGE, Packet
from gevent import socket as gevent_socket
from gevent import spawn
from gevent.lock import BoundedSemaphore
from geventwebsocket.exceptions import WebSocketError
from geventwebsocket.websocket import Header, WebSocket

_TEXT, _BINARY = WebSocket.OPCODE_TEXT, WebSocket.OPCODE_BINARY
QUEUE_LIMIT = 500
"""Messages that may wait for a client that does not read, before it is let go."""


class WireSocket(WebSocket):  # type: ignore[misc]
    """A WebSocket of which the writing end can be tried without blocking."""

    def __init__(self, environ: dict[str, Any], stream: Any, handler: Any) -> None:
        super().__init__(environ, stream, handler)
        self._line = handler.socket
        self._busy = BoundedSemaphore(1)
        self._line.setsockopt(gevent_socket.IPPROTO_TCP, gevent_socket.TCP_NODELAY, 1)
        self.raw_write = self._write
        self.largest = 1 << 20

    def _write(self, data: bytes) -> None:
        with self._busy:
            self._line.sendall(data)

    def offer(self, data: bytes) -> bool:
        """Write a finished frame if that takes no waiting; tell whether it was taken."""
        if self.closed or self._busy.locked():
            return False
        try:
            sent = self._line.send(data, 0, 0.0)
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

    def read_frame(self) -> Any:
        """Read one frame, refusing a larger one than the server takes before reading it."""
        header = Header.decode_header(self.stream)
        if header.flags:
            raise WebSocketError("reserved bits")
        if header.length > self.largest:
            raise WebSocketError("frame too large")
        payload = self.raw_read(header.length) if header.length else b""
        if len(payload) != header.length:
            raise WebSocketError("the connection ended within a frame")
        return header, unmask(payload, header.mask) if header.mask and payload else payload


def unmask(payload: bytes, mask: bytes | bytearray) -> bytes:
    """Undo a client's masking as one large number instead of byte by byte."""
    size = len(payload)
    repeated = (bytes(mask) * (size // 4 + 1))[:size]
    number = int.from_bytes(payload, "big") ^ int.from_bytes(repeated, "big")
    return number.to_bytes(size, "big")


class _WireWSGI(_async["websocket"]):  # type: ignore[misc]
    """Lets the Engine.IO socket know its wire."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        engine_socket = self.app.__self__
        wire = environ.get("wsgi.websocket")
        if isinstance(wire, WireSocket):
            wire.largest = engine_socket.server.max_http_buffer_size
        engine_socket.wire = wire
        return super().__call__(environ, start_response)


def install(engine_server: Any) -> None:
    """Make an Engine.IO server (gevent mode) use wires."""
    geventwebsocket.handler.WebSocket = WireSocket
    engine_server._async = {**engine_server._async, "websocket": _WireWSGI}


class Frame:
    """A Socket.IO event, encoded at most once per transport.

    Args:
        event: its name.
        payload: its JSON, already encoded, with a placeholder object per attachment.
        attachments: binary parts.
    """

    def __init__(self, event: str, payload: bytes, attachments: tuple[bytes, ...] = ()) -> None:
        kind = b"2" if not attachments else b"5%d-" % len(attachments)
        self._text = kind + b'["' + event.encode() + b'",' + payload + b"]"
        self._attachments = attachments

    @classmethod
    def of(cls, event: str, message: Any) -> Frame:
        """Return the frame of an event without binary parts."""
        return cls(event, msgspec.json.encode(message))

    @cached_property
    def wire(self) -> bytes:
        """The finished WebSocket frames."""
        parts = [_framed(_TEXT, b"4" + self._text)]
        parts += [_framed(_BINARY, data) for data in self._attachments]
        return b"".join(parts)

    @cached_property
    def packets(self) -> list[Packet]:
        """The same for the ordinary queue."""
        text = Packet(MESSAGE, data=self._text.decode())
        return [text, *(Packet(MESSAGE, data=data) for data in self._attachments)]

    def send(self, engine_socket: Any) -> bool:
        """Send to one client; tell whether it is still worth keeping."""
        wire = getattr(engine_socket, "wire", None)
        if (
            wire is not None and engine_socket.upgraded and not engine_socket.closing
            and engine_socket.queue.empty() and wire.offer(self.wire)
        ):
            return True
        if engine_socket.closed or engine_socket.queue.qsize() > QUEUE_LIMIT:
            return False
        for packet in self.packets:
            engine_socket.queue.put(packet)
        return True


def _framed(opcode: int, data: bytes) -> bytes:
    header: bytes = Header.encode_header(True, opcode, b"", len(data), 0)
    return header + data
