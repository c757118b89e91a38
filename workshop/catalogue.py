"""The catalogue as other programs read it: TypeScript for the browser, tables for the docs.

`python -m workshop.catalogue ts` prints the browser's types and its table of operations;
`python -m workshop.catalogue protocol` renews the reference part of docs/protocol.md.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import msgspec
from msgspec import inspect

from workshop import entities, permissions
from workshop.errors import MESSAGES
from workshop.events import COMMANDS, FACTS, Command, Fact
from workshop.languages import LANGUAGES

# Temporary: until every command class declares its own traits. `kept`: the device keeps it until the
# server has it; `refused`: useless later, so refused at once without a connection; the others wait in
# memory. `on_behalf`: the core team may give it in the name of somebody without a phone.
TEMPORARY_OFFLINE = {
    "kept": frozenset({
        "topic.set", "card.add", "card.edit", "card.move", "card.withdraw", "card.quote", "card.group",
        "theme.add", "theme.rename", "theme.remove", "dots.open", "dots.close", "dot.place", "dot.take",
        "term.ask", "term.explain", "term.say", "term.settle", "term.remove", "consent.answer",
        "agreement.add", "agreement.edit", "agreement.remove", "wording.accept", "wording.reopen",
    }),
    "refused": frozenset({
        "enter", "writing", "language.check", "vision.open", "vision.update", "vision.cursor", "vision.close",
    }),
}  # fmt: skip
TEMPORARY_ON_BEHALF = frozenset({
    "card.add", "card.edit", "card.withdraw", "card.quote", "dot.place", "dot.take",
    "term.ask", "term.explain", "term.say", "term.settle", "consent.answer",
})  # fmt: skip


def tag(struct: type[msgspec.Struct]) -> str:
    """Return a command's or fact's name on the wire."""
    return str(struct.__struct_config__.tag)


def _plain(kind: inspect.Type) -> inspect.Type:
    return kind.type if isinstance(kind, inspect.Metadata) else kind


def _ts(kind: inspect.Type) -> str:
    kind = _plain(kind)
    if isinstance(kind, inspect.StructType):
        return kind.cls.__name__
    if isinstance(kind, inspect.UnionType):
        return " | ".join(_ts(part) for part in kind.types)
    if isinstance(kind, inspect.LiteralType):
        return " | ".join(json.dumps(value) for value in kind.values)
    if isinstance(kind, inspect.ListType):
        inner = _ts(kind.item_type)
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if isinstance(kind, inspect.DictType):
        return f"Record<string, {_ts(kind.value_type)}>"
    simple: dict[type[inspect.Type], str] = {
        inspect.StrType: "string", inspect.IntType: "number", inspect.FloatType: "number",
        inspect.BoolType: "boolean", inspect.NoneType: "null", inspect.BytesType: "Uint8Array",
    }
    return simple[type(kind)]


def _fields(struct: type[msgspec.Struct]) -> Iterator[inspect.Field]:
    described = inspect.type_info(struct)
    if isinstance(described, inspect.StructType):
        yield from described.fields


def _interface(struct: type[msgspec.Struct], optional: bool, skip: tuple[str, ...] = ()) -> str:
    lines = []
    for field in _fields(struct):
        if field.name in skip:
            continue
        mark = "?" if optional and not field.required else ""
        lines.append(f"  {field.name}{mark}: {_ts(field.type)};")
    return "\n".join(lines)


def typescript() -> str:
    """Return the TypeScript module: records, commands with their traits, facts, operations, choices."""
    out = ["// Made from the catalogue by `python -m workshop.catalogue ts`. Do not edit."]
    for entity in entities.COLLECTIONS.values():
        out.append(f"export interface {entity.__name__} {{\n{_interface(entity, False)}\n}}")
    names = "\n".join(f"  {n}: Record<string, {e.__name__}>;" for n, e in entities.COLLECTIONS.items())
    out.append(f"export interface Collections {{\n{names}\n}}")
    out.append(f"export const COLLECTIONS = {json.dumps(list(entities.COLLECTIONS))} as const;")
    commands = []
    for command in COMMANDS:
        body = _interface(command, True, skip=("command",)).replace("\n", "\n  ")
        commands.append(f'  "{tag(command)}": {{\n  {body}\n  }};')
    out.append("export interface Commands {\n" + "\n".join(commands) + "\n}")
    facts = []
    for fact in FACTS:
        body = _interface(fact, False).replace("\n", "\n  ")
        facts.append(f'  | {{\n    type: "{tag(fact)}";\n  {body}\n  }}')
    out.append("export type Fact =\n" + "\n".join(facts) + ";")
    out.append(
        'export interface Op { kind: "put" | "patch" | "drop"; collection: keyof Collections; '
        "field: string; fields: readonly string[] }"
    )
    rows = "\n".join(f'  "{tag(fact)}": {_op(fact)},' for fact in FACTS)
    out.append('export const OPS: Record<Fact["type"], Op> = {\n' + rows + "\n};")
    out.append(
        'export interface CommandTraits { offline: "kept" | "waits" | "refused"; on_behalf: boolean; '
        'who: "member" | "core_team" | "facilitator" }'
    )
    rows = "\n".join(f'  "{tag(command)}": {_traits(command)},' for command in COMMANDS)
    out.append("export const COMMAND_TRAITS: Record<keyof Commands, CommandTraits> = {\n" + rows + "\n};")
    for constant, choices in (
        ("ROLES", entities.Role), ("SEATS", entities.Seat), ("ORGANISATIONS", entities.Organisation),
    ):  # fmt: skip
        out.append(f"export const {constant} = {json.dumps(get_args(choices))} as const;")
    languages = [language._asdict() for language in LANGUAGES]
    out.append(f"export const LANGUAGES = {json.dumps(languages, ensure_ascii=False)} as const;")
    return "\n\n".join(out) + "\n"


def _traits(command: type[Command]) -> str:
    name = tag(command)
    offline = next((kind for kind, names in TEMPORARY_OFFLINE.items() if name in names), "waits")
    who = "core_team" if command in permissions.STEERING else "member"
    if command in permissions.FACILITATOR:
        who = "facilitator"
    return json.dumps({"offline": offline, "on_behalf": name in TEMPORARY_ON_BEHALF, "who": who})


def _op(fact: type[Fact]) -> str:
    op = fact.op
    return json.dumps(
        {"kind": op.kind, "collection": op.collection, "field": op.field, "fields": list(op.fields)}
    )


def _describe(kind: inspect.Type) -> str:
    """Say a field's type and its bounds in words a client's author can build on."""
    kind = _plain(kind)
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
        inspect.BoolType: "true or false", inspect.NoneType: "null", inspect.BytesType: "binary",
        inspect.FloatType: "number",
    }
    return words[type(kind)]


def _table(struct: type[msgspec.Struct], skip: tuple[str, ...] = ()) -> list[str]:
    rows = ["| field | value | default |", "| --- | --- | --- |"]
    for field in _fields(struct):
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


def markdown() -> str:
    """Return the reference part of docs/protocol.md."""
    out = ["## Records", ""]
    for name, entity in entities.COLLECTIONS.items():
        out += [f"### {entity.__name__}", "", f"Collection `{name}`. {_doc(entity)}", "", *_table(entity), ""]
    out += ["## Commands", ""]
    for command in COMMANDS:
        rows = _table(command, skip=("command", "as_member"))
        out += [f"### `{tag(command)}`", "", _doc(command), "", *rows, ""]
    out += ["## Facts", ""]
    for fact in FACTS:
        op = fact.op
        does = {"put": "puts the record in", "patch": "patches", "drop": "drops the record named by"}[op.kind]
        detail = f"; sets {', '.join(f'`{f}`' for f in op.fields)}" if op.fields else ""
        out += [f"### `{tag(fact)}`", "", _doc(fact), "",
                f"Does: {does} `{op.field}` in `{op.collection}`{detail}.", "", *_table(fact), ""]
    out += ["## Error codes", "", "| code | message (English) |", "| --- | --- |"]
    out += [f"| `{code}` | {message} |" for code, message in MESSAGES.items()]
    return "\n".join(out) + "\n"


def renew(document: Path) -> None:
    """Replace the reference part of docs/protocol.md by what the catalogue says now."""
    prose = document.read_text(encoding="utf-8").split("## Records\n")[0]
    document.write_text(prose + markdown(), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["protocol"]:
        renew(Path("docs/protocol.md"))
    else:
        sys.stdout.write(typescript())
