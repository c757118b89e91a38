"""Themes: cards are grouped under a name, and taken apart again with nothing lost."""

from __future__ import annotations

import pytest

from tests.unit.village import CORE, OTHER_PARENT, PARENT, PROFESSIONAL, Village
from workshop.events import (
    BoardHide,
    CardGroup,
    CardGrouped,
    CardWithdraw,
    ThemeAdd,
    ThemeAdded,
    ThemeRemove,
    ThemeRename,
)

CARDS = ["card-0001", "card-0002", "card-0003"]


@pytest.fixture
def village() -> Village:
    village = Village("def-1", "dis-2", "dis-3")
    for card in CARDS:
        village.card(card)
    return village


def themes_of(village: Village) -> list[str | None]:
    return [village.state.cards[card].theme for card in CARDS]


def test_a_theme_is_made_with_its_cards(village: Village) -> None:
    village.do(PARENT, ThemeAdd, theme="theme-01", name=" Samen  eten ", cards=CARDS[:2])
    assert village.state.themes["theme-01"].name == "Samen eten"
    assert themes_of(village) == ["theme-01", "theme-01", None]


def test_undo_of_taking_apart_is_making_it_again(village: Village) -> None:
    theme = {"theme": "theme-01", "name": "Samen eten"}
    village.do(PARENT, ThemeAdd, **theme, cards=CARDS)
    before = village.state.copy()
    village.do(OTHER_PARENT, ThemeRemove, theme="theme-01")
    assert village.state.themes == {} and themes_of(village) == [None, None, None]
    assert len(village.state.cards) == 3
    village.do(OTHER_PARENT, ThemeAdd, **theme, cards=CARDS)
    assert village.state == before


def test_a_new_theme_comes_last(village: Village) -> None:
    for number in range(1, 4):
        village.do(PARENT, ThemeAdd, theme=f"theme-0{number}", name=f"Thema {number}")
    assert [theme.name for theme in sorted(village.state.themes.values(), key=lambda t: t.rank)] == [
        "Thema 1", "Thema 2", "Thema 3"
    ]


def test_only_cards_that_are_there_to_read_get_into_a_new_theme(village: Village) -> None:
    village.do(CORE, BoardHide, board="dis-2")
    village.card("card-0004")
    cards = ["card-0404", "card-0004", "card-0001", "card-0001"]
    happened = village.do(PARENT, ThemeAdd, theme="theme-01", name="Buiten", cards=cards)
    assert isinstance(happened[0], ThemeAdded)
    assert happened[1:] == [CardGrouped(card="card-0001", theme="theme-01")]


def test_cards_of_a_step_that_makes_no_groups_stay_out_of_themes(village: Village) -> None:
    village.card("card-0004", board="def-1", column="arrive")
    made = village.do(PARENT, ThemeAdd, theme="theme-01", name="Buiten", cards=["card-0004"])
    assert len(made) == 1
    assert village.refused(PARENT, CardGroup, card="card-0004", theme="theme-01") == "step.not_here"


def test_a_card_goes_from_theme_to_theme_and_out_again(village: Village) -> None:
    for number in (1, 2):
        village.do(PARENT, ThemeAdd, theme=f"theme-0{number}", name=f"Thema {number}", cards=[])
    for theme in ("theme-01", "theme-02", None):
        happened = village.do(PROFESSIONAL, CardGroup, card="card-0001", theme=theme)
        assert happened == [CardGrouped(card="card-0001", theme=theme)]
        assert village.do(PROFESSIONAL, CardGroup, card="card-0001", theme=theme) == []


def test_a_theme_gets_another_name(village: Village) -> None:
    village.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten", cards=CARDS)
    village.do(OTHER_PARENT, ThemeRename, theme="theme-01", name="Aan tafel")
    assert village.state.themes["theme-01"].name == "Aan tafel"
    assert themes_of(village) == ["theme-01"] * 3


def test_a_withdrawn_card_leaves_its_theme_behind(village: Village) -> None:
    village.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten", cards=CARDS[:1])
    village.do(PARENT, CardWithdraw, card="card-0001")
    assert set(village.state.themes) == {"theme-01"}


def test_what_cannot_be_grouped_is_refused(village: Village) -> None:
    village.do(PARENT, ThemeAdd, theme="theme-01", name="Samen eten")
    assert village.refused(PARENT, ThemeAdd, theme="theme-01", name="Anders") == "exists"
    assert village.refused(PARENT, ThemeAdd, theme="theme-02", name="<i>Ritme</i>") == "text.html"
    assert village.refused(PARENT, ThemeRename, theme="theme-02", name="Anders") == "not_found"
    assert village.refused(PARENT, ThemeRemove, theme="theme-02") == "not_found"
    assert village.refused(PARENT, CardGroup, card="card-0001", theme="theme-02") == "not_found"
    assert village.refused(PARENT, CardGroup, card="card-0404", theme="theme-01") == "not_found"
    village.do(CORE, BoardHide, board="dis-2")
    village.card("card-0004")
    assert village.refused(CORE, CardGroup, card="card-0004", theme="theme-01") == "card.hidden"
