"""The building blocks of a feature's schema: field types, records, commands and facts.

A record, a command and a fact say everything about themselves when their class is made: who sees a
record, who may give a command, what a fact does. A class that leaves one of these out cannot be made,
so nothing is visible or allowed by default.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, cast, dataclass_transform

import msgspec
from msgspec import Meta

from workshop.core.access import Rule
from workshop.core.sight import Sight

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{8,40}\Z", description="by the client, 8-40 characters")]
Key = Annotated[str, Meta(pattern=r"^[A-Za-z0-9._-]{1,60}\Z", description="a name from the phases")]
Name = Annotated[str, Meta(min_length=1, max_length=40)]
Line = Annotated[str, Meta(min_length=1, max_length=200)]
OptionalLine = Annotated[str, Meta(max_length=200)]
Body = Annotated[str, Meta(min_length=1, max_length=800)]
OptionalBody = Annotated[str, Meta(max_length=800)]
Date = Annotated[str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", description="a day, YYYY-MM-DD")]
Lang = Annotated[str, Meta(pattern=r"^[a-z]{2,3}\Z", description="language, ISO 639")]
Secret = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{16,64}\Z", description="kept on the device only")]
Milliseconds = Annotated[int, Meta(extra={"bits": 64})]
"""Milliseconds since 1970: a number that needs 64 bits in a table."""

Offline = Literal["kept", "waits", "refused"]
"""What a browser does with a command while there is no connection. `kept`: on the device, also over a
reload. `waits`: in memory, until the page is closed. `refused`: at once, it makes no sense later."""


_FROZEN: dict[str, Any] = {"frozen": True, "kw_only": True}


class SchemaError(TypeError):
    """A class of a schema does not say all that it has to say about itself."""


class RecordType(msgspec.StructMeta):
    """Makes record classes; see `Record` for their keywords."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        collection: str = "",
        sight: Sight[Any] | None = None,
        in_order: bool = False,
        abstract: bool = False,
        **config: Any,
    ) -> RecordType:
        made = super().__new__(mcls, name, bases, namespace, **{**_FROZEN, **config})
        if not abstract:
            if not collection:
                raise SchemaError(f"{name} does not say in which collection it lives (collection=)")
            if sight is None:
                raise SchemaError(f"{name} does not say who sees it (sight=)")
            record = cast(Any, made)
            record.collection, record.sight, record.in_order = collection, sight, in_order
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record(msgspec.Struct, metaclass=RecordType, abstract=True, frozen=True, kw_only=True):
    """A record of a community's state; `id` is its key within the community.

    Keywords of a class that extends this:
        collection: the collection it lives in; also the name of its table.
        sight: who sees it.
        in_order: whether a state holds them in the order in which they were first put there.
    """

    id: str

    if TYPE_CHECKING:  # msgspec reads the annotations of fields
        collection: ClassVar[str]
        sight: ClassVar[Sight[Any]]
        in_order: ClassVar[bool]


class CommandType(msgspec.StructMeta):
    """Makes command classes; see `Command` for their keywords."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        tag: str | None = None,
        who: Rule | None = None,
        offline: Offline | None = None,
        on_behalf: bool | None = None,
        **config: Any,
    ) -> CommandType:
        made = super().__new__(
            mcls, name, bases, namespace, tag=tag, forbid_unknown_fields=True, **{**_FROZEN, **config}
        )
        if tag is not None:
            said = {"who": who, "offline": offline, "on_behalf": on_behalf}
            missing = [f"{key}=" for key, value in said.items() if value is None]
            if missing:
                raise SchemaError(f"{name} does not say {', '.join(missing)}")
            command = cast(Any, made)
            command.who, command.offline, command.on_behalf = who, offline, on_behalf
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Command(msgspec.Struct, metaclass=CommandType, tag_field="type", frozen=True, kw_only=True):
    """What every command carries. `command` makes a resend harmless: the same id is carried out once.
    `as_member`: the core team types for somebody without a phone.

    Keywords of a class that extends this (a class without a tag is a base for others):
        tag: the command's name on the wire.
        who: who may give it.
        offline: what a browser does with it while there is no connection.
        on_behalf: whether the core team may give it in the name of somebody without a phone.
    """

    command: Id
    as_member: Id | None = None

    if TYPE_CHECKING:
        who: ClassVar[Rule]
        offline: ClassVar[Offline]
        on_behalf: ClassVar[bool]


class Op(msgspec.Struct, frozen=True):
    """What a fact does. `kind` put: `field` holds the record. patch: `field` holds the
    record's id and `fields` are set. drop: `field` holds the id of the record that goes.
    `erases`: earlier facts about the same record are wiped from the journal."""

    kind: Literal["put", "patch", "drop"]
    collection: str
    field: str
    fields: tuple[str, ...] = ()
    erases: bool = False


def put(record: type[Record], field: str, erases: bool = False) -> Op:
    """The record in `field` is there now, whole."""
    return Op("put", record.collection, field, (), erases)


def patch(record: type[Record], field: str, *fields: str) -> Op:
    """The record that `field` names has these fields now."""
    return Op("patch", record.collection, field, fields)


def drop(record: type[Record], field: str, erases: bool = False) -> Op:
    """The record that `field` names is gone."""
    return Op("drop", record.collection, field, (), erases)


class FactType(msgspec.StructMeta):
    """Makes fact classes; see `Fact` for their keywords."""

    def __new__(
        mcls,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        tag: str | None = None,
        only_for: Callable[[Any], frozenset[str]] | None = None,
        **config: Any,
    ) -> FactType:
        made = super().__new__(mcls, name, bases, namespace, tag=tag, **{**_FROZEN, **config})
        if tag is not None:
            if not isinstance(namespace.get("op"), Op):
                raise SchemaError(f"{name} does not say what it does (op)")
            cast(Any, made).only_for = staticmethod(only_for) if only_for else None
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Fact(msgspec.Struct, metaclass=FactType, tag_field="type", frozen=True, kw_only=True):
    """Something that happened. Numbered per community when it is recorded.

    Keywords of a class that extends this:
        tag: the fact's name on the wire.
        only_for: from the fact to the members who may know of it, where the record's sight cannot tell:
            a fact that drops a record which not everybody saw.
    """

    if TYPE_CHECKING:
        op: ClassVar[Op]
        only_for: ClassVar[Callable[[Any], frozenset[str]] | None]


def tag_of(struct: type[msgspec.Struct]) -> str:
    """Return a command's or fact's name on the wire."""
    return str(struct.__struct_config__.tag)


def members(*ids: str | None) -> frozenset[str]:
    """Return the ids that are there, as a set."""
    return frozenset(one for one in ids if one is not None)
