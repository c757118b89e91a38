"""Encode once: a message becomes a finished WebSocket frame, written to each socket without blocking.

A socket that would block, that still has packets waiting, or that is long polling takes
the ordinary queue, in order.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import engineio.socket
import geventwebsocket.handler
import msgspec
import socketio.packet
from engineio.async_drivers.gevent import _async
from engineio.exceptions import ContentTooLongError, QueueEmpty
from engineio.packet import MESSAGE, Packet
from gevent import socket as gevent_socket
from gevent import spawn
from gevent.lock import BoundedSemaphore
from gevent.queue import Empty
from geventwebsocket.exceptions import ProtocolError, WebSocketError
from geventwebsocket.websocket import Header, WebSocket

_TEXT, _BINARY = WebSocket.OPCODE_TEXT, WebSocket.OPCODE_BINARY
_KINDS = tuple(b"%d" % kind for kind in range(7))
PATIENCE = 16
"""How many times the largest message is read, and thrown away, to be able to answer it."""
AT_ONCE = 16
"""Packets in one answer to a long poll; some clients refuse more."""
QUEUE_LIMIT = 500
"""Messages that may wait for a client that does not read, before it is let go."""


class WireSocket(WebSocket):  # type: ignore[misc]
    """A WebSocket of which the writing end can be tried without blocking, and that reads no more
    than the server takes."""

    def __init__(self, environ: dict[str, Any], stream: Any, handler: Any) -> None:
        super().__init__(environ, stream, handler)
        self._line = handler.socket
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
        """Write a finished frame if that takes no waiting; tell whether it was taken."""
        if self.closed or self._waiting or self._busy.locked():
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

    # ------------------------------------------------------------------ reading

    def read_message(self) -> str | bytes | None:
        """Read one message. Of one that is too large only its head is kept, so that it can be
        refused by an answer; only what is far too large ends the connection."""
        opcode, size, kept = 0, 0, bytearray()
        while True:
            header = Header.decode_header(self.stream)
            if header.flags or (header.opcode > _BINARY and header.opcode < WebSocket.OPCODE_CLOSE):
                raise ProtocolError("reserved bits")
            if header.opcode >= WebSocket.OPCODE_CLOSE:
                if not self._control(header):
                    return None
                continue
            if bool(opcode) == bool(header.opcode):
                raise ProtocolError("a frame out of turn")
            opcode, size = opcode or header.opcode, size + header.length
            if size > self.largest * PATIENCE:
                raise WebSocketError("message too large")
            kept += self._payload(header, self.largest - len(kept))
            if header.fin:
                break
        if opcode == _BINARY:
            return bytes(kept)
        text = bytes(kept) if size <= self.largest else refusable(bytes(kept))
        if text[:1] not in _KINDS:
            raise ProtocolError("not a packet")
        decoded: str = self._decode_bytes(text)
        return decoded

    def _control(self, header: Any) -> bool:
        """Answer a ping or a goodbye; tell whether the conversation goes on."""
        payload = self._payload(header, header.length)
        if header.opcode == WebSocket.OPCODE_CLOSE:
            self.handle_close(header, payload)
            return False
        if header.opcode == WebSocket.OPCODE_PING:
            self.handle_ping(header, payload)
        return True

    def _payload(self, header: Any, keep: int) -> bytes:
        """Read a frame's content; return the first `keep` bytes of it."""
        wanted = min(header.length, keep)
        payload: bytes = self.raw_read(wanted) if wanted else b""
        left = header.length - len(payload)
        while left:
            skipped = self.raw_read(min(left, 65536))
            if len(payload) < wanted or not skipped:
                raise WebSocketError("the connection ended within a frame")
            left -= len(skipped)
        return unmask(payload, header.mask) if header.mask and payload else payload


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


class PollingSocket(engineio.socket.Socket):  # type: ignore[misc]
    """An Engine.IO socket that answers a post that is too large, and takes as many packets as fit."""

    def poll(self) -> list[Packet]:
        """Wait for something to send; return what there is, not more than every client takes at once."""
        try:
            packet = self.queue.get(timeout=self.server.ping_interval + self.server.ping_timeout)
        except Empty as error:
            raise QueueEmpty from error
        packets: list[Packet] = []
        while packet is not None:
            self.queue.task_done()
            packets.append(packet)
            if len(packets) == AT_ONCE or self.queue.empty():
                return packets
            packet = self.queue.get(block=False)
        self.queue.task_done()
        if packets:
            self.queue.put(None)
        return packets

    def handle_post_request(self, environ: dict[str, Any]) -> None:
        """Take the packets of one post."""
        largest = self.server.max_http_buffer_size
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length > largest * PATIENCE:
            raise ContentTooLongError
        body = environ["wsgi.input"].read(length)
        packets = body.split(b"\x1e", QUEUE_LIMIT)
        if len(packets) > QUEUE_LIMIT:
            raise ContentTooLongError
        for data in packets:
            if len(data) > largest:
                data = data[: largest // 4 * 4 + 1] if data[:1] == b"b" else refusable(data)
            self.receive(Packet(encoded_packet=data.decode()))


class ForgivingPacket(socketio.packet.Packet):  # type: ignore[misc]
    """A Socket.IO packet; an event that cannot be read still gets an answer."""

    def decode(self, encoded_packet: str) -> int:
        """Read the packet; return how many attachments follow."""
        attachments = 0
        try:
            attachments = int(super().decode(encoded_packet))
        except (ValueError, RecursionError):
            if self.packet_type != socketio.packet.EVENT or self.id is None:
                raise
            self.data = None
        event = self.packet_type in (socketio.packet.EVENT, socketio.packet.BINARY_EVENT)
        if event and not (isinstance(self.data, list) and self.data and isinstance(self.data[0], str)):
            self.data = ["malformed"]
        return attachments


_WebSocketWSGI: Any = _async["websocket"]


class _WireWSGI(_WebSocketWSGI):  # type: ignore[misc]
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
    engineio.socket.Socket = PollingSocket
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
