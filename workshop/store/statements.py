"""Statements of the hot path: compiled once, carried out with plain values.

SQLAlchemy prepares every row of an `executemany` anew; for a card that costs more than the database
takes to keep it. Here its compiler and its types do their work once per statement, and the driver gets
the rows within the transaction that SQLAlchemy holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Table

Row = Mapping[str, Any]


class BulkInsert:
    """An insert (or upsert) of whole rows into one table.

    Args:
        table: the table.
        statement: makes the statement for a dialect (by its name); all columns in it come from the row.
    """

    def __init__(self, table: Table, statement: Callable[[str], Insert]) -> None:
        self._table = table
        self._statement = statement
        self._ready: dict[str, _Ready] = {}

    def run(self, conn: Connection, rows: Sequence[Row]) -> None:
        """Write rows.

        Args:
            conn: the caller's transaction.
            rows: values by the names of the columns, the same names in every row.
        """
        if not rows:
            return
        dialect = conn.dialect
        ready = self._ready.get(dialect.name)
        if ready is None or ready.names != rows[0].keys():
            ready = self._ready[dialect.name] = _Ready(self._table, self._statement, dialect, list(rows[0]))
        conn.connection.cursor().executemany(ready.sql, [ready.values(row) for row in rows])


def select_rows(conn: Connection, sql: str, values: Sequence[Any]) -> list[Any]:
    """Return the rows of a query as the driver gives them.

    Args:
        conn: the caller's transaction.
        sql: with a question mark for each value, and none elsewhere.
        values: in the order of the marks.
    """
    cursor = conn.connection.cursor()
    cursor.execute(sql if conn.dialect.paramstyle == "qmark" else sql.replace("?", "%s"), values)
    return list(cursor.fetchall())


class _Ready:
    """The text of a statement for one database, and how its values are made."""

    def __init__(
        self, table: Table, statement: Callable[[str], Insert], dialect: Dialect, names: list[str]
    ) -> None:
        compiled = statement(dialect.name).compile(dialect=dialect, column_keys=names)
        self.sql = str(compiled)
        self.names = set(names)
        self._order: Sequence[str] = compiled.positiontup or list(compiled.params)
        self._positional = compiled.positional
        made = ((name, _maker(table, name, dialect)) for name in self._order)
        self._made = [(place, name, make) for place, (name, make) in enumerate(made) if make is not None]

    def values(self, row: Row) -> Any:
        """The driver's values of a row: in order, or by name, as the database's driver wants them."""
        values = [row[name] for name in self._order]
        for place, _, make in self._made:
            values[place] = make(values[place])
        return tuple(values) if self._positional else dict(zip(self._order, values, strict=True))


def _maker(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    kind = table.c[name].type
    return kind.dialect_impl(dialect).bind_processor(dialect)
