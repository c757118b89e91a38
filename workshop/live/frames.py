"""Encode once: a message becomes a finished WebSocket frame, written to each socket without blocking.

A socket that would block, that still has packets waiting, or that is long polling takes
the ordinary queue, in order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import msgspec
from engineio.packet import MESSAGE, Packet

from workshop.live.wire import BINARY, TEXT, framed

QUEUE_LIMIT = 500
"""Messages that may wait for a client that does not read, before it is let go."""


class Frame:
    """A Socket.IO packet, encoded at most once per transport.

    Args:
        text: the packet without its attachments: kind, number, JSON.
        attachments: binary parts.
    """

    def __init__(self, text: bytes, attachments: tuple[bytes, ...] = ()) -> None:
        self._text = text
        self._attachments = attachments

    @classmethod
    def event(cls, name: str, payload: bytes, attachments: tuple[bytes, ...] = ()) -> Frame:
        """Return the frame of an event.

        Args:
            name: the event.
            payload: its JSON, already encoded, with a placeholder object per attachment.
            attachments: binary parts.
        """
        kind = b"2" if not attachments else b"5%d-" % len(attachments)
        return cls(kind + b'["' + name.encode() + b'",' + payload + b"]", attachments)

    @classmethod
    def of(cls, name: str, message: Any) -> Frame:
        """Return the frame of an event without binary parts."""
        return cls.event(name, msgspec.json.encode(message))

    @classmethod
    def answer(cls, number: int, message: dict[str, Any]) -> Frame:
        """Return the frame that acknowledges a client's event.

        Args:
            number: by which the client knows it.
            message: the answer; values that are bytes travel as attachments.
        """
        attachments: list[bytes] = []
        for key, value in message.items():
            if isinstance(value, bytes):
                message = {**message, key: {"_placeholder": True, "num": len(attachments)}}
                attachments.append(value)
        kind = b"3%d[" % number if not attachments else b"6%d-%d[" % (len(attachments), number)
        return cls(kind + msgspec.json.encode(message) + b"]", tuple(attachments))

    @cached_property
    def wire(self) -> bytes:
        """The finished WebSocket frames."""
        text = framed(TEXT, b"4" + self._text)
        if not self._attachments:
            return text
        return b"".join((text, *(framed(BINARY, data) for data in self._attachments)))

    @cached_property
    def packets(self) -> list[Packet]:
        """The same for the ordinary queue."""
        text = Packet(MESSAGE, data=self._text.decode())
        return [text, *(Packet(MESSAGE, data=data) for data in self._attachments)]


def write(engine_socket: Any, frames: Sequence[Frame]) -> bool:
    """Send frames to one client, all in one write if its WebSocket takes them at once.

    Returns: whether the client is still worth keeping.
    """
    wire = engine_socket.wire
    if (
        wire is not None
        and not engine_socket.closing
        and engine_socket.queue.empty()
        and wire.offer(frames[0].wire if len(frames) == 1 else b"".join([frame.wire for frame in frames]))
    ):
        return True
    if engine_socket.closed or engine_socket.queue.qsize() > QUEUE_LIMIT:
        return False
    for frame in frames:
        for packet in frame.packets:
            engine_socket.queue.put(packet)
    engine_socket.rouse()
    return True
