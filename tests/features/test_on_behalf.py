"""What the core team gives for somebody without a phone is seen by those two, and by nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.features.group import CORE, FACILITATOR, GUEST, PAPER, PARENT, GroupFixture
from workshop.core.schema import Fact
from workshop.core.visibility import redact, view
from workshop.features.boards.schema import BoardChanged
from workshop.features.cards.schema import CardWithdraw
from workshop.features.consent.schema import (
    ConsentAnswer,
    ConsentAnswered,
    ConsentGive,
    ConsentOpen,
    ConsentRound,
)
from workshop.features.voting.schema import Dot, DotPlace, DotsOpen, DotTake

EVERYBODY = [CORE, FACILITATOR, GUEST, PAPER, PARENT]
DOT: dict[str, Any] = {"dot": "dot-paper-1", "board": "def-3", "card": "card-0001", "as_member": PAPER}
ROUND: dict[str, Any] = {
    "round": "round-001",
    "version": "version-1",
    "label": "0.9",
    "members": [PAPER, PARENT],
}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("def-3", "dst-2")
    group.card(board="def-3", column="topic")
    group.do(CORE, DotsOpen, board="def-3", budget=1)
    group.do(CORE, ConsentOpen, **ROUND)
    return group


def see_dots(group: GroupFixture) -> list[str]:
    return [who for who in EVERYBODY if view(group.state, who)[Dot]]


def see_answers(group: GroupFixture) -> list[str]:
    return [who for who in EVERYBODY if view(group.state, who)[ConsentAnswer]]


def answer(group: GroupFixture, typist: str, what: str, reason: str = "") -> list[Fact]:
    return group.do(typist, ConsentGive, round="round-001", answer=what, reason=reason, as_member=PAPER)


def told(facts: Sequence[Fact], who: str) -> list[Fact]:
    return [shown for fact in facts if (shown := redact(fact, who)) is not None]


def test_a_dot_is_seen_by_its_giver_and_who_typed(group: GroupFixture) -> None:
    facts = group.do(CORE, DotPlace, **DOT)
    assert see_dots(group) == [CORE, PAPER]
    assert [who for who in EVERYBODY if told(facts, who)] == [CORE, PAPER]


def test_it_is_one_of_the_dots_of_its_giver_whoever_types(group: GroupFixture) -> None:
    group.do(CORE, DotPlace, **DOT)
    one_more = {**DOT, "dot": "dot-paper-2"}
    assert group.refused(FACILITATOR, DotPlace, **one_more) == "dots.none_left"
    group.do(CORE, DotPlace, **{**DOT, "dot": "dot-core-01", "as_member": None})


@pytest.mark.parametrize("way", ["taken", "withdrawn"])
def test_both_are_told_when_it_goes(group: GroupFixture, way: str) -> None:
    group.do(CORE, DotPlace, **DOT)
    if way == "taken":
        facts = group.do(FACILITATOR, DotTake, dot=DOT["dot"], as_member=PAPER)
    else:
        facts = group.do(PARENT, CardWithdraw, card="card-0001")
    gone = [fact for fact in facts if fact.op.collection == "dots"]
    assert [who for who in EVERYBODY if told(gone, who)] == [CORE, PAPER]
    assert not group.state[Dot] and not any(isinstance(fact, BoardChanged) for fact in facts)


def current(group: GroupFixture) -> ConsentRound:
    return group.state[ConsentRound]["round-001"]


def test_an_answer_is_on_no_screen_of_who_typed_it(group: GroupFixture) -> None:
    facts = answer(group, CORE, "concern", "Het is wel veel.")
    assert see_answers(group) == [PAPER]
    for who in EVERYBODY:
        assert ("wel veel" in str(told(facts, who))) == (who == PAPER)
    answer(group, CORE, "agree")
    assert see_answers(group) == [PAPER] and len(group.state[ConsentAnswer]) == 1


def test_everybody_sees_that_somebody_typed_it(group: GroupFixture) -> None:
    assert current(group).typed == []
    answer(group, CORE, "agree")
    assert (current(group).typed, current(group).answered) == ([PAPER], 1)
    answer(group, FACILITATOR, "concern", "Het is wel veel.")
    assert (current(group).typed, current(group).answered) == ([PAPER], 1)
    group.do(PARENT, ConsentGive, round="round-001", answer="agree")
    assert current(group).typed == [PAPER]


def test_who_gets_a_phone_answers_without_help(group: GroupFixture) -> None:
    answer(group, CORE, "agree")
    group.do(PAPER, ConsentGive, round="round-001", answer="concern", reason="Toch een zorg.")
    assert (current(group).typed, current(group).answered) == ([], 1)


def test_with_the_last_answer_everybody_sees_all(group: GroupFixture) -> None:
    answer(group, CORE, "agree")
    facts = group.do(PARENT, ConsentGive, round="round-001", answer="agree")
    assert see_answers(group) == EVERYBODY
    answer(group, FACILITATOR, "concern", "Toch een zorg.")
    assert see_answers(group) == EVERYBODY and len(group.state[ConsentAnswer]) == 2
    shown = [fact for fact in facts if isinstance(fact, ConsentAnswered) and fact.answer.revealed]
    assert len(shown) == 2
