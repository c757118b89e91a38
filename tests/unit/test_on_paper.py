"""What the core team gives for somebody without a phone is seen by those two, and by nobody else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.village import CORE, FACILITATOR, GUEST, PAPER, PARENT, Village
from workshop.events import (
    BoardChanged,
    CardWithdraw,
    ConsentAnswered,
    ConsentGive,
    ConsentOpen,
    ConsentTakenBack,
    DotPlace,
    DotsOpen,
    DotTake,
    Fact,
)
from workshop.state import fold, view
from workshop.visibility import redact

EVERYBODY = [CORE, FACILITATOR, GUEST, PAPER, PARENT]
DOT: dict[str, Any] = {"dot": "dot-paper-1", "board": "def-3", "card": "card-0001", "as_member": PAPER}
ROUND: dict[str, Any] = {
    "round": "round-001", "version": "version-1", "label": "0.9", "members": [PAPER, PARENT],
}


@pytest.fixture
def village() -> Village:
    village = Village("def-3", "dst-2")
    village.card(board="def-3", column="topic")
    village.do(CORE, DotsOpen, board="def-3", budget=1)
    village.do(CORE, ConsentOpen, **ROUND)
    return village


def see_dots(village: Village) -> list[str]:
    return [who for who in EVERYBODY if view(village.state, who).dots]


def see_answers(village: Village) -> list[str]:
    return [who for who in EVERYBODY if view(village.state, who).answers]


def answer(village: Village, typist: str, what: str, reason: str = "") -> list[Fact]:
    return village.do(
        typist, ConsentGive, round="round-001", answer=what, reason=reason, as_member=PAPER
    )


def told(facts: list[Fact], who: str) -> list[Fact]:
    return [shown for fact in facts if (shown := redact(fact, who)) is not None]


def test_a_dot_is_seen_by_its_giver_and_who_typed(village: Village) -> None:
    facts = village.do(CORE, DotPlace, **DOT)
    assert see_dots(village) == [CORE, PAPER]
    assert [who for who in EVERYBODY if told(facts, who)] == [CORE, PAPER]


def test_it_is_one_of_the_dots_of_its_giver_whoever_types(village: Village) -> None:
    village.do(CORE, DotPlace, **DOT)
    one_more = {**DOT, "dot": "dot-paper-2"}
    assert village.refused(FACILITATOR, DotPlace, **one_more) == "dots.none_left"
    village.do(CORE, DotPlace, **{**DOT, "dot": "dot-core-01", "as_member": None})


@pytest.mark.parametrize("way", ["taken", "withdrawn"])
def test_both_are_told_when_it_goes(village: Village, way: str) -> None:
    village.do(CORE, DotPlace, **DOT)
    if way == "taken":
        facts = village.do(FACILITATOR, DotTake, dot=DOT["dot"], as_member=PAPER)
    else:
        facts = village.do(PARENT, CardWithdraw, card="card-0001")
    gone = [fact for fact in facts if fact.op.collection == "dots"]
    assert [who for who in EVERYBODY if told(gone, who)] == [CORE, PAPER]
    assert not village.state.dots and not any(isinstance(fact, BoardChanged) for fact in facts)


def test_an_answer_is_seen_by_who_gave_and_who_typed_it(village: Village) -> None:
    answer(village, CORE, "concern", "Het is wel veel.")
    assert see_answers(village) == [CORE, PAPER]
    answer(village, CORE, "agree")
    assert see_answers(village) == [CORE, PAPER] and len(village.state.answers) == 1


def test_who_typed_the_first_answer_does_not_see_the_one_that_somebody_else_typed(village: Village) -> None:
    answer(village, CORE, "agree")
    before = {who: view(village.state, who) for who in EVERYBODY}
    facts = answer(village, FACILITATOR, "objection", "Ik mis de vaders.")
    assert see_answers(village) == [FACILITATOR, PAPER]
    for who in EVERYBODY:
        assert fold(before[who], told(facts, who)).collections == view(village.state, who).collections
    back = [fact for fact in facts if isinstance(fact, ConsentTakenBack)]
    assert [who for who in EVERYBODY if told(back, who)] == [CORE, PAPER]
    assert village.state.rounds["round-001"].answered == 1


def test_answers_that_go_from_hand_to_hand_are_records_of_their_own(village: Village) -> None:
    seen = []
    for typist in (CORE, FACILITATOR, CORE, FACILITATOR):
        answer(village, typist, "agree")
        seen += list(village.state.answers)
    assert len(set(seen)) == 4 and all(len(key) <= 100 for key in seen)
    assert len(village.state.answers) == 1


def test_with_the_last_answer_everybody_sees_all_and_not_who_typed(village: Village) -> None:
    answer(village, CORE, "agree")
    facts = village.do(PARENT, ConsentGive, round="round-001", answer="agree")
    assert see_answers(village) == EVERYBODY
    assert {one.typed_by for one in village.state.answers.values()} == {None}
    answer(village, FACILITATOR, "concern", "Toch een zorg.")
    assert see_answers(village) == EVERYBODY and len(village.state.answers) == 2
    shown = [fact for fact in facts if isinstance(fact, ConsentAnswered) and fact.answer.revealed]
    assert len(shown) == 2
