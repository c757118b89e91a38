"""Hypothesis strategies for records, facts and states, read off the catalogue itself."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from workshop.core.schema import Fact, Record
from workshop.core.state import State
from workshop.features import CATALOGUE
from workshop.features.comments.schema import Unclear
from workshop.features.consent.schema import ConsentAnswer, ConsentTakenBack
from workshop.features.voting.schema import Dot, DotTaken

MEMBERS = ["member-a", "member-b", "member-c"]
"""Few ids, so that facts often meet a record that is there."""
OTHERS = ["record-1", "record-2", "record-3"]

member_ids = st.sampled_from(MEMBERS)
record_ids = st.sampled_from(OTHERS)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
MEMBER_FIELDS = {"author", "member", "owner", "asked_by", "explained_by", "said_by", "settled_by", "typed_by"}


def of_type(kind: inspect.Type, name: str) -> st.SearchStrategy[Any]:
    """Return a strategy for a field's values."""
    if isinstance(kind, inspect.Metadata):
        return of_type(kind.type, name)
    if isinstance(kind, inspect.StructType):
        return records(kind.cls) if issubclass(kind.cls, Record) else parts(kind.cls)
    if isinstance(kind, inspect.UnionType):
        return st.one_of([of_type(part, name) for part in kind.types])
    if isinstance(kind, inspect.LiteralType):
        return st.sampled_from(list(kind.values))
    if isinstance(kind, inspect.ListType):
        return st.lists(of_type(kind.item_type, name), max_size=3)
    if isinstance(kind, inspect.DictType):
        return st.dictionaries(record_ids, st.integers(0, 9), max_size=3)
    if isinstance(kind, inspect.StrType):
        if name in MEMBER_FIELDS:
            return member_ids
        return record_ids if name in ("rank", "card", "theme") else texts
    simple: dict[type[inspect.Type], st.SearchStrategy[Any]] = {
        inspect.IntType: st.integers(0, 2**40),
        inspect.BoolType: st.booleans(),
        inspect.NoneType: st.none(),
    }
    return simple[type(kind)]


@cache
def fields_of(kind: type[msgspec.Struct]) -> tuple[tuple[str, st.SearchStrategy[Any]], ...]:
    """Return every field with its strategy; worked out once."""
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    return tuple((field.name, of_type(field.type, field.name)) for field in described.fields)


def parts(kind: type[msgspec.Struct]) -> st.SearchStrategy[msgspec.Struct]:
    """Return a strategy for what a record holds in a field."""
    return st.fixed_dictionaries(dict(fields_of(kind))).map(lambda values: kind(**values))


@st.composite
def records(draw: st.DrawFn, kind: type[Record]) -> Record:
    """Return a record; a dot, a mark or an answer keeps its owners while it exists, as in the services."""
    values = {name: draw(strategy) for name, strategy in fields_of(kind)}
    values["id"] = "community" if kind is CATALOGUE.records["community"] else draw(record_ids)
    if kind is CATALOGUE.records["members"]:
        values["id"] = draw(member_ids)
    if kind is Dot:
        values["id"] = f"{values['id']}.{values['member']}.{values['typed_by']}"
    if kind is Unclear:
        values["id"] = f"{values['id']}.{values['member']}"
    if kind is ConsentAnswer:
        # What was revealed is never hidden again.
        values["id"] = f"{values['id']}.{values['member']}.{values['revealed']}"
    if kind is CATALOGUE.records["community"]:
        values["timer_seconds"] = draw(st.none() | st.integers(0, 7200))
    for number in ("round", "rev", "level", "number", "dots_budget", "answered", "timer_seconds"):
        if isinstance(values.get(number), int):
            values[number] %= 10_000
    return kind(**values)


@st.composite
def facts(draw: st.DrawFn, kind: type[Fact]) -> Fact:
    """Return a fact of this type."""
    values = {name: draw(strategy) for name, strategy in fields_of(kind)}
    op = kind.op
    if kind is DotTaken:
        values["member"], values["typed_by"] = draw(member_ids), draw(st.none() | member_ids)
        values[op.field] = f"{draw(record_ids)}.{values['member']}.{values['typed_by']}"
    elif kind is ConsentTakenBack:
        # Only an answer that is not revealed yet is taken back.
        values["member"] = draw(member_ids)
        values[op.field] = f"{draw(record_ids)}.{values['member']}.False"
    elif op.kind != "put" and op.collection not in ("community", "seats"):
        values[op.field] = draw(member_ids if op.collection == "members" else record_ids)
    for number in ("answered", "timer_seconds"):
        if isinstance(values.get(number), int):
            values[number] %= 10_000
    return kind(**values)


@st.composite
def states(draw: st.DrawFn, *names: str) -> State:
    """Return a state with a few records in these collections (in all, when none is named)."""
    state = CATALOGUE.empty_state()
    state.seq = draw(st.integers(0, 50))
    for name in names or CATALOGUE.records:
        for record in draw(st.lists(records(CATALOGUE.records[name]), max_size=2)):
            state.collections[name][record.id] = record
    return state


def plain(state: State) -> Any:
    """Return a state as a client reads it from JSON."""
    return msgspec.json.decode(msgspec.json.encode(state.collections))
