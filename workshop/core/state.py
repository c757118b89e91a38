"""A community's state: the fold of its facts. The browser folds the same facts the same way."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

import msgspec

from workshop.core.schema import Fact, Record

R = TypeVar("R", bound=Record)


class Index(ABC, Generic[R]):
    """Something derived from a collection, kept up to date by the fold once it was asked for.

    A feature keeps its indexes beside its records; `State.indexed` gives what one holds.
    """

    @abstractmethod
    def empty(self) -> Any:
        """Return what the index holds of an empty collection."""

    @abstractmethod
    def changed(self, held: Any, before: R | None, after: R | None) -> None:
        """Take in that a record came (`before` is None), changed, or went (`after` is None)."""


class Highest(Index[R]):
    """The highest value that was ever there, per group.

    Args:
        group: from a record to its group.
        value: from a record to the value that counts.
    """

    def __init__(self, group: Callable[[R], Hashable], value: Callable[[R], str]) -> None:
        self._group = group
        self._value = value

    def empty(self) -> dict[Hashable, str]:
        """Return no groups."""
        return {}

    def changed(self, held: dict[Hashable, str], before: R | None, after: R | None) -> None:
        """Remember a value that is higher than those before it. What goes leaves its value behind."""
        if after is not None:
            group, value = self._group(after), self._value(after)
            if held.get(group, "") < value:
                held[group] = value


class GroupedBy(Index[R]):
    """The records of each group, by their id.

    Args:
        group: from a record to its group.
    """

    def __init__(self, group: Callable[[R], Hashable]) -> None:
        self._group = group

    def empty(self) -> dict[Hashable, dict[str, R]]:
        """Return no groups."""
        return {}

    def changed(self, held: dict[Hashable, dict[str, R]], before: R | None, after: R | None) -> None:
        """Put the record in its group, and out of the one it was in."""
        if before is not None:
            held.get(self._group(before), {}).pop(before.id, None)
        if after is not None:
            held.setdefault(self._group(after), {})[after.id] = after


@dataclass
class State:
    """All records of one community, and the number of the last fact in them.

    `state[Card]` gives the cards by their id. What indexes hold is worked out when it is first asked for.
    """

    collections: dict[str, dict[str, Any]] = field(default_factory=dict)
    seq: int = 0
    _held: dict[str, dict[Index[Any], Any]] = field(default_factory=dict, compare=False, repr=False)

    def __getitem__(self, record: type[R]) -> dict[str, R]:
        """Return the records of a kind by their id. Read it, do not change it."""
        found = self.collections.get(record.collection)
        if found is None:
            found = self.collections[record.collection] = {}
        return found

    def indexed(self, record: type[R], index: Index[R]) -> Any:
        """Return what an index holds of a collection."""
        held = self._held.setdefault(record.collection, {})
        if index not in held:
            fresh = index.empty()
            for one in self[record].values():
                index.changed(fresh, None, one)
            held[index] = fresh
        return held[index]

    def highest(self, record: type[R], index: Highest[R]) -> Mapping[Hashable, str]:
        """Return the highest value per group."""
        return cast(Mapping[Hashable, str], self.indexed(record, index))

    def group(self, record: type[R], index: GroupedBy[R], group: Hashable) -> Mapping[str, R]:
        """Return the records of one group by their id."""
        found: Mapping[Hashable, Mapping[str, R]] = self.indexed(record, index)
        return found.get(group, {})

    def copy(self) -> State:
        """Return a state that can be folded on without touching this one."""
        return State({name: dict(records) for name, records in self.collections.items()}, self.seq)

    def put(self, collection: str, key: str, record: Any | None) -> None:
        """Let a record be there under its key, or (None) not be there. Only the fold does that."""
        records = self.collections.get(collection)
        if records is None:
            records = self.collections[collection] = {}
        held = self._held.get(collection)
        if held:
            before = records.get(key)
            for index, what in held.items():
                index.changed(what, before, record)
        if record is None:
            records.pop(key, None)
        else:
            records[key] = record


def empty_state(collections: Iterable[str]) -> State:
    """Return a state without records that has all these collections."""
    return State({name: {} for name in collections})


def subject(fact: Fact) -> tuple[str, str]:
    """Return the collection and the id of the one record that a fact is about."""
    value = getattr(fact, fact.op.field)
    return fact.op.collection, value if isinstance(value, str) else value.id


def fold(state: State, facts: Iterable[Fact]) -> State:
    """Apply facts to the state, in place, in order; return it.

    A patch or a drop of a record that is not there changes nothing: the record may have
    been erased, or was never visible to this viewer.
    """
    for fact in facts:
        op = fact.op
        value = getattr(fact, op.field)
        if op.kind == "put":
            state.put(op.collection, value.id, value)
        elif op.kind == "drop":
            state.put(op.collection, value, None)
        else:
            record = state.collections.get(op.collection, {}).get(value)
            if record is not None:
                changed = msgspec.structs.replace(record, **{f: getattr(fact, f) for f in op.fields})
                state.put(op.collection, value, changed)
    return state
