"""The journal: facts and records in the database, written together, read back as the same state."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from typing import Any, Union

import msgspec
from sqlalchemy import Connection, Insert, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workshop.core.feature import Catalogue
from workshop.core.schema import Fact
from workshop.core.state import State, subject
from workshop.store.statements import BulkInsert, select_rows
from workshop.store.tables import CommunityRow, FactRow

_facts: Table = FactRow.metadata.tables["facts"]
_communities: Table = CommunityRow.metadata.tables["communities"]
_encode = msgspec.json.encode
# Built once: making a statement costs more than carrying it out.
_INSERT_FACTS = BulkInsert(_facts, lambda _dialect: insert(_facts))
_LAST_SEQ = select(func.max(_facts.c.seq)).where(_facts.c.community_id == bindparam("community"))


@dataclass(frozen=True, slots=True)
class Numbered:
    """A fact with its number in the community's journal, and the command it came from."""

    seq: int
    fact: Fact
    command: str | None = None


class Journal:
    """Reads and writes communities, in whatever transaction the caller has open.

    Args:
        catalogue: the records and facts that there are.
        tables: collection -> its table.
    """

    def __init__(self, catalogue: Catalogue, tables: Mapping[str, Table]) -> None:
        self._catalogue = catalogue
        self._tables = tables
        kinds = tuple(catalogue.facts.values())
        self._decode: Callable[[str], Fact] = msgspec.json.Decoder(Union[kinds]).decode  # noqa: UP007
        self._upserts = {name: BulkInsert(table, partial(_upsert, table)) for name, table in tables.items()}

    def read_state(self, conn: Connection, community_id: str) -> State | None:
        """Return a community's state from its tables, or None when there is no such community."""
        state = self._catalogue.empty_state()
        for name, record in self._catalogue.records.items():
            table = self._tables[name]
            columns = [table.c[field] for field in record.__struct_fields__]
            for row in conn.execute(select(*columns).where(table.c.community_id == community_id)):
                state.collections[name][row.id] = msgspec.convert(row._mapping, record, from_attributes=False)
            if record.in_order and len(state.collections[name]) > 1:
                state.collections[name] = self._in_order(conn, community_id, name, state.collections[name])
        state.seq = self.last_seq(conn, community_id)
        known = select(_communities.c.id).where(_communities.c.id == community_id)
        if state.seq == 0 and conn.scalar(known) is None:
            return None
        return state

    def _in_order(
        self, conn: Connection, community_id: str, collection: str, records: dict[str, Any]
    ) -> dict[str, Any]:
        """These records in the order of the first fact about each; erased facts keep their number."""
        first = func.min(_facts.c.seq)
        query = (
            select(_facts.c.subject, first)
            .where(_facts.c.community_id == community_id, _facts.c.subject.startswith(f"{collection}/"))
            .group_by(_facts.c.subject)
            .order_by(first)
        )
        ids = [subject.partition("/")[2] for subject, _ in conn.execute(query)]
        return {key: records[key] for key in (*ids, *records) if key in records}

    def last_seq(self, conn: Connection, community_id: str) -> int:
        """Return the number of a community's last fact; 0 when there is none."""
        return int(conn.execute(_LAST_SEQ, {"community": community_id}).scalar() or 0)

    def facts_since(self, conn: Connection, community_id: str, seq: int) -> list[Numbered]:
        """Return the facts after a number, in order, without the erased ones."""
        query = (
            select(_facts.c.seq, _facts.c.body)
            .where(_facts.c.community_id == community_id, _facts.c.seq > seq, _facts.c.body.is_not(None))
            .order_by(_facts.c.seq)
        )
        return [Numbered(row.seq, self._decode(row.body)) for row in conn.execute(query)]

    def carried_out(self, conn: Connection, community_id: str, commands: Sequence[str]) -> dict[str, int]:
        """Return which of these commands were carried out before, with their last fact's number."""
        # Few lengths, so that the database knows the question already; asking twice for one does no harm.
        marks = 1 << (len(commands) - 1).bit_length()
        asked = [*commands, *[commands[-1]] * (marks - len(commands))]
        places = ", ".join("?" * marks)
        return dict(
            select_rows(
                conn,
                "SELECT command, max(seq) FROM facts"  # noqa: S608 - only question marks are put in
                f" WHERE community_id = ? AND command IN ({places}) GROUP BY command",
                [community_id, *asked],
            )
        )

    def write(
        self, conn: Connection, community_id: str, state: State, facts: Sequence[Numbered], now: datetime
    ) -> None:
        """Write facts to the journal and the records they touched to their tables.

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
        _INSERT_FACTS.run(
            conn,
            [
                {
                    "community_id": community_id,
                    "seq": n.seq,
                    "at": day,
                    "subject": "/".join(subject(n.fact)),
                    "body": None
                    if erased and erased.get(subject(n.fact), 0) > n.seq
                    else _encode(n.fact).decode(),
                    "command": n.command,
                }
                for n in facts
            ],
        )
        if erased:
            _erase(conn, community_id, erased, before=facts[0].seq)
        self._write_records(conn, community_id, state, dict.fromkeys(subject(n.fact) for n in facts))

    def _write_records(
        self, conn: Connection, community_id: str, state: State, touched: Iterable[tuple[str, str]]
    ) -> None:
        puts: dict[str, list[dict[str, Any]]] = {}
        for collection, key in touched:
            record = state.collections[collection].get(key)
            if record is None:
                table = self._tables[collection]
                conn.execute(delete(table).where(table.c.community_id == community_id, table.c.id == key))
            else:
                row = msgspec.structs.asdict(record)
                row["community_id"] = community_id
                puts.setdefault(collection, []).append(row)
        for collection, rows in puts.items():
            self._upserts[collection].run(conn, rows)


def _upsert(table: Table, dialect: str) -> Insert:
    made = (sqlite.insert if dialect == "sqlite" else postgresql.insert)(table)
    values = {c.name: made.excluded[c.name] for c in table.columns if not c.primary_key}
    key = ["community_id", "id"]
    # A record may be nothing but its id.
    if not values:
        return made.on_conflict_do_nothing(index_elements=key)
    return made.on_conflict_do_update(index_elements=key, set_=values)


def _erased(facts: Sequence[Numbered]) -> dict[tuple[str, str], int]:
    """Return the records of which these facts erase what was said before: subject -> the last such number."""
    return {subject(numbered.fact): numbered.seq for numbered in facts if numbered.fact.op.erases}


def _erase(conn: Connection, community_id: str, erased: Iterable[tuple[str, str]], before: int) -> None:
    """Empty the facts about these records in the journal, those of this batch aside. It reads the whole
    journal of the community: an index only for this costs every card more than this does now and then."""
    earlier = (
        _facts.c.community_id == community_id,
        _facts.c.subject.in_(["/".join(one) for one in erased]),
        _facts.c.seq < before,
    )
    conn.execute(update(_facts).where(*earlier).values(body=None))
