"""Engine.IO and Socket.IO as every card travels through them: few steps, few greenlets.

The libraries stay in charge of how a connection begins, ends, falls back to long polling and moves up to
a websocket. What a client says after that, its events, goes straight to the gateway: read once into typed
commands, answered with finished frames, without a greenlet for each.
"""

from __future__ import annotations

import re
import time
from collections import deque
from typing import Any, Protocol

import engineio.socket
import geventwebsocket.handler
import socketio.packet
from engineio.exceptions import ContentTooLongError, QueueEmpty, SocketIsClosedError, UnknownPacketError
from engineio.packet import MESSAGE, NOOP, PING, PONG, UPGRADE, Packet
from gevent import sleep, spawn
from gevent.queue import Empty

from workshop.live.frames import QUEUE_LIMIT
from workshop.live.wire import PATIENCE, WireSocket, refusable

AT_ONCE = 16
"""Packets in one answer to a long poll; some clients refuse more."""
ATTACHMENTS = 16
"""Binary parts of one event; more are not read."""
_EVENT = re.compile(r"(?:2|5(\d{1,3})-)(?:/,)?(\d{0,10})(?=\[)")


class EventListener(Protocol):
    """Takes a client's events."""

    def on_event(self, event: str, attachments: list[bytes], number: int | None) -> None:
        """Take an event: its JSON, its binary parts, and the number its answer goes by."""


class _Half:
    """An event of which binary parts are still to come."""

    def __init__(self, text: str, number: int | None, missing: int) -> None:
        self.text, self.number, self.missing = text, number, missing
        self.parts: list[bytes] = []


class EngineSocket(engineio.socket.Socket):  # type: ignore[misc]
    """One client's connection: over a `wire` (a websocket), or by long polling.

    `listener`: takes the client's events, from when it was let in.
    """

    connected: bool
    upgraded: bool
    last_ping: float | None
    wire: WireSocket | None = None
    listener: EventListener | None = None
    _half: _Half | None = None
    _writing = False

    # ------------------------------------------------------------------ what comes in

    def receive(self, pkt: Packet) -> None:
        """Take a packet from the client."""
        if (
            pkt.packet_type == MESSAGE
            and self.listener is not None
            and self._take_event(self.listener, pkt.data)
        ):
            return
        super().receive(pkt)

    def _take_event(self, listener: EventListener, data: Any) -> bool:
        """Take an event, or a part of one; tell whether it was that."""
        if not isinstance(data, str):
            return self._take_part(listener, bytes(data))
        found = _EVENT.match(data)
        if found is None:
            return False
        self._half = None
        parts, digits = found.groups()
        number = int(digits) if digits else None
        text = data[found.end() :]
        if not parts or parts == "0":
            listener.on_event(text, [], number)
        else:
            self._half = _Half(text, number, int(parts))
        return True

    def _take_part(self, listener: EventListener, data: bytes) -> bool:
        half = self._half
        if half is None:
            return False
        half.missing -= 1
        if len(half.parts) < ATTACHMENTS:
            half.parts.append(data)
        if not half.missing:
            self._half = None
            listener.on_event(half.text, half.parts, half.number)
        return True

    def handle_post_request(self, environ: dict[str, Any]) -> None:
        """Take the packets of one post; one that is too large is answered."""
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

    # ------------------------------------------------------------------ what goes out

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

    def send(self, pkt: Packet) -> None:
        """Send a packet of the libraries' own."""
        super().send(pkt)
        self.rouse()

    def rouse(self) -> None:
        """See to it that what waits in the queue goes out. A greenlet does that only while something
        waits: most of what is sent fits into the socket at once."""
        if self.wire is not None and self.upgraded and not self._writing and not self.queue.empty():
            self._writing = True
            spawn(self._write_out)

    def _write_out(self) -> None:
        wire = self.wire
        try:
            while wire is not None and not self.queue.empty():
                packet = self.queue.get(block=False)
                self.queue.task_done()
                if packet is None:
                    wire.close()
                    return
                wire.send(packet.encode())
        except Exception:
            # The reading end sees it too, and takes leave.
            if wire is not None and not wire.closed:
                wire.close()
        finally:
            self._writing = False

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """Close the connection."""
        super().close(wait=False, abort=abort, reason=reason)
        self.rouse()

    def schedule_ping(self) -> None:
        """Ask after a while whether the client is still there."""
        if self.last_ping:
            self.last_ping = None
            self.server.pings.add(self)

    def ping(self) -> None:
        """Ask now."""
        if not self.closing and not self.closed:
            self.last_ping = time.time()
            self.send(Packet(PING))

    # ------------------------------------------------------------------ the websocket

    def _websocket_handler(self, ws: Any) -> list[bytes]:
        wire: WireSocket = ws._sock
        wire.largest = self.server.max_http_buffer_size
        if not self.connected:
            self.connected = self.upgraded = True
        elif not self._move_up(wire):
            return []
        self.wire = wire
        self.rouse()
        while self._read_one(wire):
            pass
        self.queue.put(None)
        self.rouse()
        self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        return []

    def _move_up(self, wire: WireSocket) -> bool:
        """Go over from long polling to the websocket, as the protocol says; tell whether it worked."""
        self.upgrading = True
        try:
            if wire.receive() != "2probe":
                return False
            wire.send(Packet(PONG, data="probe").encode())
            self.queue.put(Packet(NOOP))
            answer = wire.receive()
            if not answer or Packet(encoded_packet=answer).packet_type != UPGRADE:
                return False
            self.upgraded = True
            return True
        finally:
            self.upgrading = False

    def _read_one(self, wire: WireSocket) -> bool:
        """Take one message; tell whether the conversation goes on."""
        try:
            data = wire.receive()
            if data is None:
                return False
            if self.listener is not None:
                if isinstance(data, str):
                    if data[0] == "4" and self._take_event(self.listener, data[1:]):
                        return True
                elif self._take_part(self.listener, data):
                    return True
            self.receive(Packet(encoded_packet=data))
        except UnknownPacketError:
            return True
        except SocketIsClosedError:
            return False
        except Exception as error:
            if not self.closed:
                self.server.logger.info("a connection ends: %s", type(error).__name__)
            return False
        return True


class Pings:
    """Asks every client in turn whether it is still there: one greenlet for all of them."""

    def __init__(self) -> None:
        self._due: deque[tuple[float, EngineSocket]] = deque()
        self._asking = False

    def add(self, socket: EngineSocket) -> None:
        """Ask this one after the ping interval, which is the same for all."""
        self._due.append((time.monotonic() + socket.server.ping_interval, socket))
        if not self._asking:
            self._asking = True
            spawn(self._ask)

    def _ask(self) -> None:
        while self._due:
            at, socket = self._due[0]
            pause = at - time.monotonic()
            if pause > 0:
                sleep(pause)
                continue
            self._due.popleft()
            try:
                socket.ping()
            except Exception as error:
                socket.server.logger.info("a ping failed: %s", type(error).__name__)
        self._asking = False


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


def install(engine_server: Any) -> None:
    """Make an Engine.IO server (gevent mode) use these connections."""
    geventwebsocket.handler.WebSocket = WireSocket
    engineio.socket.Socket = EngineSocket
    engine_server.pings = Pings()
