"""People: who joins, who sits in a seat, who is typed for, and what stays when somebody leaves."""

from __future__ import annotations

from typing import Any

import pytest

from phases import process
from tests.features.group import (
    CORE,
    FACILITATOR,
    KEY,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    RESEARCHER,
    GroupFixture,
    refusal_of,
)
from workshop.core.errors import DomainError
from workshop.core.state import State, fold
from workshop.features.agenda.schema import StepStart
from workshop.features.agreements.schema import Agreement, AgreementAdd
from workshop.features.cards.schema import Card, CardAdd, CardEdit
from workshop.features.community import decide as community
from workshop.features.community.decide import community_of
from workshop.features.community.schema import CommunityEdit
from workshop.features.members import decide as members
from workshop.features.members.actors import actor_of
from workshop.features.members.schema import (
    MemberAdd,
    MemberEdit,
    MemberRemove,
    MemberRemoved,
    SeatEmptied,
    SeatGive,
    SeatGiven,
    SeatHolder,
)
from workshop.features.sections import decide as sections
from workshop.features.sections.schema import Section
from workshop.features.voting.schema import Dot, DotPlace, DotsOpen

CARD: dict[str, Any] = {"card": "card-0009", "board": "dis-2", "column": "story", "text": "Samen eten."}


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("dis-2")


# ---------------------------------------------------------------- founding


def test_a_new_community_has_a_topic_and_an_outline_in_its_language() -> None:
    for language, summary in (("nl", "In het kort"), ("en", "In short"), ("ar", "In short")):
        state = fold(
            State(), [*community.found(" Lindebuurt ", language), *sections.begin(process(), language)]
        )
        assert community_of(state).name == "Lindebuurt" and community_of(state).topic
        first = min(state[Section].values(), key=lambda section: section.rank)
        assert (first.heading, first.kind) == (summary, "summary")
        assert len({section.rank for section in state[Section].values()}) == len(state[Section])


def test_a_new_community_may_bring_its_own_topic() -> None:
    state = fold(State(), community.found("L", "nl", "Meer buiten"))
    assert community_of(state).topic == "Meer buiten"


def test_the_core_team_changes_the_name_and_the_title(group: GroupFixture) -> None:
    group.do(CORE, CommunityEdit, title="Samen groot")
    group.do(FACILITATOR, CommunityEdit, name="De Linde")
    assert (community_of(group.state).name, community_of(group.state).title) == ("De Linde", "Samen groot")
    assert group.refused(CORE, CommunityEdit, name="<b>Linde</b>") == "text.html"


# ---------------------------------------------------------------- joining


def test_whoever_joins_has_a_name_and_a_role(group: GroupFixture) -> None:
    group.fold(members.join(group.context, "member-new", " Aya ", "guest"))
    member = group.member("member-new")
    assert (member.name, member.role, member.paper, member.facilitator) == ("Aya", "guest", False, False)


@pytest.mark.parametrize("name", ["", "   ", "<img src=x>", "\u200b"])
def test_a_name_says_something_and_is_no_markup(group: GroupFixture, name: str) -> None:
    with pytest.raises(DomainError):
        members.join(group.context, "member-new", name, "parent")


def test_a_parent_is_of_no_organisation(group: GroupFixture) -> None:
    group.fold(members.join(group.context, "member-new", "Aya", "parent", "school"))
    group.do(CORE, MemberAdd, member="member-two", name="Oma", role="parent", organisation="school")
    group.do(PROFESSIONAL, MemberEdit, organisation="library")
    assert group.member(PROFESSIONAL).organisation == "library"
    group.do(PROFESSIONAL, MemberEdit, role="parent")
    for member in ("member-new", "member-two", PROFESSIONAL):
        assert group.member(member).organisation is None


def test_the_core_team_adds_somebody_without_a_phone(group: GroupFixture) -> None:
    new = {"member": "member-new", "name": "Oma Riet", "role": "parent"}
    assert group.refused(PARENT, MemberAdd, **new) == "not_allowed"
    group.do(CORE, MemberAdd, **new)
    assert group.member("member-new").paper
    assert group.refused(CORE, MemberAdd, **new) == "exists"


def test_everybody_changes_the_own_name_only(group: GroupFixture) -> None:
    group.do(PARENT, MemberEdit, name="Yara B.")
    assert group.member(PARENT).name == "Yara B." and group.member(PARENT).role == "parent"
    assert "unknown field" in refusal_of(MemberEdit, member=OTHER_PARENT, name="Anders")
    assert "length <= 40" in refusal_of(MemberEdit, name="a" * 41)


# ---------------------------------------------------------------- typing for somebody


def test_the_core_team_types_for_somebody_without_a_phone_only(group: GroupFixture) -> None:
    group.do(CORE, CardAdd, as_member=PAPER, **CARD)
    assert group.state[Card]["card-0009"].author == PAPER
    again = {**CARD, "card": "card-0010"}
    assert group.refused(PARENT, CardAdd, as_member=PAPER, **again) == "not_allowed"
    assert group.refused(CORE, CardAdd, as_member=PARENT, **again) == "member.only_paper"
    assert group.refused(CORE, CardAdd, as_member="member-404", **again) == "member.gone"
    group.do(CORE, MemberRemove, member=PAPER)
    assert group.refused(CORE, CardAdd, as_member=PAPER, **again) == "member.gone"


def test_typing_for_oneself_is_just_typing(group: GroupFixture) -> None:
    group.do(PARENT, CardAdd, as_member=PARENT, **CARD)
    assert group.state[Card]["card-0009"].author == PARENT


def test_who_never_joined_does_nothing(group: GroupFixture) -> None:
    assert group.refused("member-404", CardAdd, **CARD) == "not_signed_in"


# ---------------------------------------------------------------- seats


def test_a_seat_is_for_somebody_with_its_role(group: GroupFixture) -> None:
    assert group.do(FACILITATOR, SeatGive, seat="researcher", member=RESEARCHER) == [
        SeatGiven(seat=SeatHolder(id="researcher", member=RESEARCHER))
    ]
    assert group.refused(FACILITATOR, SeatGive, seat="parent", member=PROFESSIONAL) == "seat.wrong_role"
    assert group.refused(FACILITATOR, SeatGive, seat="parent", member="member-404") == "member.gone"
    assert group.refused(CORE, SeatGive, seat="parent", member=PARENT) == "not_allowed"


def test_a_seat_steers_as_long_as_somebody_sits_in_it(group: GroupFixture) -> None:
    group.do(FACILITATOR, SeatGive, seat="parent", member=PARENT)
    group.do(PARENT, StepStart, step="dis-3")
    assert group.refused(CORE, StepStart, step="dis-2") == "not_allowed"


def test_an_empty_seat_blocks_nothing(group: GroupFixture) -> None:
    empty = {"seat": "parent"}
    assert group.do(FACILITATOR, SeatGive, **empty) == [SeatEmptied(seat="parent")]
    assert group.do(FACILITATOR, SeatGive, **empty) == []
    group.do(FACILITATOR, StepStart, step="dis-3")
    group.do(PARENT, CardAdd, **CARD)


def test_who_takes_another_role_leaves_the_seat(group: GroupFixture) -> None:
    group.do(CORE, MemberEdit, name="Anna")
    assert "parent" in group.state[SeatHolder]
    group.do(CORE, MemberEdit, role="guest")
    assert group.state[SeatHolder] == {}
    assert group.refused(CORE, StepStart, step="dis-3") == "not_allowed"


# ---------------------------------------------------------------- leaving


def test_who_leaves_takes_the_name_off_everything(group: GroupFixture) -> None:
    group.card("card-0001", who=CORE)
    group.card("card-0002", who=PARENT)
    happened = group.do(CORE, MemberRemove, member=CORE)
    card = group.state[Card]["card-0001"]
    assert (card.author, card.nameless, card.key) == (None, True, None)
    assert group.state[Card]["card-0002"].author == PARENT
    assert group.state[SeatHolder] == {}
    gone = group.member(CORE)
    assert (gone.name, gone.role, gone.removed) == ("", "parent", True)
    assert isinstance(happened[-1], MemberRemoved)
    assert actor_of(group.state, CORE) is None
    assert group.refused(CORE, CardAdd, **CARD) == "not_signed_in"


def test_what_was_written_stays_and_is_nobodys_to_change(group: GroupFixture) -> None:
    text = group.card("card-0001").text
    group.do(PARENT, MemberRemove, member=PARENT)
    assert group.state[Card]["card-0001"].text == text
    for key in (None, KEY):
        code = group.refused(OTHER_PARENT, CardEdit, card="card-0001", rev=0, text="Anders.", key=key)
        assert code == "card.not_yours"


def test_everybody_may_leave_and_only_the_core_team_takes_somebody_off(group: GroupFixture) -> None:
    assert group.refused(PARENT, MemberRemove, member=OTHER_PARENT) == "not_allowed"
    group.do(CORE, MemberRemove, member=OTHER_PARENT)
    group.do(PARENT, MemberRemove, member=PARENT)
    assert group.refused(CORE, MemberRemove, member=PARENT) == "member.gone"
    assert group.refused(CORE, MemberRemove, member="member-404") == "member.gone"
    assert group.refused(FACILITATOR, SeatGive, seat="parent", member=PARENT) == "member.gone"


def test_a_facilitator_is_not_put_out_by_a_seat(group: GroupFixture) -> None:
    assert group.refused(CORE, MemberRemove, member=FACILITATOR) == "not_allowed"
    group.do(FACILITATOR, MemberRemove, member=FACILITATOR)


def test_who_leaves_takes_the_dots_along_and_the_agreements_are_open_again() -> None:
    group = GroupFixture("def-3", "dst-4")
    group.card("card-0001", who=OTHER_PARENT, board="def-3", column="topic")
    group.do(CORE, DotsOpen, board="def-3", budget=1)
    group.do(PARENT, DotPlace, dot="dot-00001", board="def-3", card="card-0001")
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Ik kook.", owner=PARENT)
    group.do(PARENT, MemberRemove, member=PARENT)
    assert group.state[Dot] == {}
    assert group.state[Agreement]["agreement-1"].owner is None
