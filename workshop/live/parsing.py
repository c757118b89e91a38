"""From a client's event to a typed command: read straight into its type, nothing in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from workshop.catalogue import tag
from workshop.errors import DomainError
from workshop.events import COMMANDS, Command, VisionCursor, VisionOpen, VisionUpdate

TOO_LARGE = "too_large"
"""The event that takes the place of a message that was too large to be read."""
_KINDS = {tag(command): command for command in COMMANDS}
_DECODERS: dict[str, Callable[[msgspec.Raw], Command]] = {
    name: msgspec.json.Decoder(kind).decode for name, kind in _KINDS.items()
}
_BINARY = frozenset(tag(command) for command in (VisionOpen, VisionUpdate, VisionCursor))
"""Commands with binary parts, which JSON cannot hold."""
_event: Callable[[str], tuple[str, msgspec.Raw]] = msgspec.json.Decoder(tuple[str, msgspec.Raw]).decode


def read_command(event: str, attachments: list[bytes]) -> Command:
    """Return the command of an event.

    Args:
        event: JSON, [name, fields].
        attachments: its binary parts; a field that is {"_placeholder": true, "num": n} stands for one.

    Raises:
        DomainError: `too_large`, `text.empty`, `text.too_long` or `bad_request`.
    """
    try:
        name, body = _event(event)
    except (msgspec.MsgspecError, RecursionError):
        raise DomainError("too_large" if event.startswith(f'["{TOO_LARGE}"') else "bad_request") from None
    decode = _DECODERS.get(name)
    if decode is None:
        raise DomainError("bad_request")
    try:
        if attachments or name in _BINARY or b'"type"' in bytes(body):
            return _with_parts(name, body, attachments)
        return decode(body)
    except msgspec.ValidationError as error:
        detail = str(error)
        if "of length >=" in detail:
            raise DomainError("text.empty", detail=detail) from None
        if "of length <=" in detail:
            raise DomainError("text.too_long", detail=detail) from None
        raise DomainError("bad_request", detail=detail[:200]) from None
    except (msgspec.DecodeError, RecursionError):
        raise DomainError("bad_request") from None


def _with_parts(name: str, body: msgspec.Raw, attachments: list[bytes]) -> Command:
    fields: dict[str, Any] = msgspec.json.decode(body, type=dict[str, Any])
    if "type" in fields:
        raise DomainError("bad_request")
    for key, value in fields.items():
        if isinstance(value, dict) and value.get("_placeholder") is True:
            place = value.get("num")
            if not isinstance(place, int) or not 0 <= place < len(attachments):
                raise DomainError("bad_request")
            fields[key] = attachments[place]
    fields["type"] = name
    command: Command = msgspec.convert(fields, _KINDS[name], builtin_types=(bytes,))
    return command
