"""From a client's event to a typed command: read straight into its type, nothing in between."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import inspect

from workshop.core.errors import DomainError
from workshop.core.feature import Catalogue
from workshop.core.schema import Command

TOO_LARGE = "too_large"
"""The event that takes the place of a message that was too large to be read."""
_event: Callable[[str], tuple[str, msgspec.Raw]] = msgspec.json.Decoder(tuple[str, msgspec.Raw]).decode


class Parser:
    """Reads commands.

    Args:
        catalogue: the commands that there are.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._kinds = catalogue.commands
        self._decoders: dict[str, Callable[[msgspec.Raw], Command]] = {
            name: msgspec.json.Decoder(kind).decode for name, kind in self._kinds.items()
        }
        self._binary = frozenset(name for name, kind in self._kinds.items() if _holds_bytes(kind))

    def read(self, event: str, attachments: list[bytes]) -> Command:
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
        decode = self._decoders.get(name)
        if decode is None:
            raise DomainError("bad_request")
        try:
            if attachments or name in self._binary or b'"type"' in bytes(body):
                return self._with_parts(name, body, attachments)
            return decode(body)
        except msgspec.ValidationError as error:
            raise invalid(error) from None
        except (msgspec.DecodeError, RecursionError):
            raise DomainError("bad_request") from None

    def _with_parts(self, name: str, body: msgspec.Raw, attachments: list[bytes]) -> Command:
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
        command: Command = msgspec.convert(fields, self._kinds[name], builtin_types=(bytes,))
        return command


def _holds_bytes(command: type[Command]) -> bool:
    """Tell whether a command has binary parts, which JSON cannot hold."""
    described = inspect.type_info(command)
    return isinstance(described, inspect.StructType) and any(
        isinstance(field.type, inspect.BytesType) for field in described.fields
    )


def invalid(error: msgspec.ValidationError) -> DomainError:
    """Return the refusal of a command that does not fit its type."""
    detail = str(error)
    if "of length >=" in detail:
        return DomainError("text.empty", detail=detail)
    if "of length <=" in detail:
        return DomainError("text.too_long", detail=detail)
    return DomainError("bad_request", detail=detail[:200])
