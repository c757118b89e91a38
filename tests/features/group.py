"""A small community in memory, for tests that read: somebody does something, or is refused."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count
from typing import Any

import msgspec
import pytest

from phases import process
from workshop.core.context import Context
from workshop.core.errors import DomainError
from workshop.core.schema import Command, Fact, tag_of
from workshop.features import CATALOGUE
from workshop.features.agenda.schema import StepStarted
from workshop.features.cards.schema import Card, CardAdd
from workshop.features.community import decide as community
from workshop.features.members import decide as members
from workshop.features.members.schema import Member, Role, SeatGiven, SeatHolder
from workshop.features.sections import decide as sections

PARENT, OTHER_PARENT, PAPER = "parent-yara", "parent-omar", "parent-paper"
PROFESSIONAL, RESEARCHER, GUEST = "professional-bram", "researcher-rosa", "guest-gijs"
CORE, FACILITATOR = "parent-core-team", "facilitator-fem"
ROLES: dict[str, Role] = {
    PARENT: "parent",
    OTHER_PARENT: "parent",
    PAPER: "parent",
    CORE: "parent",
    PROFESSIONAL: "professional",
    RESEARCHER: "researcher",
    GUEST: "guest",
    FACILITATOR: "professional",
}
"""Everybody of the group, with the role. `CORE` sits in the parents' seat."""

NOW = datetime(2027, 4, 13, 19, 30, tzinfo=UTC)
KEY, OTHER_KEY = "a-secret-of-this-device", "a-secret-of-another-one"
_numbers = count(1)


def make(kind: type[Command], **fields: Any) -> Command:
    """Return a command, checked as if it had come in over the wire."""
    given = {"type": tag_of(kind), "command": f"command-{next(_numbers):06}", **fields}
    return msgspec.convert(given, kind)


def refusal_of(kind: type[Command], **fields: Any) -> str:
    """Return what is wrong with a command before anybody looks at who gave it."""
    with pytest.raises(msgspec.ValidationError) as wrong:
        make(kind, **fields)
    return str(wrong.value)


class GroupFixture:
    """A community in which some steps were started. What its people do is folded at once.

    Attributes:
        catalogue: the features that there are.
        history: every fact until now.
    """

    catalogue = CATALOGUE

    def __init__(self, *steps: str) -> None:
        self.state = self.catalogue.empty_state()
        self.history: list[Fact] = []
        self.connected: frozenset[str] = frozenset()
        self.fold([*community.found("Lindebuurt", "nl"), *sections.begin(process(), "nl")])
        for member, role in ROLES.items():
            self.fold(
                [*members.join(self.context, member, member.title(), role, facilitator=member == FACILITATOR)]
            )
        paper = msgspec.structs.replace(self.member(PAPER), paper=True)
        self.state[Member][PAPER] = paper
        self.fold([SeatGiven(seat=SeatHolder(id="parent", member=CORE))])
        for number, step in enumerate(steps, 1):
            self.fold([StepStarted(step=step, visited=list(steps[:number]))])

    @property
    def context(self) -> Context:
        return Context(self.state, NOW, lambda: self.connected)

    def fold(self, facts: list[Fact]) -> list[Fact]:
        happened = list(self.catalogue.carry_through(self.context, facts))
        self.history += happened
        return happened

    def do(self, who: str, kind: type[Command], **fields: Any) -> list[Fact]:
        """Carry a command out and return what happened."""
        return self.fold(self.catalogue.decide(self.context, who, make(kind, **fields)))

    def refused(self, who: str, kind: type[Command], **fields: Any) -> str:
        """Return the code of the refusal; nothing may have changed."""
        before = self.state.copy()
        with pytest.raises(DomainError) as refused:
            self.catalogue.decide(self.context, who, make(kind, **fields))
        assert self.state == before
        return refused.value.code

    def member(self, who: str) -> Member:
        return self.state[Member][who]

    def card(self, card: str = "card-0001", who: str = PARENT, **fields: Any) -> Card:
        """Put a card on the board and return it."""
        given = {"board": "dis-2", "column": "story", "text": "Op dinsdag koken wij samen.", **fields}
        self.do(who, CardAdd, card=card, **given)
        return self.state[Card][card]

    def row(self, board: str = "dis-2", column: str = "story") -> list[str]:
        """Return the ids of a column's cards, from top to bottom."""
        there = [c for c in self.state[Card].values() if (c.board, c.column) == (board, column)]
        return [c.id for c in sorted(there, key=lambda c: c.rank)]
