"""Facts and state in the database: written together, read back as the same state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from typing import Any, Union

import msgspec
from sqlalchemy import Connection, Insert, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workshop.entities import COLLECTIONS
from workshop.events import FACTS, Fact
from workshop.models import COLLECTION_TABLES, FactRow
from workshop.state import State, subject
from workshop.statements import Writing, ask

_facts: Table = FactRow.metadata.tables["facts"]
_communities: Table = FactRow.metadata.tables["communities"]
_decode: Callable[[str], Fact] = msgspec.json.Decoder(Union[FACTS]).decode  # noqa: UP007
_encode = msgspec.json.encode
# Built once: making a statement costs more than carrying it out.
_INSERT_FACTS = Writing(_facts, lambda _dialect: insert(_facts))
_LAST_SEQ = select(func.max(_facts.c.seq)).where(_facts.c.community_id == bindparam("community"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A fact with its number in the community's log, and the command it came from."""

    seq: int
    fact: Fact
    command: str | None = None


def read_state(conn: Connection, community_id: str) -> State | None:
    """Return a community's state from its tables, or None when there is no such community."""
    state = State()
    for name, record in COLLECTIONS.items():
        table = COLLECTION_TABLES[name]
        columns = [table.c[field] for field in record.__struct_fields__]
        for row in conn.execute(select(*columns).where(table.c.community_id == community_id)):
            state.collections[name][row.id] = msgspec.convert(row._mapping, record, from_attributes=False)
    state.seq = last_seq(conn, community_id)
    known = select(_communities.c.id).where(_communities.c.id == community_id)
    if state.seq == 0 and conn.scalar(known) is None:
        return None
    return state.index()


def last_seq(conn: Connection, community_id: str) -> int:
    """Return the number of a community's last fact; 0 when there is none."""
    return int(conn.execute(_LAST_SEQ, {"community": community_id}).scalar() or 0)


def facts_since(conn: Connection, community_id: str, seq: int) -> list[Numbered]:
    """Return the facts after a number, in order, without the erased ones."""
    query = (
        select(_facts.c.seq, _facts.c.body)
        .where(_facts.c.community_id == community_id, _facts.c.seq > seq, _facts.c.body.is_not(None))
        .order_by(_facts.c.seq)
    )
    return [Numbered(row.seq, _decode(row.body)) for row in conn.execute(query)]


def carried_out(conn: Connection, community_id: str, commands: Sequence[str]) -> dict[str, int]:
    """Return which of these commands were carried out before, with their last fact's number."""
    # Few lengths, so that the database knows the question already; asking twice for one does no harm.
    marks = 1 << (len(commands) - 1).bit_length()
    asked = [*commands, *[commands[-1]] * (marks - len(commands))]
    places = ", ".join("?" * marks)
    return dict(ask(
        conn,
        "SELECT command, max(seq) FROM facts"  # noqa: S608 - only question marks are put in
        f" WHERE community_id = ? AND command IN ({places}) GROUP BY command",
        [community_id, *asked],
    ))


def write(
    conn: Connection, community_id: str, state: State, facts: Sequence[Numbered], now: datetime
) -> None:
    """Write facts to the log and the records they touched to their tables.

    Args:
        conn: the caller's transaction.
        community_id: whose facts.
        state: the state with these facts folded in.
        facts: in order, numbered on from the last one.
        now: the time that goes with them.
    """
    # The day only: a moment would tell whose phone was busy when a card without name came.
    day = datetime.combine(now, time())
    erased = _erased(facts)
    _INSERT_FACTS.run(conn, [
        {
            "community_id": community_id, "seq": n.seq, "at": day, "subject": "/".join(subject(n.fact)),
            "body": None if erased and erased.get(subject(n.fact), 0) > n.seq else _encode(n.fact).decode(),
            "command": n.command,
        }
        for n in facts
    ])
    if erased:
        _erase(conn, community_id, erased, before=facts[0].seq)
    _write_records(conn, community_id, state, dict.fromkeys(subject(n.fact) for n in facts))


def _erased(facts: Sequence[Numbered]) -> dict[tuple[str, str], int]:
    """Return the records of which these facts erase what was said before: subject -> the last such number."""
    return {subject(numbered.fact): numbered.seq for numbered in facts if numbered.fact.op.erases}


def _erase(conn: Connection, community_id: str, erased: Iterable[tuple[str, str]], before: int) -> None:
    """Empty the facts about these records in the log, those of this batch aside. It reads the community's
    log from end to end: an index only for this would cost every card more than this costs now and then."""
    earlier = (
        _facts.c.community_id == community_id,
        _facts.c.subject.in_(["/".join(one) for one in erased]),
        _facts.c.seq < before,
    )
    conn.execute(update(_facts).where(*earlier).values(body=None))


def _write_records(
    conn: Connection, community_id: str, state: State, touched: Iterable[tuple[str, str]]
) -> None:
    puts: dict[str, list[dict[str, Any]]] = {}
    for collection, key in touched:
        record = state.collections[collection].get(key)
        if record is None:
            table = COLLECTION_TABLES[collection]
            conn.execute(delete(table).where(table.c.community_id == community_id, table.c.id == key))
        else:
            row = msgspec.structs.asdict(record)
            row["community_id"] = community_id
            puts.setdefault(collection, []).append(row)
    for collection, rows in puts.items():
        _upsert(collection).run(conn, rows)


@cache
def _upsert(collection: str) -> Writing:
    table = COLLECTION_TABLES[collection]

    def statement(dialect: str) -> Insert:
        made = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
        values = {c.name: made.excluded[c.name] for c in table.columns if not c.primary_key}
        return made.on_conflict_do_update(index_elements=["community_id", "id"], set_=values)

    return Writing(table, statement)
