"""People: who joins, who sits in a seat, who is typed for, and what stays when somebody leaves."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.village import (
    CORE,
    FACILITATOR,
    KEY,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    Village,
    refusal_of,
)
from workshop import people
from workshop.entities import SeatHolder
from workshop.errors import DomainError
from workshop.events import (
    AgreementAdd,
    CardAdd,
    CardEdit,
    CommunityEdit,
    DotPlace,
    DotsOpen,
    MemberAdd,
    MemberEdit,
    MemberRemove,
    MemberRemoved,
    SeatEmptied,
    SeatGive,
    SeatGiven,
    StepStart,
)
from workshop.permissions import actor_of
from workshop.state import State, fold

CARD: dict[str, Any] = {"card": "card-0009", "board": "dis-2", "column": "story", "text": "Samen eten."}


@pytest.fixture
def village() -> Village:
    return Village("dis-2")


# ---------------------------------------------------------------- founding

def test_a_new_community_has_a_topic_and_an_outline_in_its_language() -> None:
    for language, summary in (("nl", "In het kort"), ("en", "In short"), ("ar", "In short")):
        state = fold(State(), people.found_community(" Lindebuurt ", language))
        assert state.community.name == "Lindebuurt" and state.community.topic
        first = min(state.sections.values(), key=lambda section: section.rank)
        assert (first.heading, first.kind) == (summary, "summary")
        assert len({section.rank for section in state.sections.values()}) == len(state.sections)


def test_a_new_community_may_bring_its_own_topic() -> None:
    assert fold(State(), people.found_community("L", "nl", "Meer buiten")).community.topic == "Meer buiten"


def test_the_core_team_changes_the_name_and_the_title(village: Village) -> None:
    village.do(CORE, CommunityEdit, title="Samen groot")
    village.do(FACILITATOR, CommunityEdit, name="De Linde")
    assert (village.state.community.name, village.state.community.title) == ("De Linde", "Samen groot")
    assert village.refused(CORE, CommunityEdit, name="<b>Linde</b>") == "text.html"


# ---------------------------------------------------------------- joining

def test_whoever_joins_has_a_name_and_a_role(village: Village) -> None:
    village.fold(people.join(village.room, "member-new", " Aya ", "guest"))
    member = village.member("member-new")
    assert (member.name, member.role, member.paper, member.facilitator) == ("Aya", "guest", False, False)


@pytest.mark.parametrize("name", ["", "   ", "<img src=x>", "\u200b"])
def test_a_name_says_something_and_is_no_markup(village: Village, name: str) -> None:
    with pytest.raises(DomainError):
        people.join(village.room, "member-new", name, "parent")


def test_a_parent_is_of_no_organisation(village: Village) -> None:
    village.fold(people.join(village.room, "member-new", "Aya", "parent", "school"))
    village.do(CORE, MemberAdd, member="member-two", name="Oma", role="parent", organisation="school")
    village.do(PROFESSIONAL, MemberEdit, organisation="library")
    assert village.member(PROFESSIONAL).organisation == "library"
    village.do(PROFESSIONAL, MemberEdit, role="parent")
    for member in ("member-new", "member-two", PROFESSIONAL):
        assert village.member(member).organisation is None


def test_the_core_team_adds_somebody_without_a_phone(village: Village) -> None:
    new = {"member": "member-new", "name": "Oma Riet", "role": "parent"}
    assert village.refused(PARENT, MemberAdd, **new) == "not_allowed"
    village.do(CORE, MemberAdd, **new)
    assert village.member("member-new").paper
    assert village.refused(CORE, MemberAdd, **new) == "exists"


def test_everybody_changes_the_own_name_only(village: Village) -> None:
    village.do(PARENT, MemberEdit, name="Yara B.")
    assert village.member(PARENT).name == "Yara B." and village.member(PARENT).role == "parent"
    assert "unknown field" in refusal_of(MemberEdit, member=OTHER_PARENT, name="Anders")
    assert "length <= 40" in refusal_of(MemberEdit, name="a" * 41)


# ---------------------------------------------------------------- typing for somebody

def test_the_core_team_types_for_somebody_without_a_phone_only(village: Village) -> None:
    village.do(CORE, CardAdd, as_member=PAPER, **CARD)
    assert village.state.cards["card-0009"].author == PAPER
    again = {**CARD, "card": "card-0010"}
    assert village.refused(PARENT, CardAdd, as_member=PAPER, **again) == "not_allowed"
    assert village.refused(CORE, CardAdd, as_member=PARENT, **again) == "member.only_paper"
    assert village.refused(CORE, CardAdd, as_member="member-404", **again) == "member.gone"
    village.do(CORE, MemberRemove, member=PAPER)
    assert village.refused(CORE, CardAdd, as_member=PAPER, **again) == "member.gone"


def test_typing_for_oneself_is_just_typing(village: Village) -> None:
    village.do(PARENT, CardAdd, as_member=PARENT, **CARD)
    assert village.state.cards["card-0009"].author == PARENT


def test_who_never_joined_does_nothing(village: Village) -> None:
    assert village.refused("member-404", CardAdd, **CARD) == "not_signed_in"


# ---------------------------------------------------------------- seats

def test_a_seat_is_for_somebody_with_its_role(village: Village) -> None:
    assert village.do(FACILITATOR, SeatGive, seat="researcher", member=RESEARCHER) == [
        SeatGiven(seat=SeatHolder(id="researcher", member=RESEARCHER))
    ]
    assert village.refused(FACILITATOR, SeatGive, seat="parent", member=PROFESSIONAL) == "seat.wrong_role"
    assert village.refused(FACILITATOR, SeatGive, seat="parent", member="member-404") == "member.gone"
    assert village.refused(CORE, SeatGive, seat="parent", member=PARENT) == "not_allowed"


def test_a_seat_steers_as_long_as_somebody_sits_in_it(village: Village) -> None:
    village.do(FACILITATOR, SeatGive, seat="parent", member=PARENT)
    village.do(PARENT, StepStart, step="dis-3")
    assert village.refused(CORE, StepStart, step="dis-2") == "not_allowed"


def test_an_empty_seat_blocks_nothing(village: Village) -> None:
    empty = {"seat": "parent"}
    assert village.do(FACILITATOR, SeatGive, **empty) == [SeatEmptied(seat="parent")]
    assert village.do(FACILITATOR, SeatGive, **empty) == []
    village.do(FACILITATOR, StepStart, step="dis-3")
    village.do(PARENT, CardAdd, **CARD)


def test_who_takes_another_role_leaves_the_seat(village: Village) -> None:
    village.do(CORE, MemberEdit, name="Anna")
    assert "parent" in village.state.seats
    village.do(CORE, MemberEdit, role="guest")
    assert village.state.seats == {}
    assert village.refused(CORE, StepStart, step="dis-3") == "not_allowed"


# ---------------------------------------------------------------- leaving

def test_who_leaves_takes_the_name_off_everything(village: Village) -> None:
    village.card("card-0001", who=CORE)
    village.card("card-0002", who=PARENT)
    happened = village.do(CORE, MemberRemove, member=CORE)
    card = village.state.cards["card-0001"]
    assert (card.author, card.nameless, card.key) == (None, True, None)
    assert village.state.cards["card-0002"].author == PARENT
    assert village.state.seats == {}
    gone = village.member(CORE)
    assert (gone.name, gone.role, gone.removed) == ("", "parent", True)
    assert isinstance(happened[-1], MemberRemoved)
    assert actor_of(village.state, CORE) is None
    assert village.refused(CORE, CardAdd, **CARD) == "not_signed_in"


def test_what_was_written_stays_and_is_nobodys_to_change(village: Village) -> None:
    text = village.card("card-0001").text
    village.do(PARENT, MemberRemove, member=PARENT)
    assert village.state.cards["card-0001"].text == text
    for key in (None, KEY):
        code = village.refused(OTHER_PARENT, CardEdit, card="card-0001", rev=0, text="Anders.", key=key)
        assert code == "card.not_yours"


def test_everybody_may_leave_and_only_the_core_team_takes_somebody_off(village: Village) -> None:
    assert village.refused(PARENT, MemberRemove, member=OTHER_PARENT) == "not_allowed"
    village.do(CORE, MemberRemove, member=OTHER_PARENT)
    village.do(PARENT, MemberRemove, member=PARENT)
    assert village.refused(CORE, MemberRemove, member=PARENT) == "member.gone"
    assert village.refused(CORE, MemberRemove, member="member-404") == "member.gone"
    assert village.refused(FACILITATOR, SeatGive, seat="parent", member=PARENT) == "member.gone"


def test_a_facilitator_is_not_put_out_by_a_seat(village: Village) -> None:
    assert village.refused(CORE, MemberRemove, member=FACILITATOR) == "not_allowed"
    village.do(FACILITATOR, MemberRemove, member=FACILITATOR)


def test_dots_and_agreements_of_who_left_stay() -> None:
    village = Village("def-3", "dst-4")
    village.card("card-0001", who=OTHER_PARENT, board="def-3", column="topic")
    village.do(CORE, DotsOpen, board="def-3", budget=1)
    village.do(PARENT, DotPlace, dot="dot-00001", board="def-3", card="card-0001")
    village.do(PARENT, AgreementAdd, agreement="agreement-1", text="Ik kook.", owner=PARENT)
    village.do(PARENT, MemberRemove, member=PARENT)
    assert set(village.state.dots) == {"dot-00001"}
    assert set(village.state.agreements) == {"agreement-1"}
