"""The screen of the group: a card that is discussed fills it; names stand there only when asked for."""

from __future__ import annotations

import pytest

from tests.features.group import CORE, FACILITATOR, PARENT, GroupFixture
from workshop.features.agenda.schema import StepStart
from workshop.features.boards.schema import BoardHide
from workshop.features.cards.schema import CardWithdraw
from workshop.features.members.schema import MemberRemove
from workshop.features.screen.schema import SCREEN, ScreenName, ScreenNameShow, ScreenPoint, Spotlight
from workshop.features.sections.schema import SectionAdd, SectionRemove


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("dis-2", "des-2")


def shown(group: GroupFixture) -> list[str]:
    """The card on the screen, if there is one."""
    return [spotlight.card for spotlight in group.state[Spotlight].values()]


def test_the_core_team_shows_one_card_and_takes_it_off(group: GroupFixture) -> None:
    group.card("card-one-1")
    group.card("card-two-2")
    group.do(CORE, ScreenPoint, card="card-one-1")
    group.do(CORE, ScreenPoint, card="card-two-2")
    assert shown(group) == ["card-two-2"]
    group.do(FACILITATOR, ScreenPoint)
    assert shown(group) == []


def test_pointing_again_or_at_nothing_changes_nothing(group: GroupFixture) -> None:
    group.card("card-one-1")
    assert group.do(CORE, ScreenPoint) == []
    group.do(CORE, ScreenPoint, card="card-one-1")
    assert group.do(CORE, ScreenPoint, card="card-one-1") == []


def test_a_card_that_is_hidden_or_gone_cannot_be_shown(group: GroupFixture) -> None:
    assert group.refused(CORE, ScreenPoint, card="card-none-0") == "not_found"
    group.do(CORE, BoardHide, board="dis-2")
    group.card("card-one-1")
    assert group.refused(CORE, ScreenPoint, card="card-one-1") == "card.hidden"


def test_a_card_goes_off_the_screen_when_it_is_withdrawn(group: GroupFixture) -> None:
    group.card("card-one-1")
    group.card("card-two-2")
    group.do(CORE, ScreenPoint, card="card-one-1")
    group.do(PARENT, CardWithdraw, card="card-two-2")
    assert shown(group) == ["card-one-1"]
    group.do(PARENT, CardWithdraw, card="card-one-1")
    assert shown(group) == []


def test_another_step_begins_without_it(group: GroupFixture) -> None:
    group.card("card-one-1")
    group.do(CORE, ScreenPoint, card="card-one-1")
    group.do(CORE, StepStart, step="dis-2")
    assert shown(group) == []


def paragraph(group: GroupFixture) -> tuple[str, str]:
    """The paragraph on the screen: its section and id."""
    spotlight = group.state[Spotlight][SCREEN]
    return spotlight.section, spotlight.paragraph


def test_a_paragraph_that_is_discussed_takes_the_place_of_the_card(group: GroupFixture) -> None:
    group.card("card-one-1")
    group.do(CORE, SectionAdd, section="section-dream-1", heading="Our dream")
    group.do(CORE, ScreenPoint, card="card-one-1")
    group.do(CORE, ScreenPoint, section="section-dream-1", paragraph="para-1")
    assert shown(group) == [""]
    assert paragraph(group) == ("section-dream-1", "para-1")
    assert group.do(CORE, ScreenPoint, section="section-dream-1", paragraph="para-1") == []
    group.do(CORE, ScreenPoint, section="section-dream-1", paragraph="para-2")
    assert paragraph(group) == ("section-dream-1", "para-2")
    group.do(CORE, SectionRemove, section="section-dream-1")
    assert shown(group) == []


def test_what_is_half_said_or_not_there_is_not_shown(group: GroupFixture) -> None:
    group.card("card-one-1")
    group.do(CORE, SectionAdd, section="section-dream-1", heading="Our dream")
    refused = group.refused
    assert refused(CORE, ScreenPoint, section="section-dream-1") == "bad_request"
    assert refused(CORE, ScreenPoint, paragraph="para-1") == "bad_request"
    assert (
        refused(CORE, ScreenPoint, card="card-one-1", section="section-dream-1", paragraph="para-1")
        == "bad_request"
    )
    assert refused(CORE, ScreenPoint, section="section-dream-2", paragraph="para-1") == "not_found"
    group.do(CORE, SectionRemove, section="section-dream-1")
    assert refused(CORE, ScreenPoint, section="section-dream-1", paragraph="para-1") == "not_found"


def test_nobodys_name_is_there_unasked_and_each_decides_alone(group: GroupFixture) -> None:
    assert not group.state[ScreenName]
    group.do(PARENT, ScreenNameShow, shown=True)
    assert group.do(PARENT, ScreenNameShow, shown=True) == []
    assert list(group.state[ScreenName]) == [PARENT]
    group.do(PARENT, ScreenNameShow, shown=False)
    assert group.do(PARENT, ScreenNameShow, shown=False) == []
    assert not group.state[ScreenName]


def test_who_leaves_is_not_on_the_screen(group: GroupFixture) -> None:
    group.do(PARENT, ScreenNameShow, shown=True)
    group.do(PARENT, MemberRemove, member=PARENT)
    assert not group.state[ScreenName]
