"""Dots: everyone has the same few, gives them unseen, and the totals come when the round closes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.features.group import CORE, GUEST, OTHER_PARENT, PARENT, PROFESSIONAL, GroupFixture, refusal_of
from workshop.core.errors import DomainError
from workshop.core.visibility import redact, view
from workshop.features.agenda.schema import StepStart, TopicSet
from workshop.features.boards.schema import Board, BoardChanged, BoardHide
from workshop.features.cards.schema import CardWithdraw
from workshop.features.community.decide import community_of
from workshop.features.voting.schema import Dot, DotPlace, DotsClose, DotsOpen, DotTake

CARDS = ["card-0001", "card-0002", "card-0003"]


def voting(budget: int = 2) -> GroupFixture:
    group = GroupFixture("def-2", "def-3")
    for card in CARDS:
        group.card(card, board="def-3", column="topic")
    group.do(CORE, DotsOpen, board="def-3", budget=budget)
    return group


@pytest.fixture
def group() -> GroupFixture:
    return voting()


def give(group: GroupFixture, who: str, number: int, card: str = "card-0001") -> None:
    group.do(who, DotPlace, dot=f"dot-{who}-{number}", board="def-3", card=card)


def refused(group: GroupFixture, who: str = PARENT, card: str = "card-0001", board: str = "def-3") -> str:
    return group.refused(who, DotPlace, dot="dot-one-more", board=board, card=card)


def totals(group: GroupFixture) -> dict[str, int] | None:
    return group.state[Board]["def-3"].dots_totals


def test_the_budget_may_lie_on_one_card(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    give(group, PARENT, 2)
    assert len(group.state[Dot]) == 2


def test_a_dot_over_the_budget_is_refused() -> None:
    group = voting(budget=1)
    give(group, PARENT, 1)
    assert refused(group, card="card-0002") == "dots.none_left"
    give(group, OTHER_PARENT, 1)


def test_the_same_dot_is_not_given_twice(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    again = {"dot": f"dot-{PARENT}-1", "board": "def-3", "card": "card-0002"}
    assert group.refused(PARENT, DotPlace, **again) == "exists"


def test_a_dot_is_taken_back_and_given_again(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    give(group, PARENT, 2)
    group.do(PARENT, DotTake, dot=f"dot-{PARENT}-1")
    give(group, PARENT, 3, "card-0002")
    assert {dot.card for dot in group.state[Dot].values()} == {"card-0001", "card-0002"}


def test_somebody_elses_dot_is_as_if_it_were_not_there(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    for dot in (f"dot-{PARENT}-1", "dot-that-never-was"):
        assert group.refused(CORE, DotTake, dot=dot) == "not_found"


def test_nobody_sees_the_dots_of_others_and_nobody_the_totals_before_the_end(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    assert set(view(group.state, PARENT)[Dot]) == {f"dot-{PARENT}-1"}
    for who in (CORE, OTHER_PARENT, None):
        assert view(group.state, who)[Dot] == {}
    assert totals(group) is None
    facts = group.do(PARENT, DotTake, dot=f"dot-{PARENT}-1")
    assert [redact(fact, CORE) for fact in facts] == [None]


def test_closing_shows_the_totals_without_who_gave_them(group: GroupFixture) -> None:
    for number, who in enumerate((PARENT, OTHER_PARENT, PROFESSIONAL, GUEST)):
        give(group, who, 1, CARDS[number % 2])
    give(group, PARENT, 2, "card-0001")
    happened = group.do(CORE, DotsClose, board="def-3")
    assert totals(group) == {"card-0001": 3, "card-0002": 2}
    assert PARENT not in str(happened)


def test_a_closed_round_takes_and_gives_back_nothing(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    group.do(CORE, DotsClose, board="def-3")
    assert refused(group) == "dots.closed"
    assert group.refused(PARENT, DotTake, dot=f"dot-{PARENT}-1") == "dots.closed"
    assert group.refused(CORE, DotsClose, board="def-3") == "dots.closed"


def test_a_new_round_starts_with_a_full_budget_and_no_totals(group: GroupFixture) -> None:
    give(group, PARENT, 1)
    give(group, PARENT, 2)
    group.do(CORE, DotsClose, board="def-3")
    group.do(CORE, DotsOpen, board="def-3", budget=1)
    board = group.state[Board]["def-3"]
    assert (board.round, board.dots_open, board.dots_budget, board.dots_totals) == (2, True, 1, None)
    assert group.refused(PARENT, DotTake, dot=f"dot-{PARENT}-1") == "dots.closed"
    give(group, PARENT, 3, "card-0003")
    group.do(CORE, DotsClose, board="def-3")
    assert totals(group) == {"card-0003": 1}


def test_a_second_round_waits_for_the_first(group: GroupFixture) -> None:
    assert group.refused(CORE, DotsOpen, board="def-3", budget=2) == "dots.open"


def test_a_round_goes_on_when_the_group_is_elsewhere(group: GroupFixture) -> None:
    group.do(CORE, StepStart, step="dis-1")
    give(group, PARENT, 1)
    group.do(CORE, DotsClose, board="def-3")
    assert totals(group) == {"card-0001": 1}


def test_a_withdrawn_card_gives_its_dots_back() -> None:
    group = voting(budget=1)
    give(group, OTHER_PARENT, 1)
    group.do(PARENT, CardWithdraw, card="card-0001")
    give(group, OTHER_PARENT, 2, "card-0002")
    group.do(CORE, DotsClose, board="def-3")
    assert totals(group) == {"card-0002": 1}


def test_dots_go_to_cards_that_are_shown_from_another_board() -> None:
    group = GroupFixture("des-2", "des-4", "dis-2")
    group.card("card-0001", board="des-2", column="statement")
    group.card("card-0002")
    group.do(CORE, DotsOpen, board="des-4", budget=3)
    group.do(PARENT, DotPlace, dot="dot-00001", board="des-4", card="card-0001")
    assert refused(group, card="card-0002", board="des-4") == "step.not_here"
    assert group.do(CORE, DotsClose, board="des-4") == [BoardChanged(board=group.state[Board]["des-4"])]
    assert group.state[Board]["des-4"].dots_totals == {"card-0001": 1}


def test_a_dot_needs_an_open_round_and_a_card_to_read(group: GroupFixture) -> None:
    assert refused(group, card="card-0404") == "not_found"
    group.do(CORE, BoardHide, board="def-3")
    group.card("card-0004", board="def-3", column="topic")
    assert refused(group, card="card-0004") == "card.hidden"
    group.do(CORE, DotsClose, board="def-3")
    assert refused(group) == "dots.closed"
    assert refused(group, board="dis-2") == "step.not_open"
    assert refused(group, board="def-2") == "step.not_here"


def test_a_budget_is_one_dot_to_twenty() -> None:
    assert ">= 1" in refusal_of(DotsOpen, board="def-3", budget=0)
    assert "<= 20" in refusal_of(DotsOpen, board="def-3", budget=21)


@settings(deadline=None, max_examples=25)
@given(
    budget=st.integers(1, 3),
    moves=st.lists(
        st.tuples(
            st.booleans(),
            st.sampled_from([PARENT, OTHER_PARENT, GUEST]),
            st.integers(1, 5),
            st.sampled_from(CARDS),
        ),
        max_size=25,
    ),
)
def test_whatever_people_do_nobody_gives_more_than_the_budget(
    budget: int, moves: list[tuple[bool, str, int, str]]
) -> None:
    group = voting(budget)
    for giving, who, number, card in moves:
        try:
            if giving:
                give(group, who, number, card)
            else:
                group.do(who, DotTake, dot=f"dot-{who}-{number}")
        except DomainError as error:
            assert error.code in ("dots.none_left", "exists", "not_found")
        given_now = [dot.member for dot in group.state[Dot].values()]
        assert all(given_now.count(one) <= budget for one in set(given_now))
    group.do(CORE, DotsClose, board="def-3")
    assert sum((totals(group) or {}).values()) == len(group.state[Dot])


def test_a_turned_around_card_is_a_proposal_for_the_topic() -> None:
    group = GroupFixture("def-2", "def-3")
    group.card("card-more", board="def-2", column="more", text="Meer samen koken")
    group.card("card-missing", board="def-2", column="missing")
    group.do(CORE, DotsOpen, board="def-3", budget=2)
    give(group, PARENT, 1, "card-more")
    assert refused(group, card="card-missing") == "step.not_here"
    group.do(CORE, DotsClose, board="def-3")
    assert totals(group) == {"card-more": 1}
    group.do(CORE, TopicSet, card="card-more")
    assert community_of(group.state).topic == "Meer samen koken"
