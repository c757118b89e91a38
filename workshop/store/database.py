"""The database: one engine, its pragmas, and the unit of work with what follows the commit."""

from __future__ import annotations

import logging
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import SQLITE_BUSY
from time import monotonic, sleep
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

log = logging.getLogger(__name__)

BUSY_MS = 50
"""How long SQLite itself waits for another process: nobody else is served meanwhile."""
CHECKPOINT_PAGES = 4000
"""Pages (4 KiB) that the write-ahead file of SQLite grows to before they are put in their place."""
CACHE_KIB = 16_384
"""Memory for pages per connection; a full batch fits, so that none is written twice."""
PATIENCE = 5.0
"""Seconds that a transaction waits for another one to end, while others are served."""


@dataclass
class UnitOfWork:
    """One transaction, and what is to be done once it is committed."""

    conn: Connection
    _after: list[Callable[[], None]] = field(default_factory=list)
    _gathered: dict[Hashable, list[Any]] = field(default_factory=dict)

    def after_commit(self, action: Callable[[], None]) -> None:
        """Do this when, and only when, the transaction is in the database."""
        self._after.append(action)

    def gather(self, key: Hashable, item: Any, action: Callable[[list[Any]], None]) -> None:
        """Collect what belongs together; `action` gets all items of a key at once, after the commit."""
        items = self._gathered.setdefault(key, [])
        if not items:
            self.after_commit(lambda: action(items))
        items.append(item)


class Database:
    """Opens transactions on SQLite (nothing to install) or PostgreSQL.

    Args:
        url: SQLAlchemy's address of the database.
        synchronous: SQLite only: how hard a commit is pressed to the disk.
    """

    def __init__(self, url: str, synchronous: str = "FULL") -> None:
        self.url = url
        self.engine = _engine(url, synchronous)
        self._kept: Connection | None = None

    @property
    def is_sqlite(self) -> bool:
        """Tell whether the database is a file of its own."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def unit(self, kept: bool = False) -> Iterator[UnitOfWork]:
        """Open a transaction that writes; commit at the end, roll back on any error.

        Args:
            kept: on a connection that stays open for the next one. Only one caller at a time may want that.
        """
        conn = self._kept if kept else None
        if conn is None:
            conn = self.engine.connect().execution_options(writes=True)
        try:
            with conn.begin():
                work = UnitOfWork(conn)
                yield work
        except BaseException:
            # It may be broken: the next one gets another.
            self._kept = None if kept else self._kept
            conn.close()
            raise
        if kept:
            self._kept = conn
        else:
            conn.close()
        for action in work._after:
            try:
                action()
            except Exception:
                # It is committed: this must not look as if nothing had changed.
                log.exception("after the commit")

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Open a transaction that writes."""
        with self.unit() as work:
            yield work.conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Open a transaction that only reads, and never waits for a writer."""
        with self.engine.connect() as conn, conn.begin():
            yield conn

    def sweep(self) -> bool:
        """SQLite: empty the write-ahead file, which still holds what was erased since.

        Returns: whether it is empty; not while somebody reads.
        """
        if not self.is_sqlite:
            return True
        connection = self.engine.raw_connection()
        try:
            cursor = connection.cursor()
            # Nobody's card waits for a reader to be done: then the next time.
            cursor.execute("PRAGMA busy_timeout=0")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            return not busy
        finally:
            connection.close()

    def close(self) -> None:
        """Close every connection."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self.engine.dispose()


def _json(value: object) -> str:
    # The records of the state hold structs, which the standard library does not write.
    return msgspec.json.encode(value).decode()


def _engine(url: str, synchronous: str) -> Engine:
    # hide_parameters: an error in the log must not hold somebody's words.
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(
            url,
            pool_size=10,
            max_overflow=10,
            pool_pre_ping=True,
            hide_parameters=True,
            json_serializer=_json,
        )
    path = make_url(url).database
    if path:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        # Only for whoever runs the server; SQLite makes its side files alike.
        Path(path).touch(0o600)
    engine = create_engine(
        url,
        connect_args={"check_same_thread": False, "timeout": 10},
        hide_parameters=True,
        json_serializer=_json,
    )

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: Any, _record: object) -> None:
        # The driver's own BEGIN comes too late for a write lock; ours is sent below.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            f"synchronous={synchronous}",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_MS}",
            # What was withdrawn is overwritten, not just unlinked.
            "secure_delete=ON",
            # In a full room the same pages change again and again: they are copied to their place less often.
            f"wal_autocheckpoint={CHECKPOINT_PAGES}",
            f"cache_size=-{CACHE_KIB}",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(conn: Connection) -> None:
        if conn.get_execution_options().get("writes"):
            _begin_to_write(conn)
        else:
            conn.exec_driver_sql("BEGIN")

    return engine


def _begin_to_write(conn: Connection) -> None:
    deadline = monotonic() + PATIENCE
    while True:
        try:
            conn.exec_driver_sql("BEGIN IMMEDIATE")
            return
        except OperationalError as error:
            busy = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF == SQLITE_BUSY
            if not busy or monotonic() > deadline:
                raise
            sleep(0.02)
