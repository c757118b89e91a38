"""Who could not come: stated as absent, asked until a day, and so many of a role must have answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.features.group import CORE, NOW, OTHER_PARENT, PARENT, PROFESSIONAL, GroupFixture, refusal_of
from workshop.core.visibility import view
from workshop.features.consent.schema import (
    ConsentAbsent,
    ConsentAnswer,
    ConsentClose,
    ConsentGive,
    ConsentOpen,
    ConsentRound,
    RoleCount,
)
from workshop.features.members.schema import MemberRemove
from workshop.features.versions.schema import Version

ROUND = "round-001"
ASKED = [PARENT, OTHER_PARENT, PROFESSIONAL]
OPEN: dict[str, Any] = {"round": ROUND, "version": "version-1", "label": "0.9", "members": ASKED}
TODAY = NOW.date().isoformat()
YESTERDAY, LATER = "2027-04-12", "2027-04-20"


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("dst-2")
    group.do(CORE, ConsentOpen, **OPEN)
    return group


def current(group: GroupFixture) -> ConsentRound:
    return group.state[ConsentRound][ROUND]


def answer(group: GroupFixture, *members: str) -> None:
    for who in members:
        group.do(who, ConsentGive, round=ROUND, answer="agree")


def test_the_answers_are_revealed_when_everybody_who_could_come_answered(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    assert current(group).state == "open"
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT])
    assert (current(group).state, current(group).absent) == ("revealed", [OTHER_PARENT])
    assert len(view(group.state, None)[ConsentAnswer]) == 2


def test_a_round_opens_with_people_absent() -> None:
    group = GroupFixture("dst-2")
    group.do(CORE, ConsentOpen, **{**OPEN, "absent": [OTHER_PARENT, CORE], "until": LATER})
    assert (current(group).absent, current(group).until) == ([OTHER_PARENT], LATER)
    assert refusal_of(ConsentOpen, **{**OPEN, "until": "tomorrow"})


def test_nothing_is_revealed_when_nobody_answered(group: GroupFixture) -> None:
    group.do(CORE, ConsentAbsent, round=ROUND, members=ASKED)
    assert current(group).state == "open"
    assert group.refused(CORE, ConsentClose, round=ROUND, adopt=True) == "consent.not_everyone"


def test_who_answered_is_not_absent(group: GroupFixture) -> None:
    answer(group, PARENT)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[PARENT, OTHER_PARENT])
    assert current(group).absent == [OTHER_PARENT]
    answer(group, OTHER_PARENT)
    assert current(group).absent == []


def test_the_group_may_agree_without_them_and_it_is_stated(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT])
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)
    assert current(group).absent_roles == [RoleCount(role="parent", count=1)]
    assert group.state[Version]["version-1"].adopted == TODAY


def test_until_the_last_day_the_group_waits_for_who_could_not_come(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    for until in (TODAY, LATER):
        group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT], until=until)
        assert group.refused(CORE, ConsentClose, round=ROUND, adopt=True) == "consent.still_time"
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT], until=YESTERDAY)
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)


def test_an_answer_after_the_meeting_counts_and_an_objection_holds_it_up(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT], until=LATER)
    objection = {"round": ROUND, "answer": "objection", "reason": "Dit klopt niet."}
    group.do(OTHER_PARENT, ConsentGive, **objection)
    assert (current(group).answered, current(group).absent) == (3, [])
    assert len(view(group.state, None)[ConsentAnswer]) == 3
    assert group.refused(CORE, ConsentClose, round=ROUND, adopt=True) == "consent.open_objection"
    answer(group, OTHER_PARENT)
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)
    assert current(group).absent_roles == []


def test_after_the_last_day_who_was_absent_answers_when_there_is_a_later_one(group: GroupFixture) -> None:
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT], until=YESTERDAY)
    answered = {"round": ROUND, "answer": "agree"}
    assert group.refused(OTHER_PARENT, ConsentGive, **answered) == "consent.too_late"
    answer(group, PARENT)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT], until=TODAY)
    answer(group, OTHER_PARENT)
    assert (current(group).answered, current(group).absent) == (2, [])


def test_who_turns_out_to_be_there_is_waited_for(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT])
    group.do(CORE, ConsentAbsent, round=ROUND, members=[])
    assert group.refused(CORE, ConsentClose, round=ROUND, adopt=True) == "consent.not_everyone"


def test_so_many_of_a_role_must_have_answered() -> None:
    group = GroupFixture("dst-2")
    least = [
        {"role": "parent", "count": 1},
        {"role": "professional", "count": 1},
        {"role": "parent", "count": 2},
    ]
    group.do(CORE, ConsentOpen, **{**OPEN, "least": least, "absent": [OTHER_PARENT]})
    assert sorted((one.role, one.count) for one in current(group).least) == [
        ("parent", 2),
        ("professional", 1),
    ]
    answer(group, PARENT, PROFESSIONAL)
    assert group.refused(CORE, ConsentClose, round=ROUND, adopt=True) == "consent.too_few"
    answer(group, OTHER_PARENT)
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)


def test_who_leaves_is_not_absent_but_gone(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT])
    group.do(OTHER_PARENT, MemberRemove, member=OTHER_PARENT)
    assert (current(group).members, current(group).absent) == ([PARENT, PROFESSIONAL], [])
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)


def test_a_round_that_is_over_keeps_the_number_of_who_was_absent_and_not_who(group: GroupFixture) -> None:
    answer(group, PARENT, PROFESSIONAL)
    group.do(CORE, ConsentAbsent, round=ROUND, members=[OTHER_PARENT])
    group.do(CORE, ConsentClose, round=ROUND, adopt=True)
    group.do(OTHER_PARENT, MemberRemove, member=OTHER_PARENT)
    assert (current(group).members, current(group).absent) == (ASKED, [])
    assert current(group).absent_roles == [RoleCount(role="parent", count=1)]


def test_a_round_that_is_over_is_not_changed(group: GroupFixture) -> None:
    group.do(CORE, ConsentClose, round=ROUND)
    assert group.refused(CORE, ConsentAbsent, round=ROUND, members=[PARENT]) == "consent.closed"
