"""The word exchange: a professional explains, a parent says it in own words, a parent settles it."""

from __future__ import annotations

import pytest

from tests.features.group import (
    CORE,
    FACILITATOR,
    GUEST,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    GroupFixture,
)
from workshop.features.terms.schema import Term, TermAsk, TermExplain, TermRemove, TermSay, TermSettle

SAID = {"term": "term-0001", "own_words": "Steeds op dezelfde tijd eten.", "plain": "een vast ritme"}
EXPLAINED = {"term": "term-0001", "text": "Structuur geeft kinderen houvast."}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("des-5")
    group.do(GUEST, TermAsk, term="term-0001", word="structuur")
    return group


def term(group: GroupFixture) -> Term:
    return group.state[Term]["term-0001"]


def test_a_word_goes_from_asked_to_settled(group: GroupFixture) -> None:
    assert (term(group).state, term(group).asked_by) == ("asked", GUEST)
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    assert (term(group).state, term(group).explained_by) == ("explained", PROFESSIONAL)
    group.do(PARENT, TermSay, **SAID)
    assert (term(group).state, term(group).said_by) == ("said", PARENT)
    assert term(group).plain == "een vast ritme"
    group.do(OTHER_PARENT, TermSettle, term="term-0001")
    assert (term(group).state, term(group).settled_by) == ("settled", OTHER_PARENT)


def test_a_professional_or_researcher_explains(group: GroupFixture) -> None:
    for who in (PARENT, GUEST, CORE):
        assert group.refused(who, TermExplain, **EXPLAINED) == "term.not_professional"
    for who in (PROFESSIONAL, RESEARCHER, FACILITATOR):
        group.do(who, TermExplain, **EXPLAINED)


def test_only_a_parent_says_and_settles(group: GroupFixture) -> None:
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    group.do(PARENT, TermSay, **SAID)
    for who in (PROFESSIONAL, RESEARCHER, GUEST, FACILITATOR):
        assert group.refused(who, TermSay, **SAID) == "term.not_parent"
        assert group.refused(who, TermSettle, term="term-0001") == "term.not_parent"


def test_a_parent_without_a_phone_says_it_through_the_core_team(group: GroupFixture) -> None:
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    group.do(FACILITATOR, TermSay, as_member=PAPER, **SAID)
    assert term(group).said_by == PAPER


def test_the_explanation_comes_first(group: GroupFixture) -> None:
    assert group.refused(PARENT, TermSay, **SAID) == "term.not_ready"
    assert group.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    assert group.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"


def test_a_settled_word_is_settled_again_only_after_it_is_said_again(group: GroupFixture) -> None:
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    group.do(PARENT, TermSay, **SAID)
    group.do(PARENT, TermSettle, term="term-0001")
    assert group.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"
    group.do(OTHER_PARENT, TermSay, **{**SAID, "plain": "vaste momenten"})
    assert (term(group).state, term(group).settled_by) == ("said", None)
    group.do(PARENT, TermSettle, term="term-0001")
    assert (term(group).state, term(group).plain) == ("settled", "vaste momenten")


def test_a_better_explanation_takes_nothing_away(group: GroupFixture) -> None:
    group.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    group.do(PARENT, TermSay, **SAID)
    group.do(RESEARCHER, TermExplain, term="term-0001", text="Vaste momenten op een dag.")
    assert (term(group).state, term(group).explained_by) == ("said", RESEARCHER)
    assert term(group).own_words == SAID["own_words"]


def test_a_word_stands_on_the_list_once(group: GroupFixture) -> None:
    assert group.refused(PARENT, TermAsk, term="term-0002", word=" Structuur ") == "exists"
    assert group.refused(PARENT, TermAsk, term="term-0001", word="hechting") == "exists"


def test_the_core_team_takes_a_word_off_the_list(group: GroupFixture) -> None:
    assert group.refused(GUEST, TermRemove, term="term-0001") == "not_allowed"
    group.do(CORE, TermRemove, term="term-0001")
    assert group.state[Term] == {}
    gone = {"term": "term-0001"}
    assert group.refused(CORE, TermRemove, **gone) == "not_found"
    assert group.refused(PROFESSIONAL, TermExplain, **EXPLAINED) == "not_found"
    assert group.refused(PARENT, TermSay, **SAID) == "not_found"
    assert group.refused(PARENT, TermSettle, **gone) == "not_found"


def test_markup_is_no_word(group: GroupFixture) -> None:
    assert group.refused(PARENT, TermAsk, term="term-0002", word="<b>hechting</b>") == "text.html"
    assert group.refused(PROFESSIONAL, TermExplain, term="term-0001", text="<p>uitleg") == "text.html"
