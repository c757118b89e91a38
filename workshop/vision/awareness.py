"""Checking cursors. They are passed on, never kept, and say whose they are truthfully."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from workshop.core.errors import DomainError
from workshop.vision.lib0 import Malformed, Reader, written

MAX_BYTES = 4096
MAX_STATES = 8
MAX_STATE = 1024


class _User(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    member: str


class _State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    user: _User
    cursor: dict[str, Any] | None = None


def check_cursor(data: bytes, member: str) -> dict[int, int]:
    """Check that an awareness update speaks of its sender only; returns its clients with their clocks.

    Args:
        data: a y-protocols awareness update.
        member: who sent it; each state's `user.member` must be this id (or the state null).

    Raises:
        DomainError: `vision.bad_cursor`.
    """
    try:
        if len(data) > MAX_BYTES:
            raise Malformed("too large")
        reader = Reader(data)
        clocks: dict[int, int] = {}
        count = reader.uint()
        if not 1 <= count <= MAX_STATES:
            raise Malformed("too many states")
        for _ in range(count):
            client = reader.uint()
            clocks[client] = reader.uint()
            _check_state(reader.string(), member)
        if not reader.done:
            raise Malformed("more bytes than a cursor has")
        return clocks
    except (Malformed, msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise DomainError("vision.bad_cursor") from error


def merge_cursors(cursors: Sequence[bytes]) -> bytes:
    """Return one awareness update that says what these say, each of which `check_cursor` let through."""
    if len(cursors) == 1:
        return cursors[0]
    readers = [Reader(data) for data in cursors]
    return written(sum(reader.uint() for reader in readers)) + b"".join(reader.rest() for reader in readers)


def farewell(clocks: Mapping[int, int]) -> bytes:
    """Return an awareness update that says that these clients have no cursor any more."""
    states = (written(client) + written(clock + 1) + written(4) + b"null" for client, clock in clocks.items())
    return written(len(clocks)) + b"".join(states)


def _check_state(text: str, member: str) -> None:
    if len(text) > MAX_STATE:
        raise Malformed("too large")
    state = msgspec.json.decode(text, type=_State | None)
    if state is not None and state.user.member != member:
        raise Malformed("somebody else")
