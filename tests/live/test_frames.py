"""Frames that are encoded once: right byte by byte, in order, and nobody waits for a slow reader."""

from __future__ import annotations

import io
import json
import socket
import time
from collections.abc import Iterator
from typing import Any

import gevent
import gevent.queue
import pytest
import websocket
from gevent import socket as gevent_socket
from geventwebsocket.exceptions import ProtocolError, WebSocketError
from hypothesis import given
from hypothesis import strategies as st

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity, LiveServer
from tests.sockets import received_text
from workshop.live import frames
from workshop.live.frames import Frame, write
from workshop.live.wire import WireSocket, refusable, unmask

LARGEST = 1000
TEXT = websocket.ABNF.OPCODE_TEXT


# ------------------------------------------------------------------ byte by byte


@given(st.binary(max_size=5000), st.binary(min_size=4, max_size=4))
def test_unmasking_equals_the_loop_over_bytes(payload: bytes, mask: bytes) -> None:
    assert unmask(payload, mask) == bytes(byte ^ mask[n % 4] for n, byte in enumerate(payload))


class FakeSocket:
    """A socket that keeps what is written to it."""

    def __init__(self) -> None:
        self.written = b""

    def setsockopt(self, *_: Any) -> None:
        """No options."""

    def sendall(self, data: bytes) -> None:
        self.written += data

    def send(self, data: bytes, *_: Any) -> int:
        self.written += data
        return len(data)


class Handler:
    """What gevent's server gives a WebSocket."""

    def __init__(self, line: Any, incoming: bytes = b"") -> None:
        self.socket = line
        self.rfile = io.BytesIO(incoming)
        self.read, self.write = self.rfile.read, line.sendall
        self.server = self.application = self

    class logger:
        debug = staticmethod(lambda *_: None)


def wire_over(line: Any, incoming: bytes = b"") -> WireSocket:
    """A WebSocket on a line, with bytes that came in."""
    handler = Handler(line, incoming)
    wire = WireSocket({}, handler, handler)
    wire.largest = LARGEST
    return wire


def decoded(data: bytes) -> list[str | bytes]:
    """What an independent decoder (websocket-client) makes of bytes."""
    stream = io.BytesIO(data)

    def receive(size: int) -> bytes:
        if stream.tell() == len(data):
            raise EOFError
        return stream.read(size)

    receiving = websocket._abnf.frame_buffer(receive, skip_utf8_validation=False)
    found: list[str | bytes] = []
    while stream.tell() < len(data):
        frame = receiving.recv_frame()
        assert isinstance(frame.data, bytes)
        found.append(frame.data.decode() if frame.opcode == TEXT else frame.data)
    return found


@pytest.mark.parametrize("words", ["", "hallo", "é🙂" * 20, "x" * 125, "x" * 126, "x" * 70_000])
def test_an_event_reads_back_as_it_was(words: str) -> None:
    message = {"seq": 3, "facts": [{"type": "card.added", "text": words}]}
    (text,) = decoded(Frame.of("facts", message).wire)
    assert isinstance(text, str) and text.startswith("42")
    assert json.loads(text[2:]) == ["facts", message]


def test_an_event_with_bytes_reads_back_as_it_was() -> None:
    parts = (b"\x00\x01", b"\xff" * 300)
    frame = Frame.event("vision", b'{"section":"s","updates":[{"_placeholder":true,"num":0}]}', parts)
    text, *rest = decoded(frame.wire)
    assert isinstance(text, str) and text.startswith('452-["vision",')
    assert tuple(rest) == parts
    assert [packet.data for packet in frame.packets[1:]] == list(parts)


# ------------------------------------------------------------------ reading


def frame(data: str | bytes, fin: int = 1, opcode: int | None = None) -> bytes:
    """A masked frame as clients send it."""
    kind = opcode if opcode is not None else (1 if isinstance(data, str) else 2)
    content = data.encode() if isinstance(data, str) else data
    return bytes(websocket.ABNF(fin, 0, 0, 0, kind, 1, content).format())


@given(st.lists(st.text(max_size=50), min_size=1, max_size=5))
def test_a_message_in_pieces_is_put_together(pieces: list[str]) -> None:
    pieces[0] = "4" + pieces[0]
    sent = [frame(piece, fin=0, opcode=1 if n == 0 else 0) for n, piece in enumerate(pieces)]
    sent.append(frame("!", opcode=0))
    assert wire_over(FakeSocket(), b"".join(sent)).read_message() == "".join(pieces) + "!"


def test_a_ping_between_pieces_is_answered() -> None:
    line = FakeSocket()
    sent = frame("4a", fin=0) + frame(b"hoi", opcode=9) + frame("b", opcode=0)
    assert wire_over(line, sent).read_message() == "4ab"
    assert line.written == b"\x8a\x03hoi"


def test_of_a_message_that_is_too_large_only_its_refusal_is_left() -> None:
    sent = frame('427["card.add",{"text":"' + "x" * LARGEST) + frame("42[]")
    wire = wire_over(FakeSocket(), sent)
    assert wire.read_message() == '427["too_large"]'
    assert wire.read_message() == "42[]"


def test_bytes_that_are_too_many_are_cut_off() -> None:
    wire = wire_over(FakeSocket(), frame(b"\x01" * (LARGEST + 5)) + frame("2"))
    assert wire.read_message() == b"\x01" * LARGEST
    assert wire.read_message() == "2"


def test_what_is_far_too_large_is_not_read() -> None:
    with pytest.raises(WebSocketError):
        wire_over(FakeSocket(), frame("4" * LARGEST * 17)).read_message()


@pytest.mark.parametrize("sent", [
    frame("4", opcode=0), frame("4", fin=0) + frame("4"), frame("x"), frame(""),
    b"\x83\x80\x00\x00\x00\x00", b"\xc1\x80\x00\x00\x00\x00",
], ids=["starts halfway", "starts twice", "no packet", "empty", "unknown kind", "reserved"])  # fmt: skip
def test_what_is_no_conversation_is_ended(sent: bytes) -> None:
    with pytest.raises(ProtocolError):
        wire_over(FakeSocket(), sent).read_message()


def test_a_line_that_ends_in_the_middle_is_noticed() -> None:
    with pytest.raises(WebSocketError):
        wire_over(FakeSocket(), frame("4" + "x" * 100)[:-10]).read_message()


@pytest.mark.parametrize(("head", "short"), [
    ('427["card.add"', '427["too_large"]'), ('42["x"', '42["too_large"]'),
    ('451-9["vision.update",', '451-9["too_large"]'), ("2probe", ""), ("4/x,", ""), ("", ""),
])  # fmt: skip
def test_the_refusal_goes_by_the_number_of_the_message(head: str, short: str) -> None:
    assert refusable(head.encode()) == short.encode()


# ------------------------------------------------------------------ writing to a slow reader


@pytest.fixture
def pair() -> Iterator[tuple[Any, Any]]:
    """Two ends of a line with little room."""
    left, right = gevent_socket.socketpair()
    left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 8192)
    right.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8192)
    yield left, right
    left.close()
    right.close()


class Wire(WireSocket):
    """A WebSocket on a line that knows no TCP."""

    def __init__(self, line: Any) -> None:
        class WithoutTcp:
            setsockopt = staticmethod(lambda *_: None)
            send, sendall, close, _sock = line.send, line.sendall, line.close, line._sock

        handler = Handler(WithoutTcp())
        super().__init__({}, handler, handler)


def read_all(line: Any, size: int) -> bytes:
    """Read so many bytes."""
    data = b""
    with gevent.Timeout(10):
        while len(data) < size:
            data += line.recv(65536)
    return data


def test_an_offer_never_waits(pair: tuple[Any, Any]) -> None:
    wire, started = Wire(pair[0]), time.monotonic()
    taken = [wire.offer(b"x" * 50_000) for _ in range(50)]
    assert time.monotonic() - started < 1
    assert taken[0] and not taken[-1]


def test_a_frame_that_fits_in_part_is_finished_before_the_next(pair: tuple[Any, Any]) -> None:
    wire = Wire(pair[0])
    assert wire.offer(b"a" * 300_000)
    assert not wire.offer(b"b")
    writing = gevent.spawn(wire.raw_write, b"c" * 10)
    assert read_all(pair[1], 300_010) == b"a" * 300_000 + b"c" * 10
    writing.join()
    assert wire.offer(b"d")
    assert read_all(pair[1], 1) == b"d"


def test_who_waits_to_write_goes_before_a_later_offer(pair: tuple[Any, Any]) -> None:
    wire = Wire(pair[0])
    order: list[bytes] = []
    assert wire.offer(b"a" * 300_000)
    gevent.spawn(wire.raw_write, b"1")

    def offer_at_the_first_chance() -> None:
        while not wire.offer(b"2"):
            gevent.sleep(0)

    eager = gevent.spawn(offer_at_the_first_chance)
    order.append(read_all(pair[1], 300_002)[-2:])
    eager.join()
    assert order == [b"12"]


class FakeEngineSocket:
    """An Engine.IO socket as far as a frame looks at it."""

    def __init__(self, wire: Any) -> None:
        self.wire, self.upgraded, self.closing, self.closed = wire, True, False, False
        self.queue: gevent.queue.Queue[Any] = gevent.queue.Queue()

    def rouse(self) -> None:
        """Nobody empties this queue."""


def test_what_waits_in_the_queue_goes_first(pair: tuple[Any, Any]) -> None:
    engine_socket = FakeEngineSocket(Wire(pair[0]))
    engine_socket.queue.put("earlier")
    assert write(engine_socket, [Frame.of("facts", {})])
    assert engine_socket.queue.qsize() == 2


def test_a_client_without_a_websocket_gets_everything_in_its_queue() -> None:
    engine_socket = FakeEngineSocket(None)
    assert all(write(engine_socket, [Frame.of("facts", {"seq": n})]) for n in range(5))
    assert [json.loads(packet.data[1:])[1]["seq"] for packet in engine_socket.queue.queue] == list(range(5))


def test_a_client_that_does_not_read_is_given_up(pair: tuple[Any, Any]) -> None:
    engine_socket = FakeEngineSocket(Wire(pair[0]))
    sent = 0
    while write(engine_socket, [Frame.of("facts", {"x": "x" * 5000})]):
        sent += 1
        assert sent < 5 * frames.QUEUE_LIMIT
    assert engine_socket.queue.qsize() > frames.QUEUE_LIMIT


# ------------------------------------------------------------------ on a running server


def connect_without_reading(community: LiveCommunity, who: Device) -> websocket.WebSocket:
    """A client that enters and then reads nothing, with little room for what comes."""
    options = [(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)]
    raw = websocket.create_connection(
        who.url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket", timeout=20, sockopt=options
    )
    raw.recv()
    raw.send("40" + json.dumps({"community": who.community, "token": who.token}))
    raw.recv()
    raw.send("420" + json.dumps(["enter", {"command": new_id(), "seq": 0}]))
    while not received_text(raw).startswith("430"):
        pass
    return raw


def test_a_client_that_does_not_read_holds_nobody_up_and_can_come_back(live_server: LiveServer) -> None:
    community = live_server.community()
    who = community.join("Dove telefoon")
    raw = connect_without_reading(community, who)
    bram = community.join("Bram").connect()
    slowest = 0.0
    for number in range(1200):
        started = time.monotonic()
        card = community.host.add_card(f"{number} " + "x" * 700)
        slowest = max(slowest, time.monotonic() - started)
    bram.until(lambda device: card in device.state["cards"])
    assert slowest < 2
    raw.close()
    who.connect().settle()
    assert len(who.state["cards"]) == 1200
    community.leave()


def test_a_slow_reader_gets_everything_in_order(live_server: LiveServer) -> None:
    community = live_server.community()
    raw = connect_without_reading(community, community.join("Trage telefoon"))
    for number in range(300):
        community.host.add_card(f"{number} " + "x" * 700)
    seen: list[int] = []
    while len(seen) < 300:
        packet = received_text(raw)
        if packet.startswith('42["facts"'):
            facts = json.loads(packet[2:])[1]["facts"]
            seen += [int(fact["card"]["text"].split()[0]) for fact in facts if fact["type"] == "card.added"]
    assert seen == list(range(300))
    raw.close()
    community.leave()
