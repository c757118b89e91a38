"""Cards with a picture: with or without words, and hidden like any other card."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

import phases
from tests.unit.village import CORE, OTHER_PARENT, PARENT, Village
from workshop.entities import Picture
from workshop.events import BoardHide, CardAdd, CardEdit, TopicSet
from workshop.state import view

ROOT = Path(__file__).parents[2]
PICTURES = get_args(Picture)
ARRIVE = {"board": "def-1", "column": "arrive"}


@pytest.fixture
def village() -> Village:
    return Village("def-1", "dis-2")


def test_a_card_with_a_picture_may_have_no_words(village: Village) -> None:
    card = village.card(**ARRIVE, text="", picture="swing")
    assert (card.text, card.picture) == ("", "swing")
    assert village.card("card-0002", **ARRIVE, text="Buiten zijn.", picture="ball").text == "Buiten zijn."
    assert village.card("card-0003", **ARRIVE).picture is None


@pytest.mark.parametrize(("fields", "code"), [
    ({**ARRIVE, "text": " "}, "text.empty"),
    ({**ARRIVE, "text": "<i>ha</i>", "picture": "ball"}, "text.html"),
    ({"text": "Soep.", "picture": "table"}, "card.no_pictures"),
])
def test_a_card_needs_words_or_a_picture_that_is_there(
    village: Village, fields: dict[str, Any], code: str
) -> None:
    given = {"board": "dis-2", "column": "story", "text": "Soep.", **fields}
    assert village.refused(PARENT, CardAdd, card="card-0001", **given) == code


def test_words_beside_a_picture_can_come_and_go(village: Village) -> None:
    card = village.card(**ARRIVE, text="", picture="moon")
    for rev, words in enumerate(("Slapen", "")):
        village.do(PARENT, CardEdit, card=card.id, rev=rev, text=words)
        assert (village.state.cards[card.id].text, village.state.cards[card.id].picture) == (words, "moon")
    plain = village.card("card-0002", **ARRIVE)
    assert village.refused(PARENT, CardEdit, card=plain.id, rev=0, text="") == "text.empty"


def test_a_hidden_picture_is_seen_by_its_writer_only(village: Village) -> None:
    village.do(CORE, BoardHide, board="def-1")
    card = village.card(**ARRIVE, text="", picture="door")
    assert view(village.state, PARENT).cards[card.id].picture == "door"
    assert view(village.state, OTHER_PARENT).cards[card.id].picture is None


def test_a_picture_alone_is_no_topic(village: Village) -> None:
    card = village.card(**ARRIVE, text="", picture="hands")
    assert village.refused(CORE, TopicSet, card=card.id) == "text.empty"


def test_every_picture_is_drawn_and_says_what_it_shows() -> None:
    drawn = {path.stem for path in (ROOT / "static/pictures/moments").glob("*.svg")}
    told = re.findall(r'\["(\w+)", t\("', (ROOT / "static/src/features/cards/moments.tsx").read_text("utf-8"))
    assert drawn == set(PICTURES) == set(told) and len(told) == len(PICTURES) == 12


def test_the_step_that_asks_for_a_picture_has_them() -> None:
    having = {step.id for step in phases.STEPS.values() for column in step.columns if column.pictures}
    assert having == {"def-1"}
    shown = next(step for phase in phases.as_json("nl") for step in phase["steps"] if step["id"] == "def-1")
    assert shown["columns"][0]["pictures"] is True
