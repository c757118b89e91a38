"""Whatever anybody sends, in whatever order: the rules of the house hold."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from random import Random
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from phases import process
from tests.features.group import (
    CORE,
    FACILITATOR,
    KEY,
    OTHER_KEY,
    PAPER,
    PARENT,
    PROFESSIONAL,
    ROLES,
    GroupFixture,
)
from workshop.core.errors import DomainError
from workshop.core.schema import Command, Fact, tag_of
from workshop.core.state import State, fold
from workshop.core.visibility import redact, view
from workshop.features import CATALOGUE
from workshop.features.boards.schema import Board
from workshop.features.cards.schema import Card, CardAdd
from workshop.features.comments.schema import (
    Comment,
    CommentAdd,
    CommentSeen,
    CommentSettle,
    HardSentence,
    Unclear,
    UnclearAdd,
    UnclearRemove,
)
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import ConsentAnswer, ConsentGive, ConsentOpen, ConsentRound
from workshop.features.meetings.schema import Meeting, MeetingClose, MeetingGoTo, MeetingOpen, MeetingPlan
from workshop.features.members.schema import Member, MemberRemove, SeatGive, SeatHolder
from workshop.features.sections.schema import SectionRestore, Source
from workshop.features.terms.schema import TermAsk, TermExplain, TermSay, TermSettle
from workshop.features.themes.schema import Theme
from workshop.features.voting.schema import Dot, DotPlace, DotsOpen, DotTake

BOARDS = {"def-1": "arrive", "def-3": "topic", "dis-2": "story", "des-2": "statement"}
"""The boards that are played on, with their column; `des-4` shows the cards of `des-2`."""
STARTED = [*BOARDS, "des-4", "dis-3"]
VIEWERS = [PARENT, PROFESSIONAL, CORE, PAPER, None]
TEXTS = ["Samen eten", "Buiten spelen", "Een <3 voor de wijk", "concept 1\ntwee", "ritme", "<b>vet</b>", " "]
COLLECTIONS = {
    "card": "cards",
    "theme": "themes",
    "dot": "dots",
    "term": "terms",
    "section": "sections",
    "source": "sources",
    "round": "rounds",
    "version": "versions",
    "agreement": "agreements",
    "meeting": "meetings",
    "member": "members",
    "before": "cards",
    "cards": "cards",
    "origins": "cards",
    "after": "sections",
    "members": "members",
    "owner": "members",
    "helpers": "members",
    "present": "members",
    "as_member": "members",
    "wording": "wordings",
    "absent": "members",
    "comment": "comments",
    "unclear": "unclear",
    "sentence": "hard_sentences",
    "accepted": "accepted",
    "stands_in": "cards",
    "reading": "readings",
}
"""Field -> the collection of which it holds an id."""
POOLS: dict[str, list[Any]] = {
    "board": STARTED,
    "step": [*STARTED, "dst-2", "nowhere"],
    "column": [*BOARDS.values(), "nowhere"],
    "key": [KEY, OTHER_KEY],
    "rev": [0, 0, 0, 1, 2],
    "due": ["2027-05-01"],
    "until": ["2027-04-01", "2027-05-01"],
    "count": [1, 2],
    "number": [0, 1, 9],
    "rewording": ["rewording-1", "rewording-2"],
    "start": ["2027-05-01"],
    "date": ["2027-05-01"],
    "label": [f"0.{n}" for n in range(30)],
    "budget": [1, 2],
    "paragraph": ["", "p1"],
    "place": ["", "AAE"],
    "fingerprint": ["0123456789abcdef", "fedcba9876543210"],
    "block": ["", "together"],
    "lang": ["nl", "tr"],
    "phase": ["dream", "dance"],
    "phases": ["define", "dream"],
    "seconds": [60],
    "item": ["coffee", "recap", "def-1", "break", "def-3", "round", "nowhere"],
    "id": ["coffee", "recap", "break", "part-1", "part-2"],
    "minutes": [5, 10],
    "level": [1, 2],
    "address": ["an-address-that-nobody-guesses"],
}
MAKES = ("accept", "add", "ask", "freeze", "plan", "open", "place")
"""The last word of commands that make a record, so that their own id is a new one."""


THEN: list[type[Command]] = [
    CommentAdd,
    CommentSettle,
    CommentSeen,
    UnclearAdd,
    UnclearRemove,
    MeetingPlan,
    MeetingOpen,
    *[MeetingGoTo] * 5,
    MeetingClose,
    SectionRestore,
    TermAsk,
    TermExplain,
    TermSay,
    TermSettle,
    TermExplain,
    TermSay,
    TermSettle,
]
"""Commands that only come after others, so they are given more often."""


class Play:
    """Somebody's next move, by chance; what it names is mostly there."""

    def __init__(self, seed: int, group: GroupFixture) -> None:
        self.chance = Random(seed)
        self.group = group
        self.made = 0

    def move(self) -> tuple[str, Command]:
        kinds: list[type[Command]] = [*CATALOGUE.decisions, CardAdd, DotPlace, ConsentGive, *THEN]
        kind = self.chance.choice(kinds)
        if kind is MemberRemove and self.chance.random() < 0.8:
            kind = ConsentGive
        who = self.chance.choice([*ROLES, CORE, CORE, FACILITATOR, PARENT])
        name, _, verb = tag_of(kind).partition(".")
        described = inspect.type_info(kind)
        assert isinstance(described, inspect.StructType)
        given: dict[str, Any] = {"type": tag_of(kind), "command": "command-1"}
        for field in described.fields:
            if field.name == "command" or (not field.required and self.chance.random() < 0.5):
                continue
            if field.name == "as_member" and self.chance.random() < 0.8:
                continue
            given[field.name] = self.value(field.type, field.name)
        own = {"consent": "round", "private": "accepted"}.get(name, name)
        if own in given and verb in MAKES and own in COLLECTIONS and kind is not MeetingOpen:
            self.made += self.chance.random() < 0.9
            given[own] = f"{own}-{self.made:04}"
            if "version" in given:
                given["version"] = f"version-{self.made:04}"
        if kind is CardAdd and self.chance.random() < 0.9:
            given["board"], given["column"] = self.chance.choice(list(BOARDS.items()))
            if given["board"] != "def-1":
                given.pop("picture", None)
        return self.owner(kind, given) or who, msgspec.convert(given, kind)

    def owner(self, kind: type[Command], given: dict[str, Any]) -> str | None:
        """Who can give a command that only one member can give."""
        state = self.group.state
        if kind is DotTake and (dot := state[Dot].get(given["dot"])):
            return dot.member
        if kind is UnclearRemove and (unclear := state[Unclear].get(given["unclear"])):
            return unclear.member
        if kind is CommentSeen and (comment := state[Comment].get(given["comment"])):
            return comment.author
        return None

    def value(self, kind: inspect.Type, name: str) -> Any:
        if isinstance(kind, inspect.Metadata):
            return self.value(kind.type, name)
        if isinstance(kind, inspect.UnionType):
            some = [part for part in kind.types if not isinstance(part, inspect.NoneType)]
            return self.value(some[0], name) if self.chance.random() < 0.8 else None
        if isinstance(kind, inspect.ListType):
            return [self.value(kind.item_type, name) for _ in range(self.chance.randint(1, 3))]
        if isinstance(kind, inspect.StructType):
            return {field.name: self.value(field.type, field.name) for field in kind.fields}
        if isinstance(kind, inspect.LiteralType):
            return self.chance.choice(list(kind.values))
        if isinstance(kind, inspect.BoolType):
            return self.chance.random() < 0.5
        if name in COLLECTIONS:
            there = list(self.group.state.collections[COLLECTIONS[name]])
            return self.chance.choice(there or ["record-404"]) if self.chance.random() < 0.9 else "record-404"
        return self.chance.choice(POOLS.get(name, TEXTS))


def on_its_way() -> GroupFixture:
    """A group with a card on every board, a dot round and a consent round open."""
    group = GroupFixture(*STARTED)
    for number, (board, column) in enumerate(BOARDS.items()):
        group.card(f"card-a00{number}", board=board, column=column)
    group.do(CORE, DotsOpen, board="def-3", budget=1)
    asked = {"round": "round-a001", "version": "version-a001", "label": "0.8", "members": [PARENT, CORE]}
    group.do(CORE, ConsentOpen, **asked)
    group.do(FACILITATOR, SeatGive, seat="professional", member=PROFESSIONAL)
    return group


START = on_its_way().state


def no_name_on_a_nameless_card(facts: list[Fact]) -> None:
    for fact in facts:
        card = getattr(fact, "card", None)
        if isinstance(card, Card) and card.nameless:
            assert card.author is None and not any(member in str(fact) for member in ROLES)


def rules_of_a_community(state: State) -> None:
    """What is true of a community at any moment."""
    for seat in state[SeatHolder].values():
        holder = state[Member][seat.member]
        assert holder.role == seat.id and not holder.removed
    for card in state[Card].values():
        assert not (card.nameless and card.author) and (card.nameless or card.key is None)
        assert card.author is None or not state[Member][card.author].removed
        assert card.theme is None or card.theme in state[Theme]
        assert card.column in {column.id for column in process().steps[card.board].columns}
    places = Counter((card.board, card.column, card.rank) for card in state[Card].values())
    assert not places or max(places.values()) == 1
    for given_dots in Counter((d.board, d.round, d.member) for d in state[Dot].values()).values():
        assert given_dots <= 2
    named = [dot.card for dot in state[Dot].values()] + [source.card for source in state[Source].values()]
    assert set(named) <= set(state[Card])
    assert all(board.dots_totals is None or not board.dots_open for board in state[Board].values())
    assert sum(r.state != "closed" for r in state[ConsentRound].values()) <= 1
    for answer in state[ConsentAnswer].values():
        assert not answer.revealed or state[ConsentRound][answer.round].state != "open"
    counted = Counter(unclear.sentence for unclear in state[Unclear].values())
    assert counted == {one.id: one.count for one in state[HardSentence].values()}
    assert all(not c.author or not state[Member][c.author].removed for c in state[Comment].values())
    assert sum(meeting.state == "open" for meeting in state[Meeting].values()) <= 1
    assert community_of(state).topic
    msgspec.json.encode(state.collections)


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**32))
def test_the_rules_hold_whatever_is_played(seed: int) -> None:
    group = GroupFixture()
    group.state = START.copy()
    play = Play(seed, group)
    seen = {viewer: view(group.state, viewer) for viewer in VIEWERS}
    for _ in range(120):
        who, command = play.move()
        before = group.state.copy()
        try:
            facts = CATALOGUE.decide(group.context, who, command)
        except DomainError:
            facts = []
        assert group.state == before, "deciding changes nothing by itself"
        happened = group.fold(facts)
        no_name_on_a_nameless_card(happened)
        rules_of_a_community(group.state)
        for viewer in VIEWERS:
            fold(seen[viewer], [shown for fact in happened if (shown := redact(fact, viewer)) is not None])
            assert seen[viewer].collections == view(group.state, viewer).collections, viewer
            assert not any(card.key for card in seen[viewer][Card].values())


def test_the_play_is_worth_playing() -> None:
    """Every command succeeds now and then: a play of refusals would prove nothing."""
    group = GroupFixture()
    done: Counter[type[Command]] = Counter()
    for seed in range(80):
        group.state = START.copy()
        play = Play(seed, group)
        for _ in range(120):
            who, command = play.move()
            with suppress(DomainError):
                done[type(command)] += bool(group.fold(CATALOGUE.decide(group.context, who, command)))
    assert [kind.__name__ for kind in CATALOGUE.decisions if not done[kind]] == []
