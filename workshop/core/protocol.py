"""The catalogue in words: the reference part of docs/protocol.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import inspect

from workshop.core.feature import Catalogue
from workshop.core.schema import Command, Fact, Record
from workshop.core.typescript import fields_of, parts_of, plain

_OFFLINE = {
    "kept": "kept on the device until it is acknowledged",
    "waits": "waits in memory until it is acknowledged",
    "refused": "not sent later",
}


def _describe(kind: inspect.Type) -> str:
    """Say a field's type and its bounds in words a client's author can build on."""
    kind = plain(kind)
    if isinstance(kind, inspect.UnionType):
        return " or ".join(_describe(part) for part in kind.types)
    if isinstance(kind, inspect.LiteralType):
        return " / ".join(f"`{json.dumps(value)}`" for value in kind.values)
    if isinstance(kind, inspect.ListType):
        most = f", at most {kind.max_length}" if kind.max_length else ""
        return f"list of ({_describe(kind.item_type)}){most}"
    if isinstance(kind, inspect.DictType):
        return f"object of {_describe(kind.value_type)}"
    if isinstance(kind, inspect.StructType):
        return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
    if isinstance(kind, inspect.StrType):
        if kind.pattern:
            # In Python a `$` would let a line end through; elsewhere it says what is meant.
            return f"text `{kind.pattern.replace(chr(92) + 'Z', '$')}`"
        low, high = kind.min_length, kind.max_length
        return f"text, {low or 0}–{high} characters" if high else "text"
    if isinstance(kind, inspect.IntType):
        bounds = f", {kind.ge}–{kind.le}" if kind.le is not None else ""
        return f"whole number{bounds}"
    words: dict[type[inspect.Type], str] = {
        inspect.BoolType: "true or false",
        inspect.NoneType: "null",
        inspect.BytesType: "binary",
        inspect.FloatType: "number",
    }
    return words[type(kind)]


def _table(struct: type[msgspec.Struct], skip: tuple[str, ...] = ()) -> list[str]:
    rows = ["| field | value | default |", "| --- | --- | --- |"]
    for field in fields_of(struct):
        if field.name in skip:
            continue
        default: Any = "required" if field.required else f"`{json.dumps(_default(field))}`"
        rows.append(f"| `{field.name}` | {_describe(field.type).replace('|', chr(92) + '|')} | {default} |")
    return rows if len(rows) > 2 else ["No fields."]


def _default(field: inspect.Field) -> Any:
    if field.default is not msgspec.NODEFAULT:
        return "" if isinstance(field.default, bytes) else field.default
    return field.default_factory()


def _doc(struct: type[msgspec.Struct]) -> str:
    return " ".join((struct.__doc__ or "").split())


def markdown(catalogue: Catalogue, messages: Mapping[str, str]) -> str:
    """Return the reference part of docs/protocol.md.

    Args:
        catalogue: what there is.
        messages: every error code with its message.
    """
    out = ["## Records", ""]
    for name, record in catalogue.records.items():
        out += _record(name, record)
    out += _parts(catalogue.records.values())
    out += ["## Commands", ""]
    for name, command in catalogue.commands.items():
        out += command_lines(name, command)
    out += _parts(catalogue.commands.values())
    out += ["## Facts", ""]
    for name, fact in catalogue.facts.items():
        out += _fact(name, fact)
    out += ["## Error codes", "", "| code | message (English) |", "| --- | --- |"]
    out += [f"| `{code}` | {message} |" for code, message in messages.items()]
    return "\n".join(out) + "\n"


def _record(name: str, record: type[Record]) -> Iterator[str]:
    yield from (f"### {record.__name__}", "", f"Collection `{name}`. {_doc(record)}", "", *_table(record), "")


def _parts(structs: Iterable[type[msgspec.Struct]]) -> Iterator[str]:
    for part in parts_of(structs):
        yield from (f"### {part.__name__}", "", _doc(part), "", *_table(part), "")


def command_lines(name: str, command: type[Command]) -> Iterator[str]:
    """Return the lines about one command: what it is for, who may give it, its fields."""
    traits = f"Who: `{command.who.name}`. Without a connection: {_OFFLINE[command.offline]}."
    if command.on_behalf:
        traits += " May be given with `as_member`."
    rows = _table(command, skip=("command", "as_member"))
    yield from (f"### `{name}`", "", _doc(command), "", traits, "", *rows, "")


def _fact(name: str, fact: type[Fact]) -> Iterator[str]:
    op = fact.op
    does = {"put": "puts the record in", "patch": "patches", "drop": "drops the record named by"}[op.kind]
    detail = f"; sets {', '.join(f'`{f}`' for f in op.fields)}" if op.fields else ""
    yield from (
        f"### `{name}`",
        "",
        _doc(fact),
        "",
        f"Does: {does} `{op.field}` in `{op.collection}`{detail}.",
        "",
        *_table(fact),
        "",
    )
