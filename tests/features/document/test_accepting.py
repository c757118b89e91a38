"""What looks private may stand in a text when people say so; that is said of one place, and taken back."""

from __future__ import annotations

from tests.features.group import CORE, GUEST, PARENT, GroupFixture
from workshop.features.agreements.schema import AgreementAdd, AgreementRemove
from workshop.features.cards.schema import CardWithdraw
from workshop.features.document.private import key_of
from workshop.features.document.schema import Accepted, PrivateAccept, PrivateReopen

NUMBER = key_of("phone", "038-4567890")
SECTION = "section-04"


def accepted(group: GroupFixture, number: int, **fields: str) -> int:
    given = {"accepted": f"accepted-{number}", "stands_in": SECTION, "fingerprint": NUMBER, **fields}
    return len(group.do(GUEST, PrivateAccept, **given))


def test_the_same_words_are_accepted_once_in_each_place() -> None:
    group = GroupFixture("dis-2")
    group.card()
    assert accepted(group, 1) == 1
    assert accepted(group, 2) == 0
    assert accepted(group, 3, stands_in="section-05") == 1
    assert accepted(group, 4, stands_in="card-0001") == 1
    assert accepted(group, 5, fingerprint=key_of("phone", "038-4567891")) == 1
    assert len(group.state[Accepted]) == 4


def test_a_place_is_a_section_or_a_card() -> None:
    group = GroupFixture("dis-2")
    given = {"accepted": "accepted-1", "stands_in": "card-0404", "fingerprint": NUMBER}
    assert group.refused(PARENT, PrivateAccept, **given) == "not_found"
    accepted(group, 1)
    given = {"accepted": "accepted-1", "stands_in": "section-05", "fingerprint": NUMBER}
    assert group.refused(PARENT, PrivateAccept, **given) == "exists"


def test_anybody_has_it_looked_at_again() -> None:
    group = GroupFixture("dis-2")
    accepted(group, 1)
    group.do(CORE, PrivateReopen, accepted="accepted-1")
    assert group.state[Accepted] == {}
    assert group.refused(CORE, PrivateReopen, accepted="accepted-1") == "not_found"


def test_of_a_card_that_is_gone_nothing_is_remembered() -> None:
    group = GroupFixture("dis-2")
    group.card()
    accepted(group, 1, stands_in="card-0001")
    accepted(group, 2)
    group.do(PARENT, CardWithdraw, card="card-0001")
    assert set(group.state[Accepted]) == {"accepted-2"}


def test_of_an_agreement_that_is_off_the_list_nothing_is_remembered() -> None:
    group = GroupFixture("dis-2")
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Bel 038-4567890.")
    accepted(group, 1, stands_in="agreement-1")
    group.do(PARENT, AgreementRemove, agreement="agreement-1")
    assert group.state[Accepted] == {}
