"""The word exchange: a professional explains, a parent says it in own words, a parent settles it."""

from __future__ import annotations

import pytest

from tests.unit.village import (
    CORE,
    FACILITATOR,
    GUEST,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    Village,
)
from workshop.entities import Term
from workshop.events import TermAsk, TermExplain, TermRemove, TermSay, TermSettle

SAID = {"term": "term-0001", "own_words": "Steeds op dezelfde tijd eten.", "plain": "een vast ritme"}
EXPLAINED = {"term": "term-0001", "text": "Structuur geeft kinderen houvast."}


@pytest.fixture
def village() -> Village:
    village = Village("des-5")
    village.do(GUEST, TermAsk, term="term-0001", word="structuur")
    return village


def term(village: Village) -> Term:
    return village.state.terms["term-0001"]


def test_a_word_goes_from_asked_to_settled(village: Village) -> None:
    assert (term(village).state, term(village).asked_by) == ("asked", GUEST)
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    assert (term(village).state, term(village).explained_by) == ("explained", PROFESSIONAL)
    village.do(PARENT, TermSay, **SAID)
    assert (term(village).state, term(village).said_by) == ("said", PARENT)
    assert term(village).plain == "een vast ritme"
    village.do(OTHER_PARENT, TermSettle, term="term-0001")
    assert (term(village).state, term(village).settled_by) == ("settled", OTHER_PARENT)


def test_a_professional_or_researcher_explains(village: Village) -> None:
    for who in (PARENT, GUEST, CORE):
        assert village.refused(who, TermExplain, **EXPLAINED) == "term.not_professional"
    for who in (PROFESSIONAL, RESEARCHER, FACILITATOR):
        village.do(who, TermExplain, **EXPLAINED)


def test_only_a_parent_says_and_settles(village: Village) -> None:
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    village.do(PARENT, TermSay, **SAID)
    for who in (PROFESSIONAL, RESEARCHER, GUEST, FACILITATOR):
        assert village.refused(who, TermSay, **SAID) == "term.not_parent"
        assert village.refused(who, TermSettle, term="term-0001") == "term.not_parent"


def test_a_parent_without_a_phone_says_it_through_the_core_team(village: Village) -> None:
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    village.do(FACILITATOR, TermSay, as_member=PAPER, **SAID)
    assert term(village).said_by == PAPER


def test_the_explanation_comes_first(village: Village) -> None:
    assert village.refused(PARENT, TermSay, **SAID) == "term.not_ready"
    assert village.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    assert village.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"


def test_a_settled_word_is_settled_again_only_after_it_is_said_again(village: Village) -> None:
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    village.do(PARENT, TermSay, **SAID)
    village.do(PARENT, TermSettle, term="term-0001")
    assert village.refused(PARENT, TermSettle, term="term-0001") == "term.not_ready"
    village.do(OTHER_PARENT, TermSay, **{**SAID, "plain": "vaste momenten"})
    assert (term(village).state, term(village).settled_by) == ("said", None)
    village.do(PARENT, TermSettle, term="term-0001")
    assert (term(village).state, term(village).plain) == ("settled", "vaste momenten")


def test_a_better_explanation_takes_nothing_away(village: Village) -> None:
    village.do(PROFESSIONAL, TermExplain, **EXPLAINED)
    village.do(PARENT, TermSay, **SAID)
    village.do(RESEARCHER, TermExplain, term="term-0001", text="Vaste momenten op een dag.")
    assert (term(village).state, term(village).explained_by) == ("said", RESEARCHER)
    assert term(village).own_words == SAID["own_words"]


def test_a_word_stands_on_the_list_once(village: Village) -> None:
    assert village.refused(PARENT, TermAsk, term="term-0002", word=" Structuur ") == "exists"
    assert village.refused(PARENT, TermAsk, term="term-0001", word="hechting") == "exists"


def test_the_core_team_takes_a_word_off_the_list(village: Village) -> None:
    assert village.refused(GUEST, TermRemove, term="term-0001") == "not_allowed"
    village.do(CORE, TermRemove, term="term-0001")
    assert village.state.terms == {}
    gone = {"term": "term-0001"}
    assert village.refused(CORE, TermRemove, **gone) == "not_found"
    assert village.refused(PROFESSIONAL, TermExplain, **EXPLAINED) == "not_found"
    assert village.refused(PARENT, TermSay, **SAID) == "not_found"
    assert village.refused(PARENT, TermSettle, **gone) == "not_found"


def test_markup_is_no_word(village: Village) -> None:
    assert village.refused(PARENT, TermAsk, term="term-0002", word="<b>hechting</b>") == "text.html"
    assert village.refused(PROFESSIONAL, TermExplain, term="term-0001", text="<p>uitleg") == "text.html"
