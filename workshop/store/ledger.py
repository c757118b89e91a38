"""The ledger: where commands become facts, in the database, in one order per community.

Group commit: while one transaction runs, work queues; the next transaction takes all of it.
After the commit every community's facts go to the publisher as one list, then whoever
waited gets an answer. Nothing is answered or published that is not in the database.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from sqlalchemy import Connection

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.feature import Catalogue
from workshop.core.schema import Command, Fact
from workshop.core.state import State
from workshop.store.broker import Broker
from workshop.store.database import Database, UnitOfWork
from workshop.store.journal import Journal, Numbered

log = logging.getLogger(__name__)

SWEEP_AFTER_S = 10.0
"""Seconds of rest after which what was erased is also gone from the database's side files."""

Effect = Callable[[Connection, str, State, Fact], None]
"""What is written besides, in the transaction of a fact: (transaction, community, state, fact)."""
Run = Callable[[UnitOfWork, Context], list[Fact]]


@dataclass
class Work:
    """One thing to be done in a community, and what came of it.

    `run` decides and may write with the transaction. `after` runs when everything is
    committed and published, so that it sees exactly what every viewer was sent. `settled` is
    told when it is over, whatever came of it.
    """

    community: str
    run: Run
    command: str | None = None
    after: Callable[[State], Any] | None = None
    facts: list[Fact] = field(default_factory=list)
    seq: int = 0
    result: Any = None
    error: DomainError | None = None
    settled: Callable[[Work], None] | None = None


@dataclass
class _Change:
    state: State
    facts: list[Numbered] = field(default_factory=list)


class Ledger:
    """Carries work out, one batch after another.

    Args:
        db: the database.
        journal: reads and writes facts and records.
        catalogue: decides about commands.
        broker: is told what happened, and tells who is connected.
        effects: what is written besides, per kind of fact.
        rolled_back: told which community's work failed: what was made of it in memory is void.
        clock: tells the time.
        keep: how many communities' states stay in memory.
    """

    def __init__(
        self,
        db: Database,
        journal: Journal,
        catalogue: Catalogue,
        broker: Broker,
        *,
        effects: Mapping[type[Fact], Effect] | None = None,
        rolled_back: Callable[[str], None] = lambda community: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        keep: int = 500,
    ) -> None:
        self._db = db
        self._journal = journal
        self._catalogue = catalogue
        self._broker = broker
        self._effects = dict(effects or {})
        self._rolled_back = rolled_back
        self._clock = clock
        self._keep = keep
        self._states: OrderedDict[str, State] = OrderedDict()
        self._told: dict[str, int] = {}
        self._queue: SimpleQueue[Work] = SimpleQueue()
        self._turn = threading.RLock()
        self._started = False
        self._swept = False

    # ------------------------------------------------------------------ for callers

    def state(self, community_id: str) -> State:
        """Return a community's state. Read it, do not change it.

        Raises:
            DomainError: `community.gone`.
        """
        with self._turn, self._db.read() as conn:
            cached = self._states.get(community_id)
            if cached is not None and cached.seq == self._journal.last_seq(conn, community_id) > 0:
                return cached
            return self._load(conn, community_id)

    def facts_since(self, community_id: str, seq: int) -> list[Numbered]:
        """Return the facts after a number, in order, without the erased ones."""
        with self._db.read() as conn:
            return self._journal.facts_since(conn, community_id, seq)

    def carry_out(self, community_id: str, member_id: str, command: Command) -> list[Fact]:
        """Carry out a member's command: authorise, decide, record, publish.

        Returns the facts; none when the command was carried out before.

        Raises:
            DomainError: when it is not allowed or not possible; nothing has changed.
        """
        return self.do(self.command_work(community_id, member_id, command)).facts

    def record(self, community_id: str, decide: Callable[[Context], list[Fact]]) -> list[Fact]:
        """Record what is no command of a member: joining, founding, attending."""
        return self.do(Work(community_id, lambda _unit, context: decide(context))).facts

    def command_work(self, community_id: str, member_id: str, command: Command) -> Work:
        """Return the work of carrying out a member's command."""

        def run(_unit: UnitOfWork, context: Context) -> list[Fact]:
            return self._catalogue.decide(context, member_id, command)

        return Work(community_id, run, command.command)

    def do(self, work: Work) -> Work:
        """Have work done and wait for it.

        Raises:
            DomainError: what went wrong; nothing has changed.
        """
        over = threading.Event()
        work.settled = lambda _work: over.set()
        self.submit(work)
        over.wait()
        if work.error is not None:
            raise work.error
        return work

    def submit(self, work: Work) -> None:
        """Have work done; its `settled` is called when it is over. Does not wait."""
        if not self._started:
            with self._turn:
                self._batch([work])
            return
        self._queue.put(work)

    @property
    def soon(self) -> bool:
        """Whether a batch is about to begin, with which whatever is to be sent can leave."""
        return not self._queue.empty()

    def forget(self, community_id: str) -> None:
        """Drop a community's state from memory; it is read again when needed."""
        self._states.pop(community_id, None)
        self._rolled_back(community_id)

    def end(self, community_id: str) -> None:
        """Forget a community that was thrown away; whoever is connected to it is told."""
        self.forget(community_id)
        self._told.pop(community_id, None)
        self._broker.ended(community_id)

    def start(self) -> None:
        """Start the writer. From then on work is done in batches."""
        if not self._started:
            self._started = True
            threading.Thread(target=self._write_on, name="ledger", daemon=True).start()

    # ------------------------------------------------------------------ the writer

    def _write_on(self) -> None:
        while True:
            try:
                first = self._queue.get(timeout=None if self._swept else SWEEP_AFTER_S)
            except Empty:
                self._swept = bool(self._safely(self._db.sweep))
                continue
            batch = [first]
            while not self._queue.empty():
                batch.append(self._queue.get())
            with self._turn:
                self._batch(batch)

    def _batch(self, batch: list[Work], last_try: bool = False) -> None:
        try:
            self._commit(batch)
        except Exception:
            for community in {work.community for work in batch}:
                self.forget(community)
            if last_try:
                log.exception("work could not be carried out")
                batch[0].error = DomainError("server_error")
                self._settle(batch)
                return
            # One of them spoils the rest, or another process wrote first: each once more, alone.
            for work in batch:
                work.facts, work.error, work.seq = [], None, 0
                self._batch([work], last_try=True)

    def _commit(self, batch: list[Work]) -> None:
        changes: dict[str, _Change] = {}
        now = self._clock()
        with self._db.unit(kept=True) as unit:
            before = self._repeated(unit.conn, batch)
            for work in batch:
                self._one(unit, work, changes, now, before)
            for community, change in changes.items():
                if change.facts:
                    self._journal.write(unit.conn, community, change.state, change.facts, now)
                    self._swept &= not any(numbered.fact.op.erases for numbered in change.facts)
        for community, change in changes.items():
            if change.facts:
                self._told[community] = change.state.seq
                self._safely(self._broker.publish, community, change.facts)
        for work in batch:
            if work.after is not None and work.error is None:
                work.result = self._safely(work.after, changes[work.community].state)
        self._settle(batch)

    def _settle(self, batch: Sequence[Work]) -> None:
        for work in batch:
            if work.settled is not None:
                self._safely(work.settled, work)
        self._safely(self._broker.batch_over)

    def _one(
        self,
        unit: UnitOfWork,
        work: Work,
        changes: dict[str, _Change],
        now: datetime,
        before: dict[tuple[str, str], int],
    ) -> None:
        try:
            change = changes.get(work.community)
            if change is None:
                change = changes[work.community] = _Change(self._current(unit.conn, work.community))
            key = (work.community, work.command or "")
            if key in before:
                work.seq = before[key]
                return
            state = change.state
            context = Context(state, now, partial(self._broker.connected, work.community))
            decided = work.run(unit, context)
        except DomainError as error:
            work.error = error
            return
        facts: list[Fact] = []
        for fact in self._catalogue.carry_through(context, decided):
            facts.append(fact)
            state.seq += 1
            change.facts.append(Numbered(state.seq, fact, work.command))
            effect = self._effects.get(type(fact))
            if effect is not None:
                effect(unit.conn, work.community, state, fact)
        work.facts, work.seq = facts, state.seq
        if work.command is not None and facts:
            before[key] = state.seq

    def _repeated(self, conn: Connection, batch: list[Work]) -> dict[tuple[str, str], int]:
        asked: dict[str, list[str]] = {}
        for work in batch:
            if work.command is not None:
                asked.setdefault(work.community, []).append(work.command)
        return {
            (community, command): seq
            for community, commands in asked.items()
            for command, seq in self._journal.carried_out(conn, community, commands).items()
        }

    def _safely(self, action: Callable[..., Any], *args: Any) -> Any:
        # It is committed: what goes wrong now must not look as if nothing had changed.
        try:
            return action(*args)
        except Exception:
            log.exception("after the commit")
            return None

    # ------------------------------------------------------------------ states in memory

    def _current(self, conn: Connection, community_id: str) -> State:
        state = self._states.get(community_id)
        return state if state is not None else self._load(conn, community_id)

    def _load(self, conn: Connection, community_id: str) -> State:
        self._states.pop(community_id, None)
        state = self._journal.read_state(conn, community_id)
        if state is None:
            raise DomainError("community.gone")
        told = self._told.get(community_id, state.seq)
        if told < state.seq:
            # Another process wrote: whoever is connected here hears of it too.
            self._safely(
                self._broker.publish, community_id, self._journal.facts_since(conn, community_id, told)
            )
        self._told[community_id] = state.seq
        self._states[community_id] = state
        while len(self._states) > self._keep:
            self._states.popitem(last=False)
        return state
