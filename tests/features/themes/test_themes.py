"""Themes: cards are grouped under a name, and taken apart again with nothing lost."""

from __future__ import annotations

import pytest

from tests.features.group import CORE, OTHER_PARENT, PARENT, PROFESSIONAL, GroupFixture
from workshop.features.boards.schema import BoardHide
from workshop.features.cards.schema import Card, CardWithdraw
from workshop.features.themes.schema import (
    CardGroup,
    CardGrouped,
    Theme,
    ThemeAdd,
    ThemeAdded,
    ThemeRemove,
    ThemeRename,
)

CARDS = ["card-0001", "card-0002", "card-0003"]


@pytest.fixture
def group() -> GroupFixture:
    group = GroupFixture("def-1", "dis-2", "dis-3")
    for card in CARDS:
        group.card(card)
    return group


def themes_of(group: GroupFixture) -> list[str | None]:
    return [group.state[Card][card].theme for card in CARDS]


def test_a_theme_is_made_with_its_cards(group: GroupFixture) -> None:
    group.do(PARENT, ThemeAdd, theme="theme-01", name=" Samen  eten ", cards=CARDS[:2])
    assert group.state[Theme]["theme-01"].name == "Samen eten"
    assert themes_of(group) == ["theme-01", "theme-01", None]


def test_undo_of_taking_apart_is_making_it_again(group: GroupFixture) -> None:
    theme = {"theme": "theme-01", "name": "Samen eten"}
    group.do(PARENT, ThemeAdd, **theme, cards=CARDS)
    before = group.state.copy()
    group.do(OTHER_PARENT, ThemeRemove, theme="theme-01")
    assert group.state[Theme] == {} and themes_of(group) == [None, None, None]
    assert len(group.state[Card]) == 3
    group.do(OTHER_PARENT, ThemeAdd, **theme, cards=CARDS)
    assert group.state == before


def test_a_new_theme_comes_last(group: GroupFixture) -> None:
    for number in range(1, 4):
        group.do(PARENT, ThemeAdd, theme=f"theme-0{number}", name=f"Thema {number}")
    assert [theme.name for theme in sorted(group.state[Theme].values(), key=lambda t: t.rank)] == [
        "Thema 1",
        "Thema 2",
        "Thema 3",
    ]


def test_only_cards_that_are_there_to_read_get_into_a_new_theme(group: GroupFixture) -> None:
    group.do(CORE, BoardHide, board="dis-2")
    group.card("card-0004")
    cards = ["card-0404", "card-0004", "card-0001", "card-0001"]
    happened = group.do(PARENT, ThemeAdd, theme="theme-01", name="Buiten", cards=cards)
    assert isinstance(happened[0], ThemeAdded)
    assert happened[1:] == [CardGrouped(card="card-0001", theme="theme-01")]


def test_cards_of_a_step_that_makes_no_groups_stay_out_of_themes(group: GroupFixture) -> None:
    group.card("card-0004", board="def-1", column="arrive")
    made = group.do(PARENT, ThemeAdd, theme="theme-01", name="Buiten", cards=["card-0004"])
    assert len(made) == 1
    assert group.refused(PARENT, CardGroup, card="card-0004", theme="theme-01") == "step.not_here"


def test_a_card_goes_from_theme_to_theme_and_out_again(group: GroupFixture) -> None:
    for number in (1, 2):
        group.do(PARENT, ThemeAdd, theme=f"theme-0{number}", name=f"Thema {number}", cards=[])
    for theme in ("theme-01", "theme-02", None):
        happened = group.do(PROFESSIONAL, CardGroup, card="card-0001", theme=theme)
        assert happened == [CardGrouped(card="card-0001", theme=theme)]
        assert group.do(PROFESSIONAL, CardGroup, card="card-0001", theme=theme) == []


def test_a_theme_gets_another_name(group: GroupFixture) -> None:
    group.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten", cards=CARDS)
    group.do(OTHER_PARENT, ThemeRename, theme="theme-01", name="Aan tafel")
    assert group.state[Theme]["theme-01"].name == "Aan tafel"
    assert themes_of(group) == ["theme-01"] * 3


def test_a_withdrawn_card_leaves_its_theme_behind(group: GroupFixture) -> None:
    group.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten", cards=CARDS[:1])
    group.do(PARENT, CardWithdraw, card="card-0001")
    assert set(group.state[Theme]) == {"theme-01"}


def test_what_cannot_be_grouped_is_refused(group: GroupFixture) -> None:
    group.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten")
    assert group.refused(PARENT, ThemeAdd, theme="theme-01", name="Anders") == "exists"
    assert group.refused(PARENT, ThemeAdd, theme="theme-02", name="<i>Ritme</i>") == "text.html"
    assert group.refused(PARENT, ThemeRename, theme="theme-02", name="Anders") == "not_found"
    assert group.refused(PARENT, ThemeRemove, theme="theme-02") == "not_found"
    assert group.refused(PARENT, CardGroup, card="card-0001", theme="theme-02") == "not_found"
    assert group.refused(PARENT, CardGroup, card="card-0404", theme="theme-01") == "not_found"
    group.do(CORE, BoardHide, board="dis-2")
    group.card("card-0004")
    assert group.refused(CORE, CardGroup, card="card-0004", theme="theme-01") == "card.hidden"
