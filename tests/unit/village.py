"""A small community in memory, for tests that read: somebody does something, or is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

import msgspec
import pytest

from workshop import people
from workshop.catalogue import tag
from workshop.decide import decide
from workshop.entities import Card, Member, Role
from workshop.errors import DomainError
from workshop.events import CardAdd, Command, Fact, SeatGiven, StepStarted
from workshop.room import Room
from workshop.state import State, fold

PARENT, OTHER_PARENT, PAPER = "parent-yara", "parent-omar", "parent-paper"
PROFESSIONAL, RESEARCHER, GUEST = "professional-bram", "researcher-rosa", "guest-gijs"
CORE, FACILITATOR = "parent-core-team", "facilitator-fem"
ROLES: dict[str, Role] = {
    PARENT: "parent", OTHER_PARENT: "parent", PAPER: "parent", CORE: "parent", PROFESSIONAL: "professional",
    RESEARCHER: "researcher", GUEST: "guest", FACILITATOR: "professional",
}
"""Everybody of the village, with the role. `CORE` sits in the parents' seat."""

NOW = datetime(2027, 4, 13, 19, 30, tzinfo=UTC)
KEY, OTHER_KEY = "a-secret-of-this-device", "a-secret-of-another-one"
_numbers = count(1)


def make(kind: type[Command], **fields: Any) -> Command:
    """Return a command, checked as if it had come in over the wire."""
    given = {"type": tag(kind), "command": f"command-{next(_numbers):06}", **fields}
    return msgspec.convert(given, kind)


def refusal_of(kind: type[Command], **fields: Any) -> str:
    """Return what is wrong with a command before anybody looks at who gave it."""
    with pytest.raises(msgspec.ValidationError) as wrong:
        make(kind, **fields)
    return str(wrong.value)


class Village:
    """A community in which some steps were started. What its people do is folded at once."""

    def __init__(self, *steps: str) -> None:
        self.state = State()
        self.connected: frozenset[str] = frozenset()
        self.fold(people.found_community("Lindebuurt", "nl"))
        for member, role in ROLES.items():
            self.fold([*people.join(
                self.room, member, member.title(), role, facilitator=member == FACILITATOR
            )])
        paper = msgspec.structs.replace(self.member(PAPER), paper=True)
        self.state.members[PAPER] = paper
        self.fold([SeatGiven(seat=people.SeatHolder(id="parent", member=CORE))])
        for number, step in enumerate(steps, 1):
            self.fold([StepStarted(step=step, visited=list(steps[:number]))])

    @property
    def room(self) -> Room:
        return Room(self.state, NOW, lambda: self.connected)

    def fold(self, facts: list[Fact]) -> list[Fact]:
        fold(self.state, facts)
        return facts

    def do(self, who: str, kind: type[Command], **fields: Any) -> list[Fact]:
        """Carry a command out and return what happened."""
        return self.fold(decide(self.room, who, make(kind, **fields)))

    def refused(self, who: str, kind: type[Command], **fields: Any) -> str:
        """Return the code of the refusal; nothing may have changed."""
        before = self.state.copy()
        with pytest.raises(DomainError) as refused:
            decide(self.room, who, make(kind, **fields))
        assert self.state == before
        return refused.value.code

    def member(self, who: str) -> Member:
        return self.state.members[who]

    def card(self, card: str = "card-0001", who: str = PARENT, **fields: Any) -> Card:
        """Put a card on the board and return it."""
        given = {"board": "dis-2", "column": "story", "text": "Op dinsdag koken wij samen.", **fields}
        self.do(who, CardAdd, card=card, **given)
        return self.state.cards[card]

    def row(self, board: str = "dis-2", column: str = "story") -> list[str]:
        """Return the ids of a column's cards, from top to bottom."""
        there = [c for c in self.state.cards.values() if (c.board, c.column) == (board, column)]
        return [c.id for c in sorted(there, key=lambda c: c.rank)]
