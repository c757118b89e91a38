"""Who hangs on a record cleans up after it: nothing is left of a card that is gone or of who left."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.features.group import CORE, FACILITATOR, PARENT, GroupFixture, make
from tests.features.test_whatever_comes import START, Play
from workshop.core.errors import DomainError
from workshop.core.schema import Command, Fact
from workshop.core.state import State
from workshop.features import CATALOGUE
from workshop.features.agenda.schema import TopicSet
from workshop.features.agreements.schema import AgreementAdd
from workshop.features.cards.schema import Card, CardWithdraw
from workshop.features.members.schema import Member, MemberRemove
from workshop.features.sections.schema import SourceAdd

DECISIONS = {("rounds", "members"), ("answers", "id"), ("answers", "member")}
"""Where the id of who left stays: a decision of the group says how many were asked and what they answered.
Nothing leads from there to a name."""


def mentions(value: object, wanted: str) -> bool:
    """Whether a value holds an id, however deep."""
    if isinstance(value, dict):
        return any(mentions(one, wanted) for pair in value.items() for one in pair)
    if isinstance(value, list):
        return any(mentions(one, wanted) for one in value)
    return isinstance(value, str) and wanted in value.split(".")


def places_of(state: State, wanted: str) -> set[tuple[str, str]]:
    """Return the collections and fields that mention an id."""
    return {
        (name, field)
        for name, records in state.collections.items()
        for record in records.values()
        for field, value in msgspec.to_builtins(record).items()
        if mentions(value, wanted)
    }


def withdraw_or_remove(play: Play) -> tuple[str, Command]:
    """Somebody takes a card away, or somebody leaves."""
    state = play.group.state
    cards = list(state[Card])
    members = [
        one.id for one in state[Member].values() if not one.removed and one.id not in (CORE, FACILITATOR)
    ]
    if cards and (not members or play.chance.random() < 0.7):
        linked = [card for card in cards if len(places_of(state, card)) > 1]
        return CORE, make(CardWithdraw, card=play.chance.choice(linked or cards))
    return FACILITATOR, make(MemberRemove, member=play.chance.choice(members or [CORE]))


def played(seed: int, moves: int, done: Counter[str]) -> GroupFixture:
    """Play a community by chance, with a withdrawal or a farewell now and then, each checked."""
    group = GroupFixture()
    group.state = START.copy()
    for card in list(group.state[Card]):
        group.do(PARENT, SourceAdd, source=f"source-{card}", section="section-01", paragraph="", card=card)
        group.do(
            PARENT, AgreementAdd, agreement=f"agreement-{card}", text="Wij koken.", owner=PARENT, card=card
        )
        group.do(CORE, TopicSet, card=card)
    play = Play(seed, group)
    for number in range(moves):
        who, command = withdraw_or_remove(play) if number % 6 == 5 else play.move()
        facts: list[Fact] = []
        with suppress(DomainError):
            facts = group.fold(CATALOGUE.decide(group.context, who, command))
        if facts and isinstance(command, CardWithdraw):
            done["cards"] += len(facts) > 1
            assert places_of(group.state, command.card) == set()
        if facts and isinstance(command, MemberRemove):
            done["members"] += len(facts) > 1
            left = places_of(group.state, command.member) - DECISIONS
            assert left == {("members", "id")}
            gone = group.state[Member][command.member]
            assert (gone.name, gone.organisation, gone.facilitator) == ("", None, False)
    return group


@settings(deadline=None, max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_nothing_is_left_of_a_withdrawn_card_or_of_who_left(seed: int) -> None:
    played(seed, 90, Counter())


def test_what_goes_had_something_hanging_on_it() -> None:
    """Cards without a dot and members without a card would prove nothing."""
    done: Counter[str] = Counter()
    for seed in range(20):
        played(seed, 90, done)
    assert done["cards"] > 30 and done["members"] > 20
