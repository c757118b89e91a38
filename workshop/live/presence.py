"""Entering: what a client is sent of a community; and telling that somebody is writing."""

from __future__ import annotations

import time

from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Fact
from workshop.core.state import State
from workshop.core.visibility import redact
from workshop.features.community.decide import steps_of
from workshop.features.meetings.decide import attend
from workshop.features.members.actors import actor_of
from workshop.features.presence.schema import Enter, Writing
from workshop.handling import Answer, Client, Handlers, Pending, require_member
from workshop.live.publisher import Publisher
from workshop.live.snapshots import Snapshots
from workshop.store.database import UnitOfWork
from workshop.store.ledger import Ledger, Work

REPLAY_LIMIT = 1000
"""Facts after which the whole state is shorter than what was missed."""
MAX_BOARDS = 20
"""Boards on which one client may say to be writing."""


class PresenceHandlers:
    """Handles who comes in and who is writing.

    Args:
        ledger: has the states, and what a returning client missed.
        publisher: sends to the others.
        snapshots: encoded states.
    """

    def __init__(self, ledger: Ledger, publisher: Publisher, snapshots: Snapshots) -> None:
        self._ledger = ledger
        self._publisher = publisher
        self._snapshots = snapshots

    def handlers(self) -> Handlers:
        """Return the commands with what handles them."""
        return {Enter: self._enter, Writing: self._writing}

    def _enter(self, client: Client, command: Enter) -> Pending:
        def settled(state: State) -> Answer:
            actor = None if client.watching else actor_of(state, client.member)
            if actor is None and not client.watching:
                raise DomainError("not_signed_in")
            self._publisher.enter(client)
            client.entered = True
            me = actor and {
                "member": actor.id,
                "steering": actor.steering,
                "facilitator": actor.facilitator,
            }
            answer: Answer = {"ok": True, "seq": state.seq, "me": me, "server_time": int(time.time() * 1000)}
            return {**answer, **self._since(client, state, command.seq)}

        def note_attendance(_unit: UnitOfWork, context: Context) -> list[Fact]:
            if client.watching:
                return []
            require_member(context, client)
            return attend(context, client.member)

        def answer(work: Work) -> Answer:
            if work.result is None:
                raise DomainError("server_error")
            return dict(work.result)

        self._ledger.state(client.community)
        return Pending(Work(client.community, note_attendance, after=settled), answer)

    def _since(self, client: Client, state: State, seq: int) -> Answer:
        if 0 <= seq <= state.seq and state.seq - seq <= REPLAY_LIMIT:
            missed = self._ledger.facts_since(client.community, seq)
            seen = [redact(numbered.fact, client.member) for numbered in missed if numbered.seq <= state.seq]
            return {"facts": [fact for fact in seen if fact is not None]}
        return self._snapshots.of(client.community, state, client.member)

    def _writing(self, client: Client, command: Writing) -> Answer:
        if command.board not in steps_of(self._ledger.state(client.community)):
            raise DomainError("step.unknown")
        if command.on and len(client.writing) < MAX_BOARDS:
            client.writing[command.board] = time.monotonic()
        else:
            client.writing.pop(command.board, None)
        self._publisher.presence_changed(client.community)
        return {"ok": True}
