"""Writing a section's text together: Yjs bytes, and where the cursors are."""

from __future__ import annotations

from workshop.core.access import every_member
from workshop.core.schema import Command, Id


class VisionOpen(Command, tag="vision.open", who=every_member, offline="refused", on_behalf=False):
    """Open a section's text. `vector`: the Yjs state vector of what the client has.
    Answered with `update` (what the client lacks) and `vector` (what the server has)."""

    section: Id
    schema: int
    vector: bytes = b""


class VisionUpdate(Command, tag="vision.update", who=every_member, offline="refused", on_behalf=False):
    """Yjs update bytes for a section's text, in the client's own batches."""

    section: Id
    schema: int
    update: bytes


class VisionCursor(Command, tag="vision.cursor", who=every_member, offline="refused", on_behalf=False):
    """A Yjs awareness update of this client, passed on to who has the section open."""

    section: Id
    update: bytes


class VisionClose(Command, tag="vision.close", who=every_member, offline="refused", on_behalf=False):
    """Stop following a section's text."""

    section: Id
