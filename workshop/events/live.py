"""Commands of the live connection itself: entering, the vision's bytes, who is writing."""

from __future__ import annotations

from workshop.entities import Id, Key
from workshop.events.base import Command


class VisionOpen(Command, tag="vision.open", frozen=True):
    """Open a section's text. `vector`: the Yjs state vector of what the client has.
    Answered with `update` (what the client lacks) and `vector` (what the server has)."""

    section: Id
    schema: int
    vector: bytes = b""


class VisionUpdate(Command, tag="vision.update", frozen=True):
    """Yjs update bytes for a section's text, in the client's own batches."""

    section: Id
    schema: int
    update: bytes


class VisionCursor(Command, tag="vision.cursor", frozen=True):
    """A Yjs awareness update of this client, passed on to who has the section open."""

    section: Id
    update: bytes


class VisionClose(Command, tag="vision.close", frozen=True):
    """Stop following a section's text."""

    section: Id


class Writing(Command, tag="writing", frozen=True):
    """Tell that somebody is writing on a board, not what. Not kept."""

    board: Key
    on: bool


class Enter(Command, tag="enter", frozen=True):
    """First command on a connection. `seq`: the last fact this client has, or -1.
    Answered with the facts since then, or with the whole state."""

    seq: int = -1
