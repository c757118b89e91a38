"""Agreements: what, who, when, who pays; what is not known yet stays open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.village import CORE, GUEST, OTHER_PARENT, PARENT, PROFESSIONAL, Village, refusal_of
from workshop.entities import Agreement
from workshop.events import AgreementAdd, AgreementEdit, AgreementRemove, MemberRemove

ADD: dict[str, Any] = {"agreement": "agreement-1", "text": "Elke dinsdag koken wij samen."}
FULL: dict[str, Any] = {
    **ADD, "owner": PARENT, "helpers": [PROFESSIONAL, GUEST], "start": "2027-05-01", "paid_by": "De gemeente",
    "card": "card-0001", "section": "section-02",
}


@pytest.fixture
def village() -> Village:
    village = Village("dis-2", "dst-4")
    village.card()
    return village


def agreement(village: Village) -> Agreement:
    return village.state.agreements["agreement-1"]


def test_an_agreement_may_be_only_words_yet(village: Village) -> None:
    village.do(GUEST, AgreementAdd, **ADD)
    made = agreement(village)
    assert (made.owner, made.helpers, made.start, made.paid_by) == (None, [], None, "")


def test_an_agreement_says_who_when_who_pays_and_where_it_comes_from(village: Village) -> None:
    village.do(PARENT, AgreementAdd, **FULL)
    made = agreement(village)
    assert (made.owner, made.helpers, made.start) == (PARENT, [PROFESSIONAL, GUEST], "2027-05-01")
    assert (made.paid_by, made.card, made.section) == ("De gemeente", "card-0001", "section-02")


def test_editing_replaces_the_content_and_empties_what_is_left_out(village: Village) -> None:
    village.do(PARENT, AgreementAdd, **FULL)
    rank = agreement(village).rank
    village.do(OTHER_PARENT, AgreementEdit, **ADD, rev=0, start="2027-06-01")
    made = agreement(village)
    assert (made.start, made.owner, made.card, made.rev, made.rank) == ("2027-06-01", None, None, 1, rank)


def test_of_two_edits_at_once_the_second_looks_first(village: Village) -> None:
    village.do(PARENT, AgreementAdd, **ADD)
    village.do(PARENT, AgreementEdit, **ADD, rev=0)
    assert village.refused(OTHER_PARENT, AgreementEdit, **ADD, rev=0) == "card.changed"


def test_a_new_agreement_comes_last(village: Village) -> None:
    for number in range(1, 4):
        village.do(PARENT, AgreementAdd, **{**ADD, "agreement": f"agreement-{number}"})
    ranks = [one.rank for one in village.state.agreements.values()]
    assert ranks == sorted(set(ranks))


def test_what_does_not_exist_is_not_linked(village: Village) -> None:
    helpers = [GUEST, "member-404", GUEST]
    village.do(PARENT, AgreementAdd, **ADD, card="card-0404", section="section-404", helpers=helpers)
    made = agreement(village)
    assert (made.card, made.section, made.helpers) == (None, None, [GUEST])
    other = {**ADD, "agreement": "agreement-2", "owner": "member-404"}
    assert village.refused(PARENT, AgreementAdd, **other) == "member.gone"


def test_who_left_is_not_given_anything_new_to_do(village: Village) -> None:
    village.do(CORE, AgreementAdd, **FULL)
    village.do(PARENT, MemberRemove, member=PARENT)
    village.do(GUEST, MemberRemove, member=GUEST)
    village.do(CORE, AgreementEdit, **{**FULL, "text": "Elke woensdag."}, rev=0)
    assert (agreement(village).owner, agreement(village).helpers) == (PARENT, [PROFESSIONAL, GUEST])
    other = {**ADD, "agreement": "agreement-2"}
    assert village.refused(CORE, AgreementAdd, **other, owner=PARENT) == "member.gone"
    village.do(CORE, AgreementAdd, **other, helpers=[GUEST])
    assert village.state.agreements["agreement-2"].helpers == []


def test_an_agreement_is_taken_off_the_list(village: Village) -> None:
    village.do(PARENT, AgreementAdd, **ADD)
    assert village.refused(PARENT, AgreementAdd, **ADD) == "exists"
    village.do(OTHER_PARENT, AgreementRemove, agreement="agreement-1")
    assert village.state.agreements == {}
    assert village.refused(PARENT, AgreementRemove, agreement="agreement-1") == "not_found"
    assert village.refused(PARENT, AgreementEdit, **ADD, rev=0) == "not_found"


def test_markup_and_too_much_are_refused(village: Village) -> None:
    assert village.refused(PARENT, AgreementAdd, **{**ADD, "text": "<b>Koken</b>"}) == "text.html"
    assert village.refused(PARENT, AgreementAdd, **ADD, paid_by="<b>Wij</b>") == "text.html"
    assert "<= 800" in refusal_of(AgreementAdd, **{**ADD, "text": "a" * 801})
    assert "<= 50" in refusal_of(AgreementAdd, **ADD, helpers=[PARENT] * 51)
