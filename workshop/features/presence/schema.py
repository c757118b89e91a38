"""Who is here and who is writing. Nothing of it is kept."""

from __future__ import annotations

from workshop.core.access import every_member
from workshop.core.schema import Command, Key


class Enter(Command, tag="enter", who=every_member, offline="refused", on_behalf=False):
    """First command on a connection. `seq`: the last fact this client has, or -1.
    Answered with the facts since then, or with the whole state."""

    seq: int = -1


class Writing(Command, tag="writing", who=every_member, offline="refused", on_behalf=False):
    """Tell that somebody is writing on a board, not what. Not kept."""

    board: Key
    on: bool
