"""A device on the live connection: small enough to read, honest about everything it received."""

from __future__ import annotations

import socket
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from typing import Any

import requests
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.sockets import OrderedClient
from workshop.core.schema import tag_of
from workshop.features import CATALOGUE

PATIENCE = 20.0
SCHEMA = 2
OPERATIONS = {tag_of(fact): fact.op for fact in CATALOGUE.facts.values()}
WEBSOCKET, POLLING = ("websocket",), ("polling",)


def new_id() -> str:
    """An id as devices make them."""
    return uuid.uuid4().hex


def fold(collections: dict[str, dict[str, Any]], fact: dict[str, Any]) -> None:
    """Apply one fact, as a device does."""
    op = OPERATIONS[fact["type"]]
    records, value = collections[op.collection], fact[op.field]
    if op.kind == "put":
        records[value["id"]] = value
    elif op.kind == "drop":
        records.pop(value, None)
    elif value in records:
        records[value] = {**records[value], **{name: fact[name] for name in op.fields}}


class Offline(Exception):
    """The connection broke before the answer came: nobody knows whether the command arrived."""


class Device:
    """A phone or laptop of one member.

    Attributes:
        state: collection -> id -> record, folded from what came in.
        seq: the last fact in it; -1 before the first.
        received: the content of every packet and every page that came in, as text.
        presence: the last message about who is here.
        batches: the numbers of the facts messages, in the order in which they came.
    """

    def __init__(
        self,
        url: str,
        community: str,
        member: str,
        token: str = "",
        cookie: str = "",
        language: str = "nl",
        screen: str | bool = False,
    ) -> None:
        self.url, self.community, self.member = url, community, member
        self.token, self.cookie, self.language = token, cookie, language
        self.screen = screen
        self.state: dict[str, dict[str, Any]] = {}
        self.seq = -1
        self.received: list[str] = []
        self.presence: dict[str, dict[str, int]] = {}
        self.batches: list[int] = []
        self.events: list[str] = []
        self.texts: dict[str, Doc[Any]] = {}
        self.changed = threading.Condition(threading.RLock())
        self._early: list[dict[str, Any]] = []
        self._entered = False
        self._io: OrderedClient | None = None

    # ------------------------------------------------------------------ connecting

    def connect(self, transports: Sequence[str] = WEBSOCKET) -> Device:
        """Open the connection and catch up from the last fact seen."""
        self.open(transports)
        self.enter()
        return self

    def open(self, transports: Sequence[str] = WEBSOCKET) -> Device:
        """Open the connection without entering."""
        io = OrderedClient(reconnection=False, handle_sigint=False)
        io.on("*", self._event)
        io.on("disconnect", lambda *_: self._wake())
        take = io.eio._receive_packet

        def overhear(packet: Any) -> None:
            self.received.append(packet.data if isinstance(packet.data, str) else repr(packet.data))
            take(packet)

        io.eio._receive_packet = overhear
        auth: dict[str, Any] = {"community": self.community, "language": self.language}
        if self.screen:
            auth["screen"] = self.screen
        if self.token:
            auth["token"] = self.token
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self._entered, self._early = False, []
        io.connect(self.url, headers=headers, auth=auth, transports=list(transports), wait_timeout=PATIENCE)
        self._io = io
        return self

    def enter(self, seq: int | None = None) -> dict[str, Any]:
        """Introduce oneself and catch up; `seq` is the last fact this device claims to have."""
        answer = self.ask("enter", seq=self.seq if seq is None else seq)
        assert answer["ok"], answer
        with self.changed:
            if "snapshot" in answer:
                self.state, self.seq = answer["snapshot"]["collections"], answer["snapshot"]["seq"]
                for collection, records in answer["own"].items():
                    self.state[collection].update({record["id"]: record for record in records})
            else:
                for fact in answer["facts"]:
                    fold(self.state, fact)
                self.seq = answer["seq"]
            self._entered = True
            for batch in self._early:
                self._take(batch)
            self._early = []
        for section in self.texts:
            self.open_section(section)
        return answer

    @property
    def online(self) -> bool:
        """Whether there is a connection."""
        return self._io is not None and self._io.connected

    @property
    def transport(self) -> str:
        """How it is connected: "websocket" or "polling"."""
        assert self._io is not None
        return str(self._io.transport())

    def leave(self) -> None:
        """Close the connection."""
        io, self._io = self._io, None
        if io is not None:
            io.disconnect()

    def cut(self) -> None:
        """Lose the connection without a goodbye (websocket only)."""
        io, self._io = self._io, None
        if io is not None:
            io.eio.ws.sock.shutdown(socket.SHUT_RDWR)
            io.disconnect()

    # ------------------------------------------------------------------ receiving

    def _wake(self) -> None:
        with self.changed:
            self.changed.notify_all()

    def _event(self, event: str, data: Any = None) -> None:
        with self.changed:
            self.events.append(event)
            if event == "facts":
                self.batches.append(data["seq"])
                if self._entered:
                    self._take(data)
                else:
                    self._early.append(data)
            elif event == "presence":
                self.presence = data
            elif event == "vision" and data["section"] in self.texts:
                for update in data["updates"]:
                    self.texts[data["section"]].apply_update(bytes(update))
            self.changed.notify_all()

    def _take(self, batch: dict[str, Any]) -> None:
        if batch["seq"] > self.seq:
            for fact in batch["facts"]:
                fold(self.state, fact)
            self.seq = batch["seq"]

    # ------------------------------------------------------------------ commands

    def ask(self, event: str, /, **fields: Any) -> dict[str, Any]:
        """Send a command; return the acknowledgement as it came.

        Raises:
            Offline: the connection broke first.
        """
        return self.call(event, {"command": new_id(), **fields})

    def call(self, event: str, *payload: Any, seconds: float = PATIENCE) -> dict[str, Any]:
        """Send an event with anything in it; return the acknowledgement."""
        io, answers = self._io, []
        if io is None or not io.connected:
            raise Offline

        def answered(answer: Any) -> None:
            with self.changed:
                answers.append(answer)
                self.changed.notify_all()

        try:
            io.emit(event, payload or None, callback=answered)
        except Exception as error:
            raise Offline from error
        with self.changed:
            self.changed.wait_for(lambda: answers or not io.connected, seconds)
        if not answers:
            raise Offline(f"no answer to {event}")
        return dict(answers[0])

    def do(self, event: str, /, **fields: Any) -> dict[str, Any]:
        """Send a command that succeeds."""
        answer = self.ask(event, **fields)
        assert answer["ok"], (event, answer)
        return answer

    def refused(self, event: str, /, **fields: Any) -> str:
        """Send a command that is refused; return the code."""
        answer = self.ask(event, **fields)
        assert not answer["ok"], (event, answer)
        return str(answer["error"]["code"])

    def add_card(self, text: str, board: str = "dis-2", column: str = "story", **more: Any) -> str:
        """Put a card on a board; return its id."""
        card = more.pop("card", None) or new_id()
        self.do("card.add", card=card, board=board, column=column, text=text, **more)
        return str(card)

    # ------------------------------------------------------------------ looking

    def read(self) -> dict[str, Any]:
        """The state as a fresh read over HTTP gives it."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {"Cookie": self.cookie}
        address = f"{self.url}/api/communities/{self.community}/state"
        answer = requests.get(address, headers=headers, timeout=PATIENCE)
        self.received.append(answer.text)
        return dict(answer.json())

    def until(self, true: Callable[[Device], Any], seconds: float = PATIENCE) -> Device:
        """Wait until something holds on this device."""
        with self.changed:
            if not self.changed.wait_for(lambda: true(self), seconds):
                raise TimeoutError(f"not within {seconds} s; presence {self.presence}, seq {self.seq}")
        return self

    def settle(self, seconds: float = PATIENCE) -> Device:
        """Wait until this device shows what a fresh read gives."""
        fresh = self.read()["collections"]
        return self.until(lambda device: device.state == fresh, seconds)

    def has_received(self, text: str) -> bool:
        """Whether a text came to this device in any form, ever."""
        return any(text in packet for packet in self.received)

    # ------------------------------------------------------------------ the shared text

    def open_section(self, section: str) -> None:
        """Open a text: get what this device lacks, send what the server lacks."""
        with self.changed:
            doc = self.texts.setdefault(section, Doc(allow_multithreading=True))
            doc.get("text", type=XmlFragment)
            vector = doc.get_state()
        answer = self.do("vision.open", section=section, schema=SCHEMA, vector=vector)
        with self.changed:
            doc.apply_update(bytes(answer["update"]))
            missing = doc.get_update(bytes(answer["vector"]))
        if missing != b"\x00\x00":
            self.do("vision.update", section=section, schema=SCHEMA, update=missing)

    def type(self, section: str, words: str, *, first: bool = False) -> bytes:
        """Write a paragraph on this device, the last or the first; return the bytes that tell the others."""
        with self.changed:
            doc = self.texts[section]
            before = doc.get_state()
            with doc.transaction():
                element = XmlElement("paragraph")
                children = doc.get("text", type=XmlFragment).children
                children.insert(0 if first else len(children), element)
                text = XmlText()
                element.children.append(text)
                text.insert(0, words)
            return doc.get_update(before)

    def share(self, section: str, update: bytes) -> dict[str, Any]:
        """Send a change of a text."""
        return self.do("vision.update", section=section, schema=SCHEMA, update=update)

    def text(self, section: str) -> list[str]:
        """The paragraphs of a text as this device has them."""
        with self.changed:
            found = []
            for element in self.texts[section].get("text", type=XmlFragment).children:
                pieces = [piece for child in element.children for piece, _marks in child.diff()]
                found.append("".join(piece for piece in pieces if isinstance(piece, str)))
            return found


def wait_for(true: Callable[[], Any], seconds: float = PATIENCE) -> None:
    """Wait until something holds that no device reports."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s")
        time.sleep(0.02)
