"""Consent rounds: everyone answers unseen, all answers come to light at once, then it is decided."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.village import (
    CORE,
    FACILITATOR,
    GUEST,
    NOW,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    Village,
    refusal_of,
)
from workshop.entities import ConsentRound
from workshop.events import ConsentAnswered, ConsentClose, ConsentGive, ConsentOpen, Fact, MemberRemove
from workshop.state import view
from workshop.visibility import redact

ASKED = [PARENT, OTHER_PARENT, PROFESSIONAL]
OPEN: dict[str, Any] = {"round": "round-001", "version": "version-1", "label": "0.9", "members": ASKED}


@pytest.fixture
def village() -> Village:
    village = Village("dst-2")
    village.do(CORE, ConsentOpen, **OPEN)
    return village


def answer(village: Village, who: str, what: str = "agree", reason: str = "") -> list[Fact]:
    return village.do(who, ConsentGive, round="round-001", answer=what, reason=reason)


def everyone(village: Village) -> None:
    for who in ASKED:
        answer(village, who)


def current(village: Village) -> ConsentRound:
    return village.state.rounds["round-001"]


# ---------------------------------------------------------------- opening

def test_a_round_asks_about_a_version_that_is_frozen(village: Village) -> None:
    version = village.state.versions["version-1"]
    assert (version.label, version.date, version.adopted) == ("0.9", NOW.date().isoformat(), None)
    assert (current(village).members, current(village).number, current(village).state) == (ASKED, 1, "open")


def test_one_round_at_a_time_and_every_label_once(village: Village) -> None:
    other = {**OPEN, "round": "round-002", "version": "version-2", "label": "1.0"}
    assert village.refused(CORE, ConsentOpen, **other) == "consent.one_at_a_time"
    everyone(village)
    assert village.refused(CORE, ConsentOpen, **other) == "consent.one_at_a_time"
    village.do(CORE, ConsentClose, round="round-001")
    assert village.refused(CORE, ConsentOpen, **{**other, "label": "0.9"}) == "consent.label_used"
    assert village.refused(CORE, ConsentOpen, **{**other, "round": "round-001"}) == "exists"
    assert village.refused(CORE, ConsentOpen, **{**other, "version": "version-1"}) == "exists"
    village.do(CORE, ConsentOpen, **other)
    assert village.state.rounds["round-002"].number == 2


def test_who_left_is_not_asked_and_nobody_twice() -> None:
    village = Village()
    village.do(CORE, MemberRemove, member=GUEST)
    assert village.refused(CORE, ConsentOpen, **{**OPEN, "members": [GUEST, "member-404"]}) == "member.gone"
    village.do(CORE, ConsentOpen, **{**OPEN, "members": [GUEST, PARENT, PARENT]})
    assert current(village).members == [PARENT]


@pytest.mark.parametrize("fields", [
    {"members": []}, {"label": "one"}, {"label": "1.0\n"}, {"label": "100.0"},
])
def test_a_round_asks_somebody_about_a_numbered_version(fields: dict[str, Any]) -> None:
    assert refusal_of(ConsentOpen, **{**OPEN, **fields})


# ---------------------------------------------------------------- answering

def test_an_answer_is_private_until_everyone_answered(village: Village) -> None:
    facts = answer(village, PARENT, "objection", "Te moeilijk.")
    assert current(village).answered == 1
    assert len(view(village.state, PARENT).answers) == 1
    for who in (OTHER_PARENT, CORE, FACILITATOR, None):
        assert view(village.state, who).answers == {}
        assert "moeilijk" not in str([redact(fact, who) for fact in facts])


def test_the_last_answer_reveals_all_of_them(village: Village) -> None:
    answer(village, PARENT, "concern", "Is dit wel kort genoeg?")
    answer(village, OTHER_PARENT)
    assert current(village).state == "open"
    facts = answer(village, PROFESSIONAL)
    assert (current(village).state, current(village).answered) == ("revealed", 3)
    assert len(view(village.state, None).answers) == 3
    assert sum(isinstance(fact, ConsentAnswered) and fact.answer.revealed for fact in facts) == 3


def test_an_answer_may_be_changed_before_the_reveal_and_counts_once(village: Village) -> None:
    answer(village, PARENT, "objection", "Te moeilijk.")
    answer(village, PARENT, "agree")
    assert current(village).answered == 1
    assert [a.answer for a in village.state.answers.values()] == ["agree"]


def test_an_answer_changed_after_the_reveal_is_seen_at_once(village: Village) -> None:
    everyone(village)
    facts = answer(village, PARENT, "objection", "Toch niet.")
    assert len(facts) == 1 and redact(facts[0], None) == facts[0]
    assert current(village).state == "revealed"
    assert village.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.open_objection"
    answer(village, PARENT, "agree")
    village.do(CORE, ConsentClose, round="round-001", adopt=True)


def test_who_does_not_simply_agree_says_why(village: Village) -> None:
    for what in ("concern", "objection"):
        for reason in ("", "  \n "):
            given = {"round": "round-001", "answer": what, "reason": reason}
            assert village.refused(PARENT, ConsentGive, **given) == "consent.reason_needed"
    given = {"round": "round-001", "answer": "concern", "reason": "<b>Nee</b>"}
    assert village.refused(PARENT, ConsentGive, **given) == "text.html"


def test_only_who_was_asked_answers(village: Village) -> None:
    for who in (GUEST, CORE):
        assert village.refused(who, ConsentGive, round="round-001", answer="agree") == "consent.not_asked"
    assert village.refused(PARENT, ConsentGive, round="round-404", answer="agree") == "not_found"


def test_somebody_without_a_phone_answers_through_the_core_team() -> None:
    village = Village()
    village.do(CORE, ConsentOpen, **{**OPEN, "members": [PAPER]})
    village.do(CORE, ConsentGive, as_member=PAPER, round="round-001", answer="agree")
    assert current(village).state == "revealed"


# ---------------------------------------------------------------- deciding

def test_a_version_is_adopted_when_everyone_can_go_on_with_it(village: Village) -> None:
    everyone(village)
    answer(village, PARENT, "concern", "Graag korter.")
    village.do(CORE, ConsentClose, round="round-001", adopt=True)
    assert (current(village).state, current(village).adopted) == ("closed", True)
    assert village.state.versions["version-1"].adopted == NOW.date().isoformat()


def test_a_version_is_not_adopted_before_everyone_answered(village: Village) -> None:
    answer(village, PARENT)
    assert village.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.not_everyone"


def test_a_version_is_not_adopted_over_an_objection(village: Village) -> None:
    everyone(village)
    answer(village, OTHER_PARENT, "objection", "Dit klopt niet.")
    assert village.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.open_objection"


def test_a_round_may_end_without_a_decision_and_its_answers_stay_private(village: Village) -> None:
    answer(village, PARENT, "objection", "Te moeilijk.")
    village.do(CORE, ConsentClose, round="round-001")
    assert (current(village).state, current(village).adopted) == ("closed", False)
    assert village.state.versions["version-1"].adopted is None
    assert view(village.state, CORE).answers == {}
    assert village.refused(PARENT, ConsentGive, round="round-001", answer="agree") == "consent.closed"
    assert village.refused(CORE, ConsentClose, round="round-001") == "consent.closed"
    assert village.refused(CORE, ConsentClose, round="round-404") == "not_found"


# ---------------------------------------------------------------- leaving

def test_a_round_does_not_wait_for_who_left(village: Village) -> None:
    answer(village, PARENT)
    answer(village, OTHER_PARENT)
    village.do(PROFESSIONAL, MemberRemove, member=PROFESSIONAL)
    assert (current(village).members, current(village).state) == ([PARENT, OTHER_PARENT], "revealed")
    assert all(given.revealed for given in village.state.answers.values())


def test_a_round_goes_on_without_who_left(village: Village) -> None:
    village.do(PROFESSIONAL, MemberRemove, member=PROFESSIONAL)
    assert (current(village).members, current(village).state) == ([PARENT, OTHER_PARENT], "open")


def test_an_answer_that_was_given_stays_and_counts(village: Village) -> None:
    answer(village, PARENT)
    village.do(PARENT, MemberRemove, member=PARENT)
    assert current(village).members == ASKED and current(village).answered == 1
    answer(village, OTHER_PARENT)
    answer(village, PROFESSIONAL)
    assert current(village).state == "revealed"


def test_a_round_that_everybody_left_adopts_nothing(village: Village) -> None:
    for who in ASKED:
        village.do(who, MemberRemove, member=who)
    assert village.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.not_everyone"
    village.do(CORE, ConsentClose, round="round-001")


@settings(deadline=None, max_examples=30)
@given(moves=st.lists(st.tuples(
    st.sampled_from(ASKED), st.sampled_from(["agree", "concern", "objection", "leave"])
), max_size=10))
def test_answers_come_to_light_together_or_not_at_all(moves: list[tuple[str, str]]) -> None:
    village = Village("dst-2")
    village.do(CORE, ConsentOpen, **OPEN)
    for who, what in moves:
        if village.member(who).removed:
            continue
        if what == "leave":
            village.do(who, MemberRemove, member=who)
        else:
            answer(village, who, what, "Daarom.")
        answers = list(village.state.answers.values())
        everyone_did = {a.member for a in answers} >= set(current(village).members) != set()
        assert (current(village).state == "revealed") == everyone_did
        assert {a.revealed for a in answers} <= {everyone_did}
        assert current(village).answered == len(answers)
