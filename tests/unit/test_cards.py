"""Cards: put on a board, changed, moved, withdrawn; with a name, without one, or a group's."""

from __future__ import annotations

from typing import Any

import pytest

from phases import process
from tests.unit.village import (
    CORE,
    FACILITATOR,
    KEY,
    OTHER_KEY,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    Village,
    make,
    refusal_of,
)
from workshop.events import (
    AgreementAdd,
    BoardHide,
    BoardReveal,
    CardAdd,
    CardAdded,
    CardEdit,
    CardMove,
    CardQuotable,
    CardQuote,
    CardRevealed,
    CardWithdraw,
    CardWithdrawn,
    DotPlace,
    DotsClose,
    DotsOpen,
    SourceAdd,
    TopicSet,
)
from workshop.permissions import hash_key
from workshop.state import view

GIVEN: dict[str, Any] = {"card": "card-0009", "board": "dis-2", "column": "story", "text": "Samen eten."}


@pytest.fixture
def village() -> Village:
    return Village("def-3", "dis-2")


# ---------------------------------------------------------------- adding

def test_a_card_has_its_author_and_lies_at_the_end_of_its_column(village: Village) -> None:
    for number in range(1, 4):
        village.card(f"card-000{number}")
    assert village.row() == ["card-0001", "card-0002", "card-0003"]
    card = village.state.cards["card-0001"]
    assert (card.author, card.nameless, card.hidden, card.rev) == (PARENT, False, False, 0)


def test_a_card_keeps_its_language_translation_day_and_permission(village: Village) -> None:
    card = village.card(lang="tr", text="Çay", translation="Thee", due="2027-06-01", quote=True)
    assert (card.lang, card.translation, card.due, card.quote) == ("tr", "Thee", "2027-06-01", True)


def test_a_card_keeps_the_line_breaks_of_its_text(village: Village) -> None:
    assert village.card(text="Eerst  koken.\r\nDan eten. ").text == "Eerst koken.\nDan eten."


def test_where_a_card_comes_from_are_cards_that_exist(village: Village) -> None:
    village.card("card-0001")
    assert village.card("card-0002", origins=["card-0001", "card-0404"]).origins == ["card-0001"]


def test_the_same_id_is_not_used_twice(village: Village) -> None:
    village.card("card-0009")
    assert village.refused(OTHER_PARENT, CardAdd, **GIVEN) == "exists"


@pytest.mark.parametrize(("fields", "code"), [
    ({"board": "dis-9"}, "step.unknown"),
    ({"board": "dre-2", "column": "dream"}, "step.not_open"),
    ({"column": "nowhere"}, "column.unknown"),
    ({"text": ""}, "text.empty"),
    ({"text": " \n "}, "text.empty"),
    ({"text": "Koken <b>samen</b>"}, "text.html"),
    ({"translation": "<script>alert(1)</script>"}, "text.html"),
])
def test_a_card_that_cannot_be_put_there_is_refused(
    village: Village, fields: dict[str, Any], code: str
) -> None:
    assert village.refused(PARENT, CardAdd, **{**GIVEN, **fields}) == code


def test_a_step_without_a_board_takes_no_cards() -> None:
    village = Village("dre-1")
    assert village.refused(PARENT, CardAdd, **{**GIVEN, "board": "dre-1"}) == "step.not_here"


def test_a_step_that_was_left_again_still_takes_cards() -> None:
    assert Village("dis-2", "dre-2").card(board="dis-2").board == "dis-2"


@pytest.mark.parametrize(("fields", "said"), [
    ({"text": "a" * 801}, "length <= 800"),
    ({"translation": "a" * 801}, "length <= 800"),
    ({"card": "short"}, "regex"),
    ({"card": "card-0001\n"}, "regex"),
    ({"origins": ["card-0001"] * 21}, "length <= 20"),
    ({"key": "too-short"}, "regex"),
    ({"due": "next week"}, "regex"),
    ({"colour": "red"}, "unknown field"),
])
def test_what_is_too_long_or_has_another_form_does_not_come_in(fields: dict[str, Any], said: str) -> None:
    assert said in refusal_of(CardAdd, **{**GIVEN, **fields})


def test_a_card_of_the_full_length_comes_in(village: Village) -> None:
    assert len(village.card(text="a" * 800).text) == 800


def test_what_the_core_team_types_is_the_card_of_the_one_without_a_phone(village: Village) -> None:
    assert village.card(who=CORE, as_member=PAPER).author == PAPER


# ---------------------------------------------------------------- changing

def test_the_writer_changes_the_text(village: Village) -> None:
    village.card()
    village.do(PARENT, CardEdit, card="card-0001", rev=0, text="Op woensdag.")
    card = village.state.cards["card-0001"]
    assert (card.text, card.rev, card.author) == ("Op woensdag.", 1, PARENT)


def test_a_change_keeps_what_it_does_not_name(village: Village) -> None:
    before = village.card(lang="tr", translation="Thee", due="2027-06-01", quote=True)
    village.do(PARENT, CardEdit, card="card-0001", rev=0, text="Kahve")
    after = village.state.cards["card-0001"]
    assert (after.lang, after.translation, after.due, after.quote, after.rank) == (
        before.lang, before.translation, before.due, before.quote, before.rank
    )


def test_a_translation_can_be_taken_off(village: Village) -> None:
    village.card(translation="Thee")
    village.do(PARENT, CardEdit, card="card-0001", rev=0, text="Thee", translation="")
    assert village.state.cards["card-0001"].translation == ""


def test_of_two_changes_at_once_the_second_looks_first(village: Village) -> None:
    village.card()
    edit = {"card": "card-0001", "rev": 0, "text": "Op woensdag."}
    village.do(PARENT, CardEdit, **edit)
    assert village.refused(PARENT, CardEdit, **edit) == "card.changed"


def test_nobody_rewords_somebody_elses_card(village: Village) -> None:
    village.card()
    for who in (OTHER_PARENT, PROFESSIONAL, CORE, FACILITATOR):
        assert village.refused(who, CardEdit, card="card-0001", rev=0, text="Anders.") == "card.not_yours"
        assert village.refused(who, CardQuote, card="card-0001", allowed=True) == "card.not_yours"


def test_a_card_that_is_gone_is_said_so(village: Village) -> None:
    gone = {"card": "card-0404"}
    assert village.refused(PARENT, CardEdit, **gone, rev=0, text="Anders.") == "not_found"
    assert village.refused(PARENT, CardMove, **gone, column="story") == "not_found"
    assert village.refused(PARENT, CardWithdraw, **gone) == "not_found"
    assert village.refused(PARENT, CardQuote, **gone, allowed=True) == "not_found"


def test_permission_to_quote_is_given_and_taken_back_at_any_time(village: Village) -> None:
    village.card()
    assert village.do(PARENT, CardQuote, card="card-0001", allowed=True) == [
        CardQuotable(card="card-0001", quote=True)
    ]
    assert village.do(PARENT, CardQuote, card="card-0001", allowed=True) == []
    village.do(PARENT, CardQuote, card="card-0001", allowed=False)
    assert not village.state.cards["card-0001"].quote


# ---------------------------------------------------------------- moving

@pytest.fixture
def row(village: Village) -> Village:
    for number in range(1, 5):
        village.card(f"card-000{number}")
    return village


@pytest.mark.parametrize(("card", "before", "order"), [
    (4, 1, [4, 1, 2, 3]),
    (4, 2, [1, 4, 2, 3]),
    (1, 4, [2, 3, 1, 4]),
    (1, None, [2, 3, 4, 1]),
    (2, 2, [1, 3, 4, 2]),
    (2, 3, [1, 2, 3, 4]),
])
def test_a_card_goes_before_another_one_or_to_the_end(
    row: Village, card: int, before: int | None, order: list[int]
) -> None:
    other = before and f"card-000{before}"
    row.do(OTHER_PARENT, CardMove, card=f"card-000{card}", column="story", before=other)
    assert row.row() == [f"card-000{number}" for number in order]


def test_a_card_goes_to_another_column() -> None:
    village = Village("def-2")
    for number, column in enumerate(("missing", "more", "more"), 1):
        village.card(f"card-000{number}", board="def-2", column=column)
    village.do(PARENT, CardMove, card="card-0001", column="more", before="card-0003")
    assert village.row("def-2", "more") == ["card-0002", "card-0001", "card-0003"]
    assert village.row("def-2", "missing") == []


def test_before_a_card_that_just_went_is_at_the_end(row: Village) -> None:
    row.do(PARENT, CardWithdraw, card="card-0003")
    row.do(PARENT, CardMove, card="card-0001", column="story", before="card-0003")
    assert row.row() == ["card-0002", "card-0004", "card-0001"]


def test_a_card_does_not_go_to_a_column_of_another_board(row: Village) -> None:
    assert row.refused(PARENT, CardMove, card="card-0001", column="topic") == "column.unknown"


# ---------------------------------------------------------------- withdrawing

def test_a_withdrawn_card_takes_everything_that_hung_on_it() -> None:
    village = Village("def-3")
    village.card(board="def-3", column="topic", text="Meer buiten zijn")
    village.card("card-0002", board="def-3", column="topic")
    village.do(CORE, DotsOpen, board="def-3", budget=2)
    for number, card in enumerate(("card-0001", "card-0002")):
        village.do(PARENT, DotPlace, dot=f"dot-000{number}", board="def-3", card=card)
    village.do(CORE, DotsClose, board="def-3")
    village.do(CORE, TopicSet, card="card-0001")
    village.do(PARENT, SourceAdd, source="source-01", section="section-02", paragraph="p1", card="card-0001")
    village.do(PARENT, AgreementAdd, agreement="agreement-1", text="Wij gaan naar buiten.", card="card-0001")

    happened = village.do(PARENT, CardWithdraw, card="card-0001")

    state = village.state
    assert happened[-1] == CardWithdrawn(card="card-0001")
    assert set(state.cards) == {"card-0002"}
    assert state.sources == {} and set(state.dots) == {"dot-0001"}
    assert state.boards["def-3"].dots_totals == {"card-0002": 1}
    assert state.agreements["agreement-1"].card is None and state.agreements["agreement-1"].rev == 1
    assert state.community.topic_card is None and "buiten" not in state.community.topic


def test_what_hangs_on_other_cards_stays(village: Village) -> None:
    village.card("card-0001")
    village.card("card-0002")
    village.do(CORE, TopicSet, card="card-0002")
    assert village.do(PARENT, CardWithdraw, card="card-0001") == [CardWithdrawn(card="card-0001")]


def test_the_core_team_takes_a_card_away_that_hurts_somebody(village: Village) -> None:
    for number, who in enumerate((CORE, FACILITATOR)):
        village.card(f"card-000{number}")
        village.do(who, CardWithdraw, card=f"card-000{number}")
    assert village.state.cards == {}
    village.card()
    assert village.refused(OTHER_PARENT, CardWithdraw, card="card-0001") == "card.not_yours"


# ---------------------------------------------------------------- without a name

def test_a_card_without_a_name_has_no_author_anywhere(village: Village) -> None:
    happened = village.do(PARENT, CardAdd, **GIVEN, nameless=True, key=KEY)
    assert isinstance(happened[0], CardAdded)
    assert PARENT not in str(happened) and KEY not in str(happened)
    assert (happened[0].card.author, happened[0].card.key) == (None, hash_key(KEY))


def test_a_card_without_a_name_needs_a_key(village: Village) -> None:
    assert village.refused(PARENT, CardAdd, **GIVEN, nameless=True) == "card.no_key"


def test_a_key_sent_along_with_a_named_card_is_not_kept(village: Village) -> None:
    assert village.card(key=KEY).key is None


def test_only_the_device_with_the_key_changes_a_card_without_a_name(village: Village) -> None:
    village.card(nameless=True, key=KEY)
    for who in (PARENT, CORE):
        for key in ({}, {"key": OTHER_KEY}):
            edit = {"card": "card-0001", "rev": 0, "text": "Anders.", **key}
            assert village.refused(who, CardEdit, **edit) == "card.not_yours"
            assert village.refused(who, CardQuote, card="card-0001", allowed=True, **key) == "card.not_yours"
    assert village.refused(PARENT, CardWithdraw, card="card-0001") == "card.not_yours"
    assert village.refused(PARENT, CardWithdraw, card="card-0001", key=OTHER_KEY) == "card.not_yours"

    happened = village.do(PARENT, CardEdit, card="card-0001", rev=0, text="Op woensdag.", key=KEY)
    assert PARENT not in str(happened)
    village.do(PARENT, CardQuote, card="card-0001", allowed=True, key=KEY)
    assert village.state.cards["card-0001"].quote
    village.do(PARENT, CardWithdraw, card="card-0001", key=KEY)
    assert village.state.cards == {}


def test_the_key_of_one_card_does_not_open_another(village: Village) -> None:
    village.card("card-0001", nameless=True, key=KEY)
    village.card("card-0002", nameless=True, key=OTHER_KEY)
    assert village.refused(PARENT, CardWithdraw, card="card-0002", key=KEY) == "card.not_yours"


# ---------------------------------------------------------------- by a group

def test_a_shared_statement_is_nobodys_own_and_everybodys_to_mend() -> None:
    village = Village("des-2")
    card = village.card(board="des-2", column="statement", text="In onze wijk eten wij samen.")
    assert (card.author, card.nameless, card.key) == (None, False, None)
    for rev, who in enumerate((OTHER_PARENT, PROFESSIONAL, CORE)):
        village.do(who, CardEdit, card="card-0001", rev=rev, text=f"In onze wijk {rev}.")
    assert village.state.cards["card-0001"].text == "In onze wijk 2."


def test_only_the_core_team_takes_a_shared_statement_away_or_lets_it_be_quoted() -> None:
    village = Village("des-2")
    village.card(board="des-2", column="statement")
    assert village.refused(PARENT, CardWithdraw, card="card-0001") == "not_allowed"
    assert village.refused(PARENT, CardQuote, card="card-0001", allowed=True) == "not_allowed"
    village.do(CORE, CardQuote, card="card-0001", allowed=True)
    village.do(CORE, CardWithdraw, card="card-0001")
    assert village.state.cards == {}


def test_a_shared_statement_keeps_no_key() -> None:
    village = Village("des-2")
    card = village.card(board="des-2", column="statement", nameless=True, key=KEY)
    assert (card.nameless, card.key) == (False, None)


# ---------------------------------------------------------------- hidden

def test_on_a_hidden_board_only_the_writer_reads_a_new_card(village: Village) -> None:
    shown = village.card("card-0001")
    village.do(CORE, BoardHide, board="dis-2")
    assert village.do(CORE, BoardHide, board="dis-2") == []
    hidden = village.card("card-0002")
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert view(village.state, PARENT).cards["card-0002"].text == hidden.text
    others = view(village.state, CORE).cards
    assert (others["card-0002"].text, others["card-0002"].author) == ("", None)
    assert others["card-0001"].text == shown.text


def test_all_hidden_cards_of_a_board_are_revealed_at_once(village: Village) -> None:
    village.do(CORE, BoardHide, board="dis-2")
    for number, key in enumerate((None, KEY), 1):
        village.card(f"card-000{number}", nameless=key is not None, key=key)
    happened = village.do(CORE, BoardReveal, board="dis-2")
    assert sum(isinstance(fact, CardRevealed) for fact in happened) == 2
    everybody = view(village.state, None).cards
    assert all(card.text and not card.hidden and card.key is None for card in everybody.values())
    assert (everybody["card-0001"].author, everybody["card-0002"].author) == (PARENT, None)
    assert not village.card("card-0003").hidden


def test_a_board_is_not_hidden_before_its_step_starts(village: Village) -> None:
    assert village.refused(CORE, BoardHide, board="dre-2") == "step.not_open"
    assert village.refused(CORE, BoardReveal, board="dst-2") == "step.not_open"


@pytest.mark.parametrize("board", [step.id for step in process().steps.values() if step.columns])
def test_every_board_takes_a_card_in_each_of_its_columns(board: str) -> None:
    village = Village(board)
    for number, column in enumerate(process().steps[board].columns):
        card = village.card(f"card-000{number}", board=board, column=column.id)
        assert (card.author is None) == column.shared


def test_a_command_is_read_as_it_was_sent() -> None:
    command = make(CardAdd, **GIVEN)
    assert isinstance(command, CardAdd) and command.text == "Samen eten." and command.as_member is None
