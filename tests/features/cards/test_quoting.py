"""Quotes: permission for one card, with a name or without, and never so that a role tells who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.features.group import GUEST, KEY, PARENT, PROFESSIONAL, GroupFixture
from workshop.core.state import empty_state
from workshop.features import CATALOGUE
from workshop.features.cards.quoting import attribution
from workshop.features.cards.schema import Card, CardQuote
from workshop.features.members.schema import Member, MemberRemove, Role

CARD = "card-0001"


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("def-3", "dis-2")


def test_a_quote_has_a_name_only_while_its_writer_wants_that(group: GroupFixture) -> None:
    group.card()
    group.do(PARENT, CardQuote, card=CARD, allowed=True, named=True)
    assert attribution(group.state, group.state[Card][CARD]).kind == "name"
    group.do(PARENT, CardQuote, card=CARD, allowed=True)
    assert attribution(group.state, group.state[Card][CARD]) == ("role", "parent")


def test_what_is_not_quoted_has_no_name_either(group: GroupFixture) -> None:
    group.card()
    group.do(PARENT, CardQuote, card=CARD, allowed=True, named=True)
    group.do(PARENT, CardQuote, card=CARD, allowed=False, named=True)
    card = group.state[Card][CARD]
    assert (card.quote, card.quote_name) == (False, False)


def test_nobody_else_gives_permission(group: GroupFixture) -> None:
    group.card()
    refused = group.refused(PROFESSIONAL, CardQuote, card=CARD, allowed=True, named=True)
    assert refused == "card.not_yours"


def test_a_card_without_name_is_not_quoted_with_one(group: GroupFixture) -> None:
    group.card(nameless=True, key=KEY)
    group.do(PARENT, CardQuote, card=CARD, allowed=True, named=True, key=KEY)
    card = group.state[Card][CARD]
    assert (card.quote, card.quote_name) == (True, False)
    assert attribution(group.state, card) == ("nameless", "")


def test_who_leaves_takes_the_name_off_a_quote(group: GroupFixture) -> None:
    group.card()
    group.do(PARENT, CardQuote, card=CARD, allowed=True, named=True)
    group.do(PARENT, MemberRemove, member=PARENT)
    card = group.state[Card][CARD]
    assert (card.quote, card.quote_name) == (True, False)
    assert attribution(group.state, card) == ("nameless", "")


def test_the_only_guest_is_somebody_of_the_group(group: GroupFixture) -> None:
    group.card(who=GUEST)
    group.do(GUEST, CardQuote, card=CARD, allowed=True)
    assert attribution(group.state, group.state[Card][CARD]) == ("somebody", "")


@pytest.mark.parametrize("role", ["parent", "professional", "researcher", "guest"])
@given(others=st.integers(0, 4), gone=st.integers(0, 4))
def test_a_role_that_one_person_has_names_nobody(role: Role, others: int, gone: int) -> None:
    state = empty_state(CATALOGUE.records)
    people = [Member(id="writer", name="Samira", role=role)]
    people += [Member(id=f"other-{n}", name=f"Ander {n}", role=role) for n in range(others)]
    people += [Member(id=f"gone-{n}", name="", role=role, removed=True) for n in range(gone)]
    for one in people:
        state.put("members", one.id, one)
    card = Card(id="card", board="dis-2", column="story", rank="a", text="x", author="writer", quote=True)
    expected = ("role", role) if others else ("somebody", "")
    assert attribution(state, card) == expected
