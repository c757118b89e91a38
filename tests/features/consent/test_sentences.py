"""A concern belongs to a sentence; a better one is written beside it, and the group asks again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.features.group import (
    CORE,
    GUEST,
    OTHER_PARENT,
    PARENT,
    PROFESSIONAL,
    GroupFixture,
    make,
)
from workshop.core.errors import DomainError
from workshop.core.visibility import view
from workshop.features.consent import decide
from workshop.features.consent.schema import (
    ConsentAgain,
    ConsentAnswer,
    ConsentClose,
    ConsentGive,
    ConsentOpen,
    ConsentReword,
    ConsentRound,
    Rewording,
)
from workshop.features.consent.together import SHARE, SMALLEST_GROUP, strong_for_both
from workshop.features.members.schema import Member, MemberRemove
from workshop.features.sections.decide import in_order
from workshop.features.versions.schema import Version

ROUND = "round-001"
ASKED = [PARENT, OTHER_PARENT, PROFESSIONAL]
OPEN: dict[str, Any] = {"round": ROUND, "version": "version-1", "label": "0.9", "members": ASKED}
HARD, EASY = "Wij participeren in de wijk.", "Wij doen mee in de buurt."
AGAIN = {"round": ROUND, "next": "round-002", "version": "version-2", "label": "1.0"}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("dst-2")
    group.do(CORE, ConsentOpen, **OPEN)
    return group


def object_to(group: GroupFixture, sentence: str = HARD) -> None:
    """Everybody agrees, and one parent objects to a sentence."""
    for who in (OTHER_PARENT, PROFESSIONAL):
        group.do(who, ConsentGive, round=ROUND, answer="agree")
    reason = {"answer": "objection", "reason": "Te moeilijk.", "sentence": sentence}
    group.do(PARENT, ConsentGive, round=ROUND, **reason)


def ask_again(group: GroupFixture, **fields: Any) -> dict[str, str]:
    command = make(ConsentAgain, **{**AGAIN, **fields})
    assert isinstance(command, ConsentAgain)
    sentences, facts = decide.again(group.context, command)
    group.fold(facts)
    return sentences


def test_an_objection_belongs_to_a_sentence(group: GroupFixture) -> None:
    object_to(group, f"  {HARD.replace(' ', '  ')} ")
    (objection,) = [one for one in group.state[ConsentAnswer].values() if one.answer == "objection"]
    assert objection.sentence == HARD
    group.do(PARENT, ConsentGive, round=ROUND, answer="agree", sentence=HARD)
    assert group.state[ConsentAnswer][objection.id].sentence == ""


def test_a_better_sentence_is_written_beside_the_old_one_by_anybody(group: GroupFixture) -> None:
    beside = {"rewording": "rewording-1", "round": ROUND, "sentence": HARD}
    assert group.refused(PARENT, ConsentReword, **beside, text=EASY) == "consent.not_revealed"
    object_to(group)
    group.do(GUEST, ConsentReword, **beside, text=EASY)
    assert group.state[Rewording]["rewording-1"].text == EASY
    group.do(PARENT, ConsentReword, **beside, text="Wij doen mee.")
    assert group.state[Rewording]["rewording-1"].text == "Wij doen mee."
    group.do(PARENT, ConsentReword, **beside, text=" ")
    assert not group.state[Rewording]
    assert group.do(PARENT, ConsentReword, **beside, text="") == []


def test_the_group_asks_again_about_the_better_sentence(group: GroupFixture) -> None:
    object_to(group)
    group.do(PARENT, ConsentReword, rewording="rewording-1", round=ROUND, sentence=HARD, text=EASY)
    group.do(PARENT, ConsentReword, rewording="rewording-2", round=ROUND, sentence="Nee.", text="Ja.")
    group.do(OTHER_PARENT, MemberRemove, member=OTHER_PARENT)
    assert ask_again(group, rewordings=["rewording-1"]) == {HARD: EASY}
    before, after = group.state[ConsentRound][ROUND], group.state[ConsentRound]["round-002"]
    assert (before.state, before.adopted) == ("closed", False)
    assert (after.state, after.after, after.number) == ("open", ROUND, 2)
    assert (after.members, after.version) == ([PARENT, PROFESSIONAL], "version-2")
    assert group.state[Version]["version-2"].label == "1.0"
    assert group.refused(PARENT, ConsentReword, rewording="rewording-1", round=ROUND, sentence=HARD) == (
        "consent.closed"
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"next": ROUND}, "exists"),
        ({"version": "version-1"}, "exists"),
        ({"label": "0.9"}, "consent.label_used"),
        ({"rewordings": ["rewording-404"]}, "not_found"),
        ({"round": "round-404"}, "not_found"),
    ],
)
def test_asking_again_needs_a_new_round_and_a_new_number(
    group: GroupFixture, fields: dict[str, Any], code: str
) -> None:
    object_to(group)
    with pytest.raises(DomainError, match=code):
        ask_again(group, **fields)


def test_nobody_asks_again_before_the_answers_are_there(group: GroupFixture) -> None:
    with pytest.raises(DomainError, match="not_revealed"):
        ask_again(group)


def test_a_round_about_one_paragraph_agrees_on_that_paragraph_only() -> None:
    group = GroupFixture("dst-2")
    section = in_order(group.state)[0].id
    words = f"{HARD} Iedereen is welkom."
    assert group.refused(CORE, ConsentOpen, **OPEN, section="section-404", words=words) == "section.not_found"
    group.do(CORE, ConsentOpen, **OPEN, section=section, words=words)
    object_to(group)
    group.do(PARENT, ConsentReword, rewording="rewording-1", round=ROUND, sentence=HARD, text=EASY)
    ask_again(group, rewordings=["rewording-1"])
    after = group.state[ConsentRound]["round-002"]
    assert (after.section, after.words) == (section, f"{EASY} Iedereen is welkom.")
    for who in ASKED:
        group.do(who, ConsentGive, round="round-002", answer="agree")
    group.do(CORE, ConsentClose, round="round-002", adopt=True)
    assert group.state[ConsentRound]["round-002"].adopted
    assert group.state[Version]["version-2"].adopted is None


# ---------------------------------------------------------------- what both find strong


def large_group(size: int) -> GroupFixture:
    """So many parents and as many professionals, who are asked."""
    group = GroupFixture("dst-2")
    people = []
    for role, like in (("parent", PARENT), ("professional", PROFESSIONAL)):
        for n in range(size):
            who = f"{role}-number-{n}"
            group.state[Member][who] = Member(**{
                **{field: getattr(group.member(like), field) for field in Member.__struct_fields__},
                "id": who,
            })  # fmt: skip
            people.append(who)
    group.do(CORE, ConsentOpen, **{**OPEN, "members": people})
    return group


def everybody_answers(group: GroupFixture, strong: list[str], **other: Any) -> None:
    for who in group.state[ConsentRound][ROUND].members:
        group.do(who, ConsentGive, round=ROUND, **{"answer": "agree", "strong": strong, **other})


def test_what_parents_and_professionals_both_find_strong_is_told_by_sentence() -> None:
    group = large_group(SMALLEST_GROUP)
    everybody_answers(group, [EASY])
    assert group.state[ConsentRound][ROUND].together == [EASY]
    for who in (None, PARENT, CORE, "parent-number-0"):
        others = [one for one in view(group.state, who)[ConsentAnswer].values() if one.member != who]
        assert others and not any(one.strong for one in others)
    assert view(group.state, "parent-number-0")[ConsentAnswer][f"{ROUND}.parent-number-0"].strong == [EASY]


def test_of_a_group_smaller_than_five_nothing_is_told() -> None:
    group = large_group(SMALLEST_GROUP - 1)
    everybody_answers(group, [EASY])
    assert group.state[ConsentRound][ROUND].state == "revealed"
    assert group.state[ConsentRound][ROUND].together == []


def test_a_sentence_that_somebody_worries_about_is_not_strong_for_both() -> None:
    group = large_group(SMALLEST_GROUP)
    everybody_answers(group, [EASY, HARD])
    worry = {"answer": "concern", "reason": "Te moeilijk.", "sentence": HARD, "strong": [EASY]}
    group.do("parent-number-0", ConsentGive, round=ROUND, **worry)
    assert group.state[ConsentRound][ROUND].together == [EASY]


@settings(deadline=None, max_examples=40)
@given(parents=st.integers(0, 8), professionals=st.integers(0, 8), of_each=st.integers(0, 8))
def test_both_groups_count_by_themselves(parents: int, professionals: int, of_each: int) -> None:
    state = large_group(8).state
    answers = [
        ConsentAnswer(
            id=f"{role}-{n}", round=ROUND, member=f"{role}-number-{n}", answer="agree",
            strong=[EASY] if n < strong else [],
        )
        for role, strong in (("parent", parents), ("professional", professionals))
        for n in range(of_each)
    ]  # fmt: skip
    enough = of_each >= SMALLEST_GROUP and min(parents, professionals, of_each) >= SHARE * of_each
    assert strong_for_both(state, answers) == ([EASY] if enough else [])
