"""Who sees what: pure functions. What they hold back never leaves the server.

Facts are redacted for every viewer, and so is the first snapshot: the same rule for
both, so that folding what one sees gives what one may see.
"""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec.structs import replace

from workshop.core.schema import Fact, Record
from workshop.core.sight import EVERYBODY, Sight
from workshop.core.state import State

R = TypeVar("R", bound=Record)


def see(record: R, member: str | None) -> R | None:
    """Return the record as the member may see it, or None when it may not be seen at all."""
    sight: Sight[R] = record.sight
    if sight is EVERYBODY:
        return record
    return (
        sight.own(record) if member is not None and member in sight.owners(record) else sight.public(record)
    )


def owners_of(record: Record) -> frozenset[str]:
    """Return the members who see more of this record than everybody else."""
    return record.sight.owners(record)


def owners(fact: Fact) -> frozenset[str]:
    """Return the members who see more of this fact than everybody else."""
    only_for = type(fact).only_for
    if only_for is not None:
        return only_for(fact)
    return owners_of(getattr(fact, fact.op.field)) if fact.op.kind == "put" else frozenset()


def redact(fact: Fact, member: str | None) -> Fact | None:
    """Return the fact as the member may see it, or None when nothing of it may be seen.

    Args:
        fact: what happened, in full.
        member: the viewer; None stands for everybody who owns nothing in it.
    """
    only_for = type(fact).only_for
    if only_for is not None:
        return fact if member in only_for(fact) else None
    if fact.op.kind != "put":
        return fact
    record: Record = getattr(fact, fact.op.field)
    if record.sight is EVERYBODY:
        return fact
    seen = see(record, member)
    if seen is None:
        return None
    return fact if seen is record else replace(fact, **{fact.op.field: seen})


def view(state: State, member: str | None) -> State:
    """Return the state as this member may see it."""
    seen: dict[str, dict[str, Any]] = {}
    for name, records in state.collections.items():
        shown = ((key, see(record, member)) for key, record in records.items())
        seen[name] = {key: record for key, record in shown if record is not None}
    return State(seen, state.seq)


def owned(state: State) -> dict[str, dict[str, list[Any]]]:
    """Return, per member, the records of which that one sees more than everybody: collection -> records.

    `view(state, member)` is `view(state, None)` with these laid over it, so that a newcomer's state
    can be encoded once for everybody.
    """
    found: dict[str, dict[str, list[Any]]] = {}
    for name, records in state.collections.items():
        for record in records.values():
            if record.sight is EVERYBODY:
                break
            for member in owners_of(record):
                found.setdefault(member, {}).setdefault(name, []).append(see(record, member))
    return found
