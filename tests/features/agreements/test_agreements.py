"""Agreements: what, who, when, who pays; what is not known yet stays open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.features.group import CORE, GUEST, OTHER_PARENT, PARENT, PROFESSIONAL, GroupFixture, refusal_of
from workshop.features.agreements.schema import Agreement, AgreementAdd, AgreementEdit, AgreementRemove
from workshop.features.members.schema import MemberRemove

ADD: dict[str, Any] = {"agreement": "agreement-1", "text": "Elke dinsdag koken wij samen."}
FULL: dict[str, Any] = {
    **ADD,
    "owner": PARENT,
    "helpers": [PROFESSIONAL, GUEST],
    "start": "2027-05-01",
    "paid_by": "De gemeente",
    "card": "card-0001",
    "section": "section-02",
}


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("dis-2", "dst-4")
    group.card()
    return group


def agreement(group: GroupFixture) -> Agreement:
    return group.state[Agreement]["agreement-1"]


def test_an_agreement_may_be_only_words_yet(group: GroupFixture) -> None:
    group.do(GUEST, AgreementAdd, **ADD)
    made = agreement(group)
    assert (made.owner, made.helpers, made.start, made.paid_by) == (None, [], None, "")


def test_an_agreement_says_who_when_who_pays_and_where_it_comes_from(group: GroupFixture) -> None:
    group.do(PARENT, AgreementAdd, **FULL)
    made = agreement(group)
    assert (made.owner, made.helpers, made.start) == (PARENT, [PROFESSIONAL, GUEST], "2027-05-01")
    assert (made.paid_by, made.card, made.section) == ("De gemeente", "card-0001", "section-02")


def test_editing_replaces_the_content_and_empties_what_is_left_out(group: GroupFixture) -> None:
    group.do(PARENT, AgreementAdd, **FULL)
    rank = agreement(group).rank
    group.do(OTHER_PARENT, AgreementEdit, **ADD, rev=0, start="2027-06-01")
    made = agreement(group)
    assert (made.start, made.owner, made.card, made.rev, made.rank) == ("2027-06-01", None, None, 1, rank)


def test_of_two_edits_at_once_the_second_looks_first(group: GroupFixture) -> None:
    group.do(PARENT, AgreementAdd, **ADD)
    group.do(PARENT, AgreementEdit, **ADD, rev=0)
    assert group.refused(OTHER_PARENT, AgreementEdit, **ADD, rev=0) == "card.changed"


def test_a_new_agreement_comes_last(group: GroupFixture) -> None:
    for number in range(1, 4):
        group.do(PARENT, AgreementAdd, **{**ADD, "agreement": f"agreement-{number}"})
    ranks = [one.rank for one in group.state[Agreement].values()]
    assert ranks == sorted(set(ranks))


def test_what_does_not_exist_is_not_linked(group: GroupFixture) -> None:
    helpers = [GUEST, "member-404", GUEST]
    group.do(PARENT, AgreementAdd, **ADD, card="card-0404", section="section-404", helpers=helpers)
    made = agreement(group)
    assert (made.card, made.section, made.helpers) == (None, None, [GUEST])
    other = {**ADD, "agreement": "agreement-2", "owner": "member-404"}
    assert group.refused(PARENT, AgreementAdd, **other) == "member.gone"


def test_who_left_is_not_given_anything_new_to_do(group: GroupFixture) -> None:
    group.do(CORE, AgreementAdd, **FULL)
    group.do(PARENT, MemberRemove, member=PARENT)
    group.do(GUEST, MemberRemove, member=GUEST)
    assert (agreement(group).owner, agreement(group).helpers) == (None, [PROFESSIONAL])
    rev = agreement(group).rev
    assert group.refused(CORE, AgreementEdit, **FULL, rev=rev) == "member.gone"
    group.do(CORE, AgreementEdit, **{**FULL, "owner": None}, rev=rev)
    assert agreement(group).helpers == [PROFESSIONAL]
    other = {**ADD, "agreement": "agreement-2"}
    assert group.refused(CORE, AgreementAdd, **other, owner=PARENT) == "member.gone"
    group.do(CORE, AgreementAdd, **other, helpers=[GUEST])
    assert group.state[Agreement]["agreement-2"].helpers == []


def test_an_agreement_is_taken_off_the_list(group: GroupFixture) -> None:
    group.do(PARENT, AgreementAdd, **ADD)
    assert group.refused(PARENT, AgreementAdd, **ADD) == "exists"
    group.do(OTHER_PARENT, AgreementRemove, agreement="agreement-1")
    assert group.state[Agreement] == {}
    assert group.refused(PARENT, AgreementRemove, agreement="agreement-1") == "not_found"
    assert group.refused(PARENT, AgreementEdit, **ADD, rev=0) == "not_found"


def test_markup_and_too_much_are_refused(group: GroupFixture) -> None:
    assert group.refused(PARENT, AgreementAdd, **{**ADD, "text": "<b>Koken</b>"}) == "text.html"
    assert group.refused(PARENT, AgreementAdd, **ADD, paid_by="<b>Wij</b>") == "text.html"
    assert "<= 800" in refusal_of(AgreementAdd, **{**ADD, "text": "a" * 801})
    assert "<= 50" in refusal_of(AgreementAdd, **ADD, helpers=[PARENT] * 51)
