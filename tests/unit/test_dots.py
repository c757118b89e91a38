"""Dots: everyone has the same few, gives them unseen, and the totals come when the round closes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.village import CORE, GUEST, OTHER_PARENT, PARENT, PROFESSIONAL, Village, refusal_of
from workshop.errors import DomainError
from workshop.events import (
    BoardChanged,
    BoardHide,
    CardWithdraw,
    DotPlace,
    DotsClose,
    DotsOpen,
    DotTake,
    StepStart,
)
from workshop.state import view
from workshop.visibility import redact

CARDS = ["card-0001", "card-0002", "card-0003"]


def voting(budget: int = 2) -> Village:
    village = Village("def-2", "def-3")
    for card in CARDS:
        village.card(card, board="def-3", column="topic")
    village.do(CORE, DotsOpen, board="def-3", budget=budget)
    return village


@pytest.fixture
def village() -> Village:
    return voting()


def give(village: Village, who: str, number: int, card: str = "card-0001") -> None:
    village.do(who, DotPlace, dot=f"dot-{who}-{number}", board="def-3", card=card)


def refused(village: Village, who: str = PARENT, card: str = "card-0001", board: str = "def-3") -> str:
    return village.refused(who, DotPlace, dot="dot-one-more", board=board, card=card)


def totals(village: Village) -> dict[str, int] | None:
    return village.state.boards["def-3"].dots_totals


def test_the_budget_may_lie_on_one_card(village: Village) -> None:
    give(village, PARENT, 1)
    give(village, PARENT, 2)
    assert len(village.state.dots) == 2


def test_a_dot_over_the_budget_is_refused() -> None:
    village = voting(budget=1)
    give(village, PARENT, 1)
    assert refused(village, card="card-0002") == "dots.none_left"
    give(village, OTHER_PARENT, 1)


def test_the_same_dot_is_not_given_twice(village: Village) -> None:
    give(village, PARENT, 1)
    again = {"dot": f"dot-{PARENT}-1", "board": "def-3", "card": "card-0002"}
    assert village.refused(PARENT, DotPlace, **again) == "exists"


def test_a_dot_is_taken_back_and_given_again(village: Village) -> None:
    give(village, PARENT, 1)
    give(village, PARENT, 2)
    village.do(PARENT, DotTake, dot=f"dot-{PARENT}-1")
    give(village, PARENT, 3, "card-0002")
    assert {dot.card for dot in village.state.dots.values()} == {"card-0001", "card-0002"}


def test_somebody_elses_dot_is_as_if_it_were_not_there(village: Village) -> None:
    give(village, PARENT, 1)
    for dot in (f"dot-{PARENT}-1", "dot-that-never-was"):
        assert village.refused(CORE, DotTake, dot=dot) == "not_found"


def test_nobody_sees_the_dots_of_others_and_nobody_the_totals_before_the_end(village: Village) -> None:
    give(village, PARENT, 1)
    assert set(view(village.state, PARENT).dots) == {f"dot-{PARENT}-1"}
    for who in (CORE, OTHER_PARENT, None):
        assert view(village.state, who).dots == {}
    assert totals(village) is None
    facts = village.do(PARENT, DotTake, dot=f"dot-{PARENT}-1")
    assert [redact(fact, CORE) for fact in facts] == [None]


def test_closing_shows_the_totals_without_who_gave_them(village: Village) -> None:
    for number, who in enumerate((PARENT, OTHER_PARENT, PROFESSIONAL, GUEST)):
        give(village, who, 1, CARDS[number % 2])
    give(village, PARENT, 2, "card-0001")
    happened = village.do(CORE, DotsClose, board="def-3")
    assert totals(village) == {"card-0001": 3, "card-0002": 2}
    assert PARENT not in str(happened)


def test_a_closed_round_takes_and_gives_back_nothing(village: Village) -> None:
    give(village, PARENT, 1)
    village.do(CORE, DotsClose, board="def-3")
    assert refused(village) == "dots.closed"
    assert village.refused(PARENT, DotTake, dot=f"dot-{PARENT}-1") == "dots.closed"
    assert village.refused(CORE, DotsClose, board="def-3") == "dots.closed"


def test_a_new_round_starts_with_a_full_budget_and_no_totals(village: Village) -> None:
    give(village, PARENT, 1)
    give(village, PARENT, 2)
    village.do(CORE, DotsClose, board="def-3")
    village.do(CORE, DotsOpen, board="def-3", budget=1)
    board = village.state.boards["def-3"]
    assert (board.round, board.dots_open, board.dots_budget, board.dots_totals) == (2, True, 1, None)
    assert village.refused(PARENT, DotTake, dot=f"dot-{PARENT}-1") == "dots.closed"
    give(village, PARENT, 3, "card-0003")
    village.do(CORE, DotsClose, board="def-3")
    assert totals(village) == {"card-0003": 1}


def test_a_second_round_waits_for_the_first(village: Village) -> None:
    assert village.refused(CORE, DotsOpen, board="def-3", budget=2) == "dots.open"


def test_a_round_goes_on_when_the_group_is_elsewhere(village: Village) -> None:
    village.do(CORE, StepStart, step="dis-1")
    give(village, PARENT, 1)
    village.do(CORE, DotsClose, board="def-3")
    assert totals(village) == {"card-0001": 1}


def test_a_withdrawn_card_gives_its_dots_back() -> None:
    village = voting(budget=1)
    give(village, OTHER_PARENT, 1)
    village.do(PARENT, CardWithdraw, card="card-0001")
    give(village, OTHER_PARENT, 2, "card-0002")
    village.do(CORE, DotsClose, board="def-3")
    assert totals(village) == {"card-0002": 1}


def test_dots_go_to_cards_that_are_shown_from_another_board() -> None:
    village = Village("des-2", "des-4", "dis-2")
    village.card("card-0001", board="des-2", column="statement")
    village.card("card-0002")
    village.do(CORE, DotsOpen, board="des-4", budget=3)
    village.do(PARENT, DotPlace, dot="dot-00001", board="des-4", card="card-0001")
    assert refused(village, card="card-0002", board="des-4") == "step.not_here"
    assert village.do(CORE, DotsClose, board="des-4") == [BoardChanged(board=village.state.boards["des-4"])]
    assert village.state.boards["des-4"].dots_totals == {"card-0001": 1}


def test_a_dot_needs_an_open_round_and_a_card_to_read(village: Village) -> None:
    assert refused(village, card="card-0404") == "not_found"
    village.do(CORE, BoardHide, board="def-3")
    village.card("card-0004", board="def-3", column="topic")
    assert refused(village, card="card-0004") == "card.hidden"
    village.do(CORE, DotsClose, board="def-3")
    assert refused(village) == "dots.closed"
    assert refused(village, board="dis-2") == "step.not_open"
    assert refused(village, board="def-2") == "step.not_here"


def test_a_budget_is_one_dot_to_twenty() -> None:
    assert ">= 1" in refusal_of(DotsOpen, board="def-3", budget=0)
    assert "<= 20" in refusal_of(DotsOpen, board="def-3", budget=21)


@settings(deadline=None, max_examples=25)
@given(
    budget=st.integers(1, 3),
    moves=st.lists(st.tuples(
        st.booleans(), st.sampled_from([PARENT, OTHER_PARENT, GUEST]), st.integers(1, 5),
        st.sampled_from(CARDS),
    ), max_size=25),
)
def test_whatever_people_do_nobody_gives_more_than_the_budget(
    budget: int, moves: list[tuple[bool, str, int, str]]
) -> None:
    village = voting(budget)
    for giving, who, number, card in moves:
        try:
            if giving:
                give(village, who, number, card)
            else:
                village.do(who, DotTake, dot=f"dot-{who}-{number}")
        except DomainError as error:
            assert error.code in ("dots.none_left", "exists", "not_found")
        given_now = [dot.member for dot in village.state.dots.values()]
        assert all(given_now.count(one) <= budget for one in set(given_now))
    village.do(CORE, DotsClose, board="def-3")
    assert sum((totals(village) or {}).values()) == len(village.state.dots)
