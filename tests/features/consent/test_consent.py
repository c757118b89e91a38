"""Consent rounds: everyone answers unseen, all answers come to light at once, then it is decided."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.features.group import (
    CORE,
    FACILITATOR,
    GUEST,
    NOW,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    GroupFixture,
    refusal_of,
)
from workshop.core.schema import Fact
from workshop.core.visibility import redact, view
from workshop.features.consent.schema import (
    ConsentAnswer,
    ConsentAnswered,
    ConsentClose,
    ConsentGive,
    ConsentOpen,
    ConsentRound,
)
from workshop.features.members.schema import MemberRemove
from workshop.features.versions.schema import Version

ASKED = [PARENT, OTHER_PARENT, PROFESSIONAL]
OPEN: dict[str, Any] = {"round": "round-001", "version": "version-1", "label": "0.9", "members": ASKED}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("dst-2")
    group.do(CORE, ConsentOpen, **OPEN)
    return group


def answer(group: GroupFixture, who: str, what: str = "agree", reason: str = "") -> list[Fact]:
    return group.do(who, ConsentGive, round="round-001", answer=what, reason=reason)


def everyone(group: GroupFixture) -> None:
    for who in ASKED:
        answer(group, who)


def current(group: GroupFixture) -> ConsentRound:
    return group.state[ConsentRound]["round-001"]


# ---------------------------------------------------------------- opening


def test_a_round_asks_about_a_version_that_is_frozen(group: GroupFixture) -> None:
    version = group.state[Version]["version-1"]
    assert (version.label, version.date, version.adopted) == ("0.9", NOW.date().isoformat(), None)
    assert (current(group).members, current(group).number, current(group).state) == (ASKED, 1, "open")


def test_one_round_at_a_time_and_every_label_once(group: GroupFixture) -> None:
    other = {**OPEN, "round": "round-002", "version": "version-2", "label": "1.0"}
    assert group.refused(CORE, ConsentOpen, **other) == "consent.one_at_a_time"
    everyone(group)
    assert group.refused(CORE, ConsentOpen, **other) == "consent.one_at_a_time"
    group.do(CORE, ConsentClose, round="round-001")
    assert group.refused(CORE, ConsentOpen, **{**other, "label": "0.9"}) == "consent.label_used"
    assert group.refused(CORE, ConsentOpen, **{**other, "round": "round-001"}) == "exists"
    assert group.refused(CORE, ConsentOpen, **{**other, "version": "version-1"}) == "exists"
    group.do(CORE, ConsentOpen, **other)
    assert group.state[ConsentRound]["round-002"].number == 2


def test_who_left_is_not_asked_and_nobody_twice() -> None:
    group = GroupFixture()
    group.do(CORE, MemberRemove, member=GUEST)
    assert group.refused(CORE, ConsentOpen, **{**OPEN, "members": [GUEST, "member-404"]}) == "member.gone"
    group.do(CORE, ConsentOpen, **{**OPEN, "members": [GUEST, PARENT, PARENT]})
    assert current(group).members == [PARENT]


@pytest.mark.parametrize(
    "fields",
    [
        {"members": []},
        {"label": "one"},
        {"label": "1.0\n"},
        {"label": "100.0"},
    ],
)
def test_a_round_asks_somebody_about_a_numbered_version(fields: dict[str, Any]) -> None:
    assert refusal_of(ConsentOpen, **{**OPEN, **fields})


# ---------------------------------------------------------------- answering


def test_an_answer_is_private_until_everyone_answered(group: GroupFixture) -> None:
    facts = answer(group, PARENT, "objection", "Te moeilijk.")
    assert current(group).answered == 1
    assert len(view(group.state, PARENT)[ConsentAnswer]) == 1
    for who in (OTHER_PARENT, CORE, FACILITATOR, None):
        assert view(group.state, who)[ConsentAnswer] == {}
        assert "moeilijk" not in str([redact(fact, who) for fact in facts])


def test_the_last_answer_reveals_all_of_them(group: GroupFixture) -> None:
    answer(group, PARENT, "concern", "Is dit wel kort genoeg?")
    answer(group, OTHER_PARENT)
    assert current(group).state == "open"
    facts = answer(group, PROFESSIONAL)
    assert (current(group).state, current(group).answered) == ("revealed", 3)
    assert len(view(group.state, None)[ConsentAnswer]) == 3
    assert sum(isinstance(fact, ConsentAnswered) and fact.answer.revealed for fact in facts) == 3


def test_an_answer_may_be_changed_before_the_reveal_and_counts_once(group: GroupFixture) -> None:
    answer(group, PARENT, "objection", "Te moeilijk.")
    answer(group, PARENT, "agree")
    assert current(group).answered == 1
    assert [a.answer for a in group.state[ConsentAnswer].values()] == ["agree"]


def test_an_answer_changed_after_the_reveal_is_seen_at_once(group: GroupFixture) -> None:
    everyone(group)
    facts = answer(group, PARENT, "objection", "Toch niet.")
    assert len(facts) == 1 and redact(facts[0], None) == facts[0]
    assert current(group).state == "revealed"
    assert group.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.open_objection"
    answer(group, PARENT, "agree")
    group.do(CORE, ConsentClose, round="round-001", adopt=True)


def test_who_does_not_simply_agree_says_why(group: GroupFixture) -> None:
    for what in ("concern", "objection"):
        for reason in ("", "  \n "):
            given = {"round": "round-001", "answer": what, "reason": reason}
            assert group.refused(PARENT, ConsentGive, **given) == "consent.reason_needed"
    given = {"round": "round-001", "answer": "concern", "reason": "<b>Nee</b>"}
    assert group.refused(PARENT, ConsentGive, **given) == "text.html"


def test_only_who_was_asked_answers(group: GroupFixture) -> None:
    for who in (GUEST, CORE):
        assert group.refused(who, ConsentGive, round="round-001", answer="agree") == "consent.not_asked"
    assert group.refused(PARENT, ConsentGive, round="round-404", answer="agree") == "not_found"


def test_somebody_without_a_phone_answers_through_the_core_team() -> None:
    group = GroupFixture()
    group.do(CORE, ConsentOpen, **{**OPEN, "members": [PAPER]})
    group.do(CORE, ConsentGive, as_member=PAPER, round="round-001", answer="agree")
    assert current(group).state == "revealed"


# ---------------------------------------------------------------- deciding


def test_a_version_is_adopted_when_everyone_can_go_on_with_it(group: GroupFixture) -> None:
    everyone(group)
    answer(group, PARENT, "concern", "Graag korter.")
    group.do(CORE, ConsentClose, round="round-001", adopt=True)
    assert (current(group).state, current(group).adopted) == ("closed", True)
    assert group.state[Version]["version-1"].adopted == NOW.date().isoformat()


def test_a_version_is_not_adopted_before_everyone_answered(group: GroupFixture) -> None:
    answer(group, PARENT)
    assert group.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.not_everyone"


def test_a_version_is_not_adopted_over_an_objection(group: GroupFixture) -> None:
    everyone(group)
    answer(group, OTHER_PARENT, "objection", "Dit klopt niet.")
    assert group.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.open_objection"


def test_a_round_may_end_without_a_decision_and_its_answers_stay_private(group: GroupFixture) -> None:
    answer(group, PARENT, "objection", "Te moeilijk.")
    group.do(CORE, ConsentClose, round="round-001")
    assert (current(group).state, current(group).adopted) == ("closed", False)
    assert group.state[Version]["version-1"].adopted is None
    assert view(group.state, CORE)[ConsentAnswer] == {}
    assert group.refused(PARENT, ConsentGive, round="round-001", answer="agree") == "consent.closed"
    assert group.refused(CORE, ConsentClose, round="round-001") == "consent.closed"
    assert group.refused(CORE, ConsentClose, round="round-404") == "not_found"


# ---------------------------------------------------------------- leaving


def test_a_round_does_not_wait_for_who_left(group: GroupFixture) -> None:
    answer(group, PARENT)
    answer(group, OTHER_PARENT)
    group.do(PROFESSIONAL, MemberRemove, member=PROFESSIONAL)
    assert (current(group).members, current(group).state) == ([PARENT, OTHER_PARENT], "revealed")
    assert all(given.revealed for given in group.state[ConsentAnswer].values())


def test_a_round_goes_on_without_who_left(group: GroupFixture) -> None:
    group.do(PROFESSIONAL, MemberRemove, member=PROFESSIONAL)
    assert (current(group).members, current(group).state) == ([PARENT, OTHER_PARENT], "open")


def test_an_answer_that_was_given_stays_and_counts(group: GroupFixture) -> None:
    answer(group, PARENT)
    group.do(PARENT, MemberRemove, member=PARENT)
    assert current(group).members == ASKED and current(group).answered == 1
    answer(group, OTHER_PARENT)
    answer(group, PROFESSIONAL)
    assert current(group).state == "revealed"


def test_a_round_that_everybody_left_adopts_nothing(group: GroupFixture) -> None:
    for who in ASKED:
        group.do(who, MemberRemove, member=who)
    assert group.refused(CORE, ConsentClose, round="round-001", adopt=True) == "consent.not_everyone"
    group.do(CORE, ConsentClose, round="round-001")


@settings(deadline=None, max_examples=30)
@given(
    moves=st.lists(
        st.tuples(st.sampled_from(ASKED), st.sampled_from(["agree", "concern", "objection", "leave"])),
        max_size=10,
    )
)
def test_answers_come_to_light_together_or_not_at_all(moves: list[tuple[str, str]]) -> None:
    group = GroupFixture("dst-2")
    group.do(CORE, ConsentOpen, **OPEN)
    for who, what in moves:
        if group.member(who).removed:
            continue
        if what == "leave":
            group.do(who, MemberRemove, member=who)
        else:
            answer(group, who, what, "Daarom.")
        answers = list(group.state[ConsentAnswer].values())
        everyone_did = {a.member for a in answers} >= set(current(group).members) != set()
        assert (current(group).state == "revealed") == everyone_did
        assert {a.revealed for a in answers} <= {everyone_did}
        assert current(group).answered == len(answers)
