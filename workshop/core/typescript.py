"""The catalogue in TypeScript: the browser's types, its table of operations and its traits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import inspect

from workshop.core.feature import Catalogue
from workshop.core.schema import Fact


def plain(kind: inspect.Type) -> inspect.Type:
    """Return a type without its bounds."""
    return kind.type if isinstance(kind, inspect.Metadata) else kind


def type_of(kind: inspect.Type) -> str:
    """Return a field's type in TypeScript."""
    kind = plain(kind)
    if isinstance(kind, inspect.StructType):
        return kind.cls.__name__
    if isinstance(kind, inspect.UnionType):
        return " | ".join(type_of(part) for part in kind.types)
    if isinstance(kind, inspect.LiteralType):
        return " | ".join(json.dumps(value) for value in kind.values)
    if isinstance(kind, inspect.ListType):
        inner = type_of(kind.item_type)
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if isinstance(kind, inspect.TupleType):
        return f"[{', '.join(type_of(part) for part in kind.item_types)}]"
    if isinstance(kind, inspect.DictType):
        return f"Record<string, {type_of(kind.value_type)}>"
    simple: dict[type[inspect.Type], str] = {
        inspect.StrType: "string",
        inspect.IntType: "number",
        inspect.FloatType: "number",
        inspect.BoolType: "boolean",
        inspect.NoneType: "null",
        inspect.BytesType: "Uint8Array",
    }
    return simple[type(kind)]


def fields_of(struct: type[msgspec.Struct]) -> Iterator[inspect.Field]:
    """Return the fields of a record, command or fact."""
    described = inspect.type_info(struct)
    if isinstance(described, inspect.StructType):
        yield from described.fields


def interface(struct: type[msgspec.Struct], optional: bool, skip: tuple[str, ...] = ()) -> str:
    """Return the lines of a TypeScript interface. `optional`: a field with a default may be left out."""
    lines = []
    for field in fields_of(struct):
        if field.name in skip:
            continue
        mark = "?" if optional and not field.required else ""
        lines.append(f"  {field.name}{mark}: {type_of(field.type)};")
    return "\n".join(lines)


def parts_of(structs: Iterable[type[msgspec.Struct]]) -> list[type[msgspec.Struct]]:
    """Return the structs that these hold in their fields, each once, after those that it holds itself."""
    found: dict[type[msgspec.Struct], None] = {}
    for struct in structs:
        for field in fields_of(struct):
            for part in _held(field.type):
                found.update(dict.fromkeys([*parts_of([part]), part]))
    return list(found)


def _held(kind: inspect.Type) -> Iterator[type[msgspec.Struct]]:
    kind = plain(kind)
    if isinstance(kind, inspect.StructType):
        yield kind.cls
    elif isinstance(kind, inspect.ListType):
        yield from _held(kind.item_type)
    elif isinstance(kind, inspect.UnionType):
        for part in kind.types:
            yield from _held(part)


def typescript(catalogue: Catalogue, choices: Mapping[str, Iterable[object]]) -> str:
    """Return the TypeScript module: records, commands with their traits, facts, operations.

    Args:
        catalogue: what there is.
        choices: lists that both sides know, by the name of the constant.
    """
    out = ["// Made from the catalogue by `python -m workshop.catalogue ts`. Do not edit."]
    out += _records(catalogue)
    out += _commands(catalogue)
    out += _facts(catalogue)
    out += [
        f"export const {name} = {json.dumps(list(values), ensure_ascii=False)} as const;"
        for name, values in choices.items()
    ]
    return "\n\n".join(out) + "\n"


def _records(catalogue: Catalogue) -> Iterator[str]:
    for part in parts_of(catalogue.records.values()):
        yield f"export interface {part.__name__} {{\n{interface(part, False)}\n}}"
    for record in catalogue.records.values():
        yield f"export interface {record.__name__} {{\n{interface(record, False)}\n}}"
    names = "\n".join(f"  {n}: Record<string, {e.__name__}>;" for n, e in catalogue.records.items())
    yield f"export interface Collections {{\n{names}\n}}"
    yield f"export const COLLECTIONS = {json.dumps(list(catalogue.records))} as const;"


def _commands(catalogue: Catalogue) -> Iterator[str]:
    for part in parts_of(catalogue.commands.values()):
        yield f"export interface {part.__name__} {{\n{interface(part, True)}\n}}"
    commands, traits = [], []
    for name, command in catalogue.commands.items():
        body = interface(command, True, skip=("command",)).replace("\n", "\n  ")
        commands.append(f'  "{name}": {{\n  {body}\n  }};')
        # What goes for most commands is left out: every phone fetches this table.
        what = {"offline": command.offline, **({"on_behalf": True} if command.on_behalf else {})}
        traits.append(f'  "{name}": {json.dumps(what)},')
    yield "export interface Commands {\n" + "\n".join(commands) + "\n}"
    offline = '"kept" | "waits" | "refused"'
    yield f"export interface CommandTraits {{ offline: {offline}; on_behalf?: true }}"
    yield (
        "export const COMMAND_TRAITS: Record<keyof Commands, CommandTraits> = {\n"
        + "\n".join(traits)
        + "\n};"
    )


def _facts(catalogue: Catalogue) -> Iterator[str]:
    facts = []
    for name, fact in catalogue.facts.items():
        body = interface(fact, False).replace("\n", "\n  ")
        facts.append(f'  | {{\n    type: "{name}";\n  {body}\n  }}')
    yield "export type Fact =\n" + "\n".join(facts) + ";"
    yield (
        'export interface Op { kind: "put" | "patch" | "drop"; collection: keyof Collections; '
        "field: string; fields?: readonly string[] }"
    )
    rows = "\n".join(f'  "{name}": {_op(fact)},' for name, fact in catalogue.facts.items())
    yield 'export const OPS: Record<Fact["type"], Op> = {\n' + rows + "\n};"


def _op(fact: type[Fact]) -> str:
    op = fact.op
    fields = {"fields": list(op.fields)} if op.fields else {}
    return json.dumps({"kind": op.kind, "collection": op.collection, "field": op.field, **fields})
