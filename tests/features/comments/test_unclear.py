""" "I do not get this": everybody counts once, only totals are shown, and it can be taken back."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from tests.features.group import (
    CORE,
    FACILITATOR,
    GUEST,
    OTHER_PARENT,
    PARENT,
    PROFESSIONAL,
    ROLES,
    GroupFixture,
)
from workshop.core.visibility import redact, view
from workshop.features.comments.schema import (
    HardSentence,
    HardSentenceClear,
    Unclear,
    UnclearAdd,
    UnclearRemove,
)
from workshop.features.members.schema import MemberRemove
from workshop.features.sections.schema import SectionWriters

SECTION, WORDS = "section-02", "Wij faciliteren ontmoeting."


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("dis-2", "dst-1")


def mark(group: GroupFixture, who: str, unclear: str = "", **fields: Any) -> None:
    given = {"section": SECTION, "words": WORDS, **fields}
    group.do(who, UnclearAdd, unclear=unclear or f"of-{who}", **given)


def counts(group: GroupFixture) -> dict[str, int]:
    return {one.words: one.count for one in group.state[HardSentence].values()}


def test_sentences_are_counted_and_everybody_counts_once(group: GroupFixture) -> None:
    mark(group, PARENT)
    mark(group, OTHER_PARENT, words=f"  {WORDS}\n")
    mark(group, PARENT, "once-more-01")
    mark(group, PARENT, "another-one-01", words="Wij spelen.")
    assert counts(group) == {WORDS: 2, "Wij spelen.": 1}
    mark(group, PARENT, "elsewhere-001", section="section-03")
    assert sorted(one.count for one in group.state[HardSentence].values()) == [1, 1, 2]


def test_it_can_be_taken_back_by_who_said_it(group: GroupFixture) -> None:
    mark(group, PARENT)
    mark(group, GUEST)
    assert group.refused(OTHER_PARENT, UnclearRemove, unclear=f"of-{PARENT}") == "not_found"
    group.do(PARENT, UnclearRemove, unclear=f"of-{PARENT}")
    assert counts(group) == {WORDS: 1}
    group.do(GUEST, UnclearRemove, unclear=f"of-{GUEST}")
    assert not group.state[HardSentence] and not group.state[Unclear]


def test_nobody_is_named_to_anybody(group: GroupFixture) -> None:
    before = len(group.history)
    mark(group, PARENT, "unclear-0001")
    group.do(PARENT, UnclearRemove, unclear="unclear-0001")
    mark(group, PARENT, "unclear-0002")
    for viewer in (*ROLES, None):
        if viewer == PARENT:
            continue
        seen = view(group.state, viewer)
        assert seen[Unclear] == {} and counts(group) == {WORDS: 1}
        told = [redact(fact, viewer) for fact in group.history[before:]]
        assert PARENT not in str(msgspec.to_builtins([fact for fact in told if fact is not None]))
    assert list(view(group.state, PARENT)[Unclear]) == ["unclear-0002"]


def test_who_leaves_takes_the_marks_along(group: GroupFixture) -> None:
    mark(group, PARENT)
    mark(group, OTHER_PARENT)
    mark(group, PARENT, "another-one-01", words="Wij spelen.")
    group.do(FACILITATOR, MemberRemove, member=PARENT)
    assert counts(group) == {WORDS: 1}
    assert [unclear.member for unclear in group.state[Unclear].values()] == [OTHER_PARENT]


def test_who_writes_there_is_done_with_a_sentence(group: GroupFixture) -> None:
    group.do(CORE, SectionWriters, section=SECTION, roles=["professional"])
    mark(group, PARENT)
    mark(group, GUEST)
    (sentence,) = group.state[HardSentence]
    assert group.refused(PARENT, HardSentenceClear, sentence=sentence) == "section.read_only"
    group.do(PROFESSIONAL, HardSentenceClear, sentence=sentence)
    assert not group.state[HardSentence] and not group.state[Unclear]
    assert group.refused(PROFESSIONAL, HardSentenceClear, sentence=sentence) == "not_found"


def test_what_is_no_sentence_of_the_text_is_refused(group: GroupFixture) -> None:
    given = {"unclear": "unclear-0001", "section": SECTION, "words": " \n "}
    assert group.refused(PARENT, UnclearAdd, **given) == "text.empty"
    assert group.refused(PARENT, UnclearAdd, **{**given, "section": "section-404"}) == "section.not_found"
    mark(group, PARENT, "unclear-0001")
    assert group.refused(GUEST, UnclearAdd, **{**given, "words": "Anders."}) == "exists"
