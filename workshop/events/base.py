"""What every command carries, and what every fact says of itself."""

from __future__ import annotations

from typing import ClassVar, Literal

import msgspec

from workshop.entities import Id


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What every command carries. `command` makes a resend harmless: the same id is
    carried out once. `as_member`: the core team types for somebody without a phone."""

    command: Id
    as_member: Id | None = None


class Op(msgspec.Struct, frozen=True):
    """What a fact does. `kind` put: `field` holds the record. patch: `field` holds the
    record's id and `fields` are set. drop: `field` holds the id of the record that goes.
    `erases`: earlier facts about the same record are wiped from the log."""

    kind: Literal["put", "patch", "drop"]
    collection: str
    field: str
    fields: tuple[str, ...] = ()
    erases: bool = False


class Fact(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Something that happened. Numbered per community when it is recorded."""

    op: ClassVar[Op]


def put(collection: str, field: str, erases: bool = False) -> Op:
    """The record in `field` is there now, whole."""
    return Op("put", collection, field, (), erases)


def patch(collection: str, field: str, *fields: str) -> Op:
    """The record that `field` names has these fields now."""
    return Op("patch", collection, field, fields)


def drop(collection: str, field: str, erases: bool = False) -> Op:
    """The record that `field` names is gone."""
    return Op("drop", collection, field, (), erases)
