"""Cards with a picture: with or without words, and hidden like any other card."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

import pytest

import phases
from tests.features.group import CORE, OTHER_PARENT, PARENT, GroupFixture
from workshop.core.visibility import view
from workshop.features.agenda.schema import TopicSet
from workshop.features.boards.schema import BoardHide
from workshop.features.cards.schema import Card, CardAdd, CardEdit, Picture

ROOT = Path(__file__).parents[3]
PICTURES = get_args(Picture)
ARRIVE = {"board": "def-1", "column": "arrive"}


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("def-1", "dis-2")


def test_a_card_with_a_picture_may_have_no_words(group: GroupFixture) -> None:
    card = group.card(**ARRIVE, text="", picture="swing")
    assert (card.text, card.picture) == ("", "swing")
    assert group.card("card-0002", **ARRIVE, text="Buiten zijn.", picture="ball").text == "Buiten zijn."
    assert group.card("card-0003", **ARRIVE).picture is None


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({**ARRIVE, "text": " "}, "text.empty"),
        ({**ARRIVE, "text": "<i>ha</i>", "picture": "ball"}, "text.html"),
        ({"text": "Soep.", "picture": "table"}, "card.no_pictures"),
    ],
)
def test_a_card_needs_words_or_a_picture_that_is_there(
    group: GroupFixture, fields: dict[str, Any], code: str
) -> None:
    given = {"board": "dis-2", "column": "story", "text": "Soep.", **fields}
    assert group.refused(PARENT, CardAdd, card="card-0001", **given) == code


def test_words_beside_a_picture_can_come_and_go(group: GroupFixture) -> None:
    card = group.card(**ARRIVE, text="", picture="moon")
    for rev, words in enumerate(("Slapen", "")):
        group.do(PARENT, CardEdit, card=card.id, rev=rev, text=words)
        assert (group.state[Card][card.id].text, group.state[Card][card.id].picture) == (words, "moon")
    plain = group.card("card-0002", **ARRIVE)
    assert group.refused(PARENT, CardEdit, card=plain.id, rev=0, text="") == "text.empty"


def test_a_hidden_picture_is_seen_by_its_writer_only(group: GroupFixture) -> None:
    group.do(CORE, BoardHide, board="def-1")
    card = group.card(**ARRIVE, text="", picture="door")
    assert view(group.state, PARENT)[Card][card.id].picture == "door"
    assert view(group.state, OTHER_PARENT)[Card][card.id].picture is None


def test_a_picture_alone_is_no_topic(group: GroupFixture) -> None:
    card = group.card(**ARRIVE, text="", picture="hands")
    assert group.refused(CORE, TopicSet, card=card.id) == "text.empty"


def test_every_picture_is_drawn_and_says_what_it_shows() -> None:
    drawn = {path.stem for path in (ROOT / "static/pictures/moments").glob("*.svg")}
    told = re.findall(
        r'\["(\w+)", t\("', (ROOT / "static/src/features/cards/momentNames.ts").read_text("utf-8")
    )
    assert drawn == set(PICTURES) == set(told) and len(told) == len(PICTURES) == 12


def test_the_step_that_asks_for_a_picture_has_them() -> None:
    process = phases.process()
    having = {step.id for step in process.steps.values() for column in step.columns if column.pictures}
    assert having == {"def-1"}
    shown = [step for phase in phases.view(process, str) for step in phase.steps if step.id == "def-1"]
    assert [column.pictures for step in shown for column in step.columns] == [True]
