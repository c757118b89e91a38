"""What every command carries."""

from __future__ import annotations

import msgspec

from workshop.entities import Id


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What every command carries. `command` makes a resend harmless: the same id is
    carried out once. `as_member`: the core team types for somebody without a phone."""

    command: Id
    as_member: Id | None = None
