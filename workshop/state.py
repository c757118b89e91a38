"""A community's state: the fold of its facts. The browser folds the same facts the same way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec

from workshop import visibility
from workshop.entities import (
    COLLECTIONS,
    Agreement,
    Board,
    Card,
    Community,
    ConsentAnswer,
    ConsentRound,
    Dot,
    Entity,
    Meeting,
    Member,
    PhaseTitle,
    Prompt,
    SeatHolder,
    Section,
    Source,
    Term,
    Theme,
    Version,
    Wording,
)
from workshop.events import Fact


def _empty() -> dict[str, dict[str, Any]]:
    return {name: {} for name in COLLECTIONS}


@dataclass
class State:
    """All records of one community, and the number of the last fact in them.

    `tails` is derived: the highest rank ever used per board and column, so that the
    thousandth card finds its place as fast as the tenth.
    """

    collections: dict[str, dict[str, Any]] = field(default_factory=_empty)
    seq: int = 0
    tails: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)

    @property
    def community(self) -> Community:
        return cast(Community, self.collections["community"]["community"])

    @property
    def members(self) -> dict[str, Member]:
        return self.collections["members"]

    @property
    def seats(self) -> dict[str, SeatHolder]:
        return self.collections["seats"]

    @property
    def phase_titles(self) -> dict[str, PhaseTitle]:
        return self.collections["phase_titles"]

    @property
    def prompts(self) -> dict[str, Prompt]:
        return self.collections["prompts"]

    @property
    def meetings(self) -> dict[str, Meeting]:
        return self.collections["meetings"]

    @property
    def boards(self) -> dict[str, Board]:
        return self.collections["boards"]

    @property
    def cards(self) -> dict[str, Card]:
        return self.collections["cards"]

    @property
    def themes(self) -> dict[str, Theme]:
        return self.collections["themes"]

    @property
    def dots(self) -> dict[str, Dot]:
        return self.collections["dots"]

    @property
    def terms(self) -> dict[str, Term]:
        return self.collections["terms"]

    @property
    def wordings(self) -> dict[str, Wording]:
        return self.collections["wordings"]

    @property
    def sections(self) -> dict[str, Section]:
        return self.collections["sections"]

    @property
    def sources(self) -> dict[str, Source]:
        return self.collections["sources"]

    @property
    def versions(self) -> dict[str, Version]:
        return self.collections["versions"]

    @property
    def rounds(self) -> dict[str, ConsentRound]:
        return self.collections["rounds"]

    @property
    def answers(self) -> dict[str, ConsentAnswer]:
        return self.collections["answers"]

    @property
    def agreements(self) -> dict[str, Agreement]:
        return self.collections["agreements"]

    def copy(self) -> State:
        """Return a state that can be folded on without touching this one."""
        return State({n: dict(r) for n, r in self.collections.items()}, self.seq, dict(self.tails))

    def index(self) -> State:
        """Work out what is derived, after a fresh read; return self."""
        for card in self.cards.values():
            self._tail(card)
        return self

    def _tail(self, card: Card) -> None:
        spot = (card.board, card.column)
        if self.tails.get(spot, "") < card.rank:
            self.tails[spot] = card.rank


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
        records = state.collections[op.collection]
        value = getattr(fact, op.field)
        if op.kind == "put":
            records[value.id] = value
            if type(value) is Card:
                state._tail(value)
        elif op.kind == "drop":
            records.pop(value, None)
        else:
            record = records.get(value)
            if record is not None:
                changed = msgspec.structs.replace(record, **{f: getattr(fact, f) for f in op.fields})
                records[value] = changed
                if type(changed) is Card:
                    state._tail(changed)
    return state


def view(state: State, member: str | None) -> State:
    """Return the state as this member may see it."""
    seen: dict[str, dict[str, Entity]] = {}
    for name, records in state.collections.items():
        if name in visibility.ALWAYS_PUBLIC:
            seen[name] = dict(records)
            continue
        shown = ((key, visibility.see(record, member)) for key, record in records.items())
        seen[name] = {key: record for key, record in shown if record is not None}
    return State(seen, state.seq).index()


def owned(state: State) -> dict[str, dict[str, list[Any]]]:
    """Return, per member, the records of which that one sees more than everybody: collection -> records.

    `view(state, member)` is `view(state, None)` with these laid over it, so that a newcomer's state
    can be encoded once for everybody.
    """
    found: dict[str, dict[str, list[Any]]] = {}
    for name, records in state.collections.items():
        if name in visibility.ALWAYS_PUBLIC:
            continue
        for record in records.values():
            for member in visibility.owners_of(record):
                seen = visibility.see(record, member)
                found.setdefault(member, {}).setdefault(name, []).append(seen)
    return found
