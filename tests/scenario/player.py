"""One person with a device: a client written from docs/protocol.md and nothing else.

It knows HTTP for joining, Socket.IO for commands and facts, and Yjs for the text of the vision.
Everything that ever reaches the device is kept in `heard`, so that a test can ask whether
something that should have stayed on the server came along in any form.
"""

from __future__ import annotations

import re
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import requests
from pycrdt import Doc, XmlElement, XmlFragment, XmlText

from tests.sockets import OrderedClient
from workshop.vision.passages import attributes

PROTOCOL = Path(__file__).resolve().parents[2] / "docs" / "protocol.md"
SCHEMA = 2
ROOT = "text"
PATIENCE = 20.0


def new_id() -> str:
    """An id, made by the client as the protocol wants it."""
    return uuid.uuid4().hex


@cache
def operations() -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    """Fact -> (put / patch / drop, field, collection, fields that are set), read from the document."""
    found = {}
    pattern = r"^### `([a-z._]+)`\n\n.*?\n\nDoes: (puts|patches|drops)[a-z ]*`(\w+)` in `(\w+)`(.*)\.$"
    for name, does, field, collection, rest in re.findall(pattern, PROTOCOL.read_text("utf-8"), re.M):
        kind = {"puts": "put", "patches": "patch", "drops": "drop"}[does]
        found[name] = (kind, field, collection, tuple(re.findall(r"`(\w+)`", rest)))
    return found


def fold(collections: dict[str, dict[str, Any]], fact: dict[str, Any]) -> None:
    """Apply one fact to the state, as the document says."""
    kind, field, collection, fields = operations()[fact["type"]]
    records, value = collections[collection], fact[field]
    if kind == "put":
        records[value["id"]] = value
    elif kind == "drop":
        records.pop(value, None)
    elif value in records:
        records[value] = {**records[value], **{name: fact[name] for name in fields}}


class Refused(Exception):
    """The server said no: `code` for programs, `message` for people."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: str = error["code"]
        self.message: str = error["message"]


class Offline(Exception):
    """The connection is gone; nobody knows whether the command arrived."""


class Player:
    """Somebody who takes part.

    Attributes:
        member: own member id.
        community: the community's id.
        state: collection -> id -> record, folded from what came in.
        seq: the last fact in it.
        heard: everything that came in, as it came.
    """

    def __init__(self, url: str, community: str, member: str, token: str = "", cookie: str = "") -> None:
        self.url, self.community, self.member = url, community, member
        self.token, self.cookie = token, cookie
        self.state: dict[str, dict[str, Any]] = {}
        self.seq = -1
        self.heard: list[Any] = []
        self.sheets: dict[str, Doc[Any]] = {}
        self.words: list[str] = []
        self._changed = threading.Condition(threading.RLock())
        self._entered = False
        self._early: list[dict[str, Any]] = []
        self._io: OrderedClient | None = None

    @classmethod
    def join(cls, url: str, code: str, name: str, role: str, organisation: str | None = None) -> Player:
        """Join with a code, as the page does, in Dutch."""
        body = {"code": code, "name": name, "role": role, "organisation": organisation, "language": "nl"}
        answer = requests.post(f"{url}/api/join", json=body, timeout=PATIENCE).json()
        if not answer["ok"]:
            raise Refused(answer["error"])
        player = cls(url, answer["community"], answer["member"], token=answer["token"])
        player.words = answer["words"]
        return player

    # ------------------------------------------------------------------- connection

    def connect(self) -> Player:
        """Open the connection and catch up from the last fact seen."""
        self._entered, self._early = False, []
        io = OrderedClient(reconnection=False)
        io.on("facts", self._facts)
        io.on("vision", self._vision)
        io.on("*", lambda event, *data: self.heard.append((event, data)))
        headers = {"Cookie": self.cookie} if self.cookie else {}
        auth = {"community": self.community, "language": "nl"} | ({"token": self.token} if self.token else {})
        io.connect(self.url, headers=headers, auth=auth, transports=["websocket"], wait_timeout=PATIENCE)
        self._io = io
        answer = self._call("enter", {"command": new_id(), "seq": self.seq})
        with self._changed:
            self._catch_up(answer)
            self._changed.notify_all()
        for section in self.sheets:
            self.open(section)
        return self

    def _catch_up(self, answer: dict[str, Any]) -> None:
        if "snapshot" in answer:
            self.state = answer["snapshot"]["collections"]
            self.seq = answer["snapshot"]["seq"]
        else:
            for fact in answer["facts"]:
                fold(self.state, fact)
            self.seq = answer["seq"]
        self._entered = True
        for batch in self._early:
            self._take(batch)

    def cut(self) -> None:
        """Lose the connection without a goodbye, as in a tunnel."""
        io, self._io = self._io, None
        if io is not None:
            io.eio.ws.sock.shutdown(socket.SHUT_RDWR)
            io.disconnect()

    def leave(self) -> None:
        """Put the phone away."""
        io, self._io = self._io, None
        if io is not None:
            io.disconnect()

    def _facts(self, batch: dict[str, Any]) -> None:
        self.heard.append(("facts", batch))
        with self._changed:
            if self._entered:
                self._take(batch)
            else:
                self._early.append(batch)
            self._changed.notify_all()

    def _take(self, batch: dict[str, Any]) -> None:
        if batch["seq"] <= self.seq:
            return
        for fact in batch["facts"]:
            fold(self.state, fact)
        self.seq = batch["seq"]

    # --------------------------------------------------------------------- commands

    def send(self, name: str, /, **fields: Any) -> dict[str, Any]:
        """Send a command and wait for its acknowledgement.

        Raises:
            Refused: the server said no.
            Offline: there is no connection, or it broke while waiting.
        """
        return self._call(name, {"command": new_id(), **fields})

    def _call(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        if self._io is None:
            raise Offline
        answer: dict[str, Any] = self._io.call(name, payload, timeout=PATIENCE)
        self.heard.append((name, answer))
        if not answer["ok"]:
            raise Refused(answer["error"])
        return answer

    def send_and_forget(self, name: str, /, **fields: Any) -> None:
        """Send a command without waiting for anything."""
        if self._io is None:
            raise Offline
        self._io.emit(name, {"command": new_id(), **fields})

    def until(self, true: Callable[[Player], Any], seconds: float = PATIENCE) -> Player:
        """Wait until something holds on this device.

        Raises:
            TimeoutError: it did not come true.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: true(self), seconds):
                raise TimeoutError(f"not within {seconds} s on the device of {self.member}")
        return self

    def read(self) -> dict[str, Any]:
        """The state as a fresh read over HTTP gives it."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {"Cookie": self.cookie}
        address = f"{self.url}/api/communities/{self.community}/state"
        answer: dict[str, Any] = requests.get(address, headers=headers, timeout=PATIENCE).json()
        self.heard.append(("state", answer))
        return answer

    # ----------------------------------------------------------------------- vision

    def _vision(self, data: dict[str, Any]) -> None:
        self.heard.append(("vision", data))
        with self._changed:
            sheet = self.sheets.get(data["section"])
            if sheet is not None:
                for update in data["updates"]:
                    sheet.apply_update(bytes(update))
            self._changed.notify_all()

    def open(self, section: str) -> None:
        """Open a section's text: get what this device lacks, send what the server lacks."""
        sheet = self.sheets.setdefault(section, Doc(allow_multithreading=True))
        sheet.get(ROOT, type=XmlFragment)
        answer = self.send("vision.open", section=section, schema=SCHEMA, vector=sheet.get_state())
        with self._changed:
            sheet.apply_update(bytes(answer["update"]))
            missing = sheet.get_update(bytes(answer["vector"]))
        if missing != b"\x00\x00":
            self.send("vision.update", section=section, schema=SCHEMA, update=missing)

    def change(self, section: str, edit: Callable[[XmlFragment], None]) -> bytes:
        """Change the text on this device; return the bytes that tell the others."""
        with self._changed:
            sheet = self.sheets[section]
            before = sheet.get_state()
            with sheet.transaction():
                edit(sheet.get(ROOT, type=XmlFragment))
            return sheet.get_update(before)

    def share(self, section: str, update: bytes) -> None:
        """Send a change of the text."""
        self.send("vision.update", section=section, schema=SCHEMA, update=update)

    def write(self, section: str, paragraph: str, text: str) -> None:
        """Write a new paragraph, with an id that sources can refer to."""

        def edit(fragment: XmlFragment) -> None:
            element = XmlElement("paragraph")
            fragment.children.append(element)
            content = XmlText()
            element.children.append(content)
            content.insert(0, text, attributes((paragraph,)))

        self.share(section, self.change(section, edit))

    def replace(self, section: str, old: str, new: str) -> None:
        """Put other words in the place of some words."""

        def edit(fragment: XmlFragment) -> None:
            for words in texts(fragment):
                line = plain(words)
                if old in line:
                    # pycrdt counts in bytes of UTF-8.
                    start = len(line[: line.index(old)].encode())
                    del words[start : start + len(old.encode())]
                    words.insert(start, new)
                    return
            raise AssertionError(f"{old!r} is not in the text")

        self.share(section, self.change(section, edit))

    def text(self, section: str) -> str:
        """The text of a section as it stands on this device."""
        with self._changed:
            fragment = self.sheets[section].get(ROOT, type=XmlFragment)
            return "\n".join(plain(words) for words in texts(fragment))


def texts(parent: XmlFragment | XmlElement) -> Iterable[XmlText]:
    """The runs of text in a document, in order."""
    for child in parent.children:
        if isinstance(child, XmlText):
            yield child
        else:
            yield from texts(child)


def plain(text: XmlText) -> str:
    """The words of a run."""
    return "".join(piece for piece, _marks in text.diff() if isinstance(piece, str))


def insert_at(place: Callable[[str], int], words: str) -> Callable[[XmlFragment], None]:
    """An edit that types some words in the first paragraph; `place` says where, in letters."""

    def edit(fragment: XmlFragment) -> None:
        first = next(iter(texts(fragment)))
        line = plain(first)
        first.insert(len(line[: place(line)].encode()), words)

    return edit


def same_everywhere(players: Iterable[Player], section: str, seconds: float) -> float:
    """Wait until a text is equal on all devices; return how long it took.

    Raises:
        TimeoutError: it did not become equal in time.
    """
    started = time.monotonic()
    players = list(players)
    while len({player.text(section) for player in players}) > 1:
        if time.monotonic() - started > seconds:
            raise TimeoutError({player.member: player.text(section) for player in players})
        time.sleep(0.01)
    return time.monotonic() - started
