"""Cards: put on a board, changed, moved, withdrawn; with a name, without one, or a group's."""

from __future__ import annotations

from typing import Any

import pytest

from phases import process
from tests.features.group import (
    CORE,
    FACILITATOR,
    KEY,
    OTHER_KEY,
    OTHER_PARENT,
    PAPER,
    PARENT,
    PROFESSIONAL,
    GroupFixture,
    make,
    refusal_of,
)
from workshop.core.visibility import view
from workshop.features.agenda.schema import TopicSet
from workshop.features.agreements.schema import Agreement, AgreementAdd
from workshop.features.boards.schema import Board, BoardHide, BoardReveal
from workshop.features.cards.schema import (
    Card,
    CardAdd,
    CardAdded,
    CardEdit,
    CardMove,
    CardQuotable,
    CardQuote,
    CardRevealed,
    CardWithdraw,
    CardWithdrawn,
    hash_key,
)
from workshop.features.community.decide import community_of
from workshop.features.sections.schema import Source, SourceAdd
from workshop.features.voting.schema import Dot, DotPlace, DotsClose, DotsOpen

GIVEN: dict[str, Any] = {"card": "card-0009", "board": "dis-2", "column": "story", "text": "Samen eten."}


@pytest.fixture
def group() -> GroupFixture:
    return GroupFixture("def-3", "dis-2")


# ---------------------------------------------------------------- adding


def test_a_card_has_its_author_and_lies_at_the_end_of_its_column(group: GroupFixture) -> None:
    for number in range(1, 4):
        group.card(f"card-000{number}")
    assert group.row() == ["card-0001", "card-0002", "card-0003"]
    card = group.state[Card]["card-0001"]
    assert (card.author, card.nameless, card.hidden, card.rev) == (PARENT, False, False, 0)


def test_a_card_keeps_its_language_translation_day_and_permission(group: GroupFixture) -> None:
    card = group.card(lang="tr", text="Çay", translation="Thee", due="2027-06-01", quote=True)
    assert (card.lang, card.translation, card.due, card.quote) == ("tr", "Thee", "2027-06-01", True)


def test_a_card_keeps_the_line_breaks_of_its_text(group: GroupFixture) -> None:
    assert group.card(text="Eerst  koken.\r\nDan eten. ").text == "Eerst koken.\nDan eten."


def test_where_a_card_comes_from_are_cards_that_exist(group: GroupFixture) -> None:
    group.card("card-0001")
    assert group.card("card-0002", origins=["card-0001", "card-0404"]).origins == ["card-0001"]


def test_the_same_id_is_not_used_twice(group: GroupFixture) -> None:
    group.card("card-0009")
    assert group.refused(OTHER_PARENT, CardAdd, **GIVEN) == "exists"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"board": "dis-9"}, "step.unknown"),
        ({"board": "dre-2", "column": "dream"}, "step.not_open"),
        ({"column": "nowhere"}, "column.unknown"),
        ({"text": ""}, "text.empty"),
        ({"text": " \n "}, "text.empty"),
        ({"text": "Koken <b>samen</b>"}, "text.html"),
        ({"translation": "<script>alert(1)</script>"}, "text.html"),
    ],
)
def test_a_card_that_cannot_be_put_there_is_refused(
    group: GroupFixture, fields: dict[str, Any], code: str
) -> None:
    assert group.refused(PARENT, CardAdd, **{**GIVEN, **fields}) == code


def test_a_step_without_a_board_takes_no_cards() -> None:
    group = GroupFixture("dre-1")
    assert group.refused(PARENT, CardAdd, **{**GIVEN, "board": "dre-1"}) == "step.not_here"


def test_a_step_that_was_left_again_still_takes_cards() -> None:
    assert GroupFixture("dis-2", "dre-2").card(board="dis-2").board == "dis-2"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "a" * 801}, "length <= 800"),
        ({"translation": "a" * 801}, "length <= 800"),
        ({"card": "short"}, "regex"),
        ({"card": "card-0001\n"}, "regex"),
        ({"origins": ["card-0001"] * 21}, "length <= 20"),
        ({"key": "too-short"}, "regex"),
        ({"due": "next week"}, "regex"),
        ({"colour": "red"}, "unknown field"),
    ],
)
def test_what_is_too_long_or_has_another_form_does_not_come_in(fields: dict[str, Any], said: str) -> None:
    assert said in refusal_of(CardAdd, **{**GIVEN, **fields})


def test_a_card_of_the_full_length_comes_in(group: GroupFixture) -> None:
    assert len(group.card(text="a" * 800).text) == 800


def test_what_the_core_team_types_is_the_card_of_the_one_without_a_phone(group: GroupFixture) -> None:
    assert group.card(who=CORE, as_member=PAPER).author == PAPER


# ---------------------------------------------------------------- changing


def test_the_writer_changes_the_text(group: GroupFixture) -> None:
    group.card()
    group.do(PARENT, CardEdit, card="card-0001", rev=0, text="Op woensdag.")
    card = group.state[Card]["card-0001"]
    assert (card.text, card.rev, card.author) == ("Op woensdag.", 1, PARENT)


def test_a_change_keeps_what_it_does_not_name(group: GroupFixture) -> None:
    before = group.card(lang="tr", translation="Thee", due="2027-06-01", quote=True)
    group.do(PARENT, CardEdit, card="card-0001", rev=0, text="Kahve")
    after = group.state[Card]["card-0001"]
    assert (after.lang, after.translation, after.due, after.quote, after.rank) == (
        before.lang,
        before.translation,
        before.due,
        before.quote,
        before.rank,
    )


def test_a_translation_can_be_taken_off(group: GroupFixture) -> None:
    group.card(translation="Thee")
    group.do(PARENT, CardEdit, card="card-0001", rev=0, text="Thee", translation="")
    assert group.state[Card]["card-0001"].translation == ""


def test_of_two_changes_at_once_the_second_looks_first(group: GroupFixture) -> None:
    group.card()
    edit = {"card": "card-0001", "rev": 0, "text": "Op woensdag."}
    group.do(PARENT, CardEdit, **edit)
    assert group.refused(PARENT, CardEdit, **edit) == "card.changed"


def test_nobody_rewords_somebody_elses_card(group: GroupFixture) -> None:
    group.card()
    for who in (OTHER_PARENT, PROFESSIONAL, CORE, FACILITATOR):
        assert group.refused(who, CardEdit, card="card-0001", rev=0, text="Anders.") == "card.not_yours"
        assert group.refused(who, CardQuote, card="card-0001", allowed=True) == "card.not_yours"


def test_a_card_that_is_gone_is_said_so(group: GroupFixture) -> None:
    gone = {"card": "card-0404"}
    assert group.refused(PARENT, CardEdit, **gone, rev=0, text="Anders.") == "not_found"
    assert group.refused(PARENT, CardMove, **gone, column="story") == "not_found"
    assert group.refused(PARENT, CardWithdraw, **gone) == "not_found"
    assert group.refused(PARENT, CardQuote, **gone, allowed=True) == "not_found"


def test_permission_to_quote_is_given_and_taken_back_at_any_time(group: GroupFixture) -> None:
    group.card()
    assert group.do(PARENT, CardQuote, card="card-0001", allowed=True) == [
        CardQuotable(card="card-0001", quote=True)
    ]
    assert group.do(PARENT, CardQuote, card="card-0001", allowed=True) == []
    group.do(PARENT, CardQuote, card="card-0001", allowed=False)
    assert not group.state[Card]["card-0001"].quote


# ---------------------------------------------------------------- moving


@pytest.fixture
def row(group: GroupFixture) -> GroupFixture:
    for number in range(1, 5):
        group.card(f"card-000{number}")
    return group


@pytest.mark.parametrize(
    ("card", "before", "order"),
    [
        (4, 1, [4, 1, 2, 3]),
        (4, 2, [1, 4, 2, 3]),
        (1, 4, [2, 3, 1, 4]),
        (1, None, [2, 3, 4, 1]),
        (2, 2, [1, 3, 4, 2]),
        (2, 3, [1, 2, 3, 4]),
    ],
)
def test_a_card_goes_before_another_one_or_to_the_end(
    row: GroupFixture, card: int, before: int | None, order: list[int]
) -> None:
    other = before and f"card-000{before}"
    row.do(OTHER_PARENT, CardMove, card=f"card-000{card}", column="story", before=other)
    assert row.row() == [f"card-000{number}" for number in order]


def test_a_card_goes_to_another_column() -> None:
    group = GroupFixture("def-2")
    for number, column in enumerate(("missing", "more", "more"), 1):
        group.card(f"card-000{number}", board="def-2", column=column)
    group.do(PARENT, CardMove, card="card-0001", column="more", before="card-0003")
    assert group.row("def-2", "more") == ["card-0002", "card-0001", "card-0003"]
    assert group.row("def-2", "missing") == []


def test_before_a_card_that_just_went_is_at_the_end(row: GroupFixture) -> None:
    row.do(PARENT, CardWithdraw, card="card-0003")
    row.do(PARENT, CardMove, card="card-0001", column="story", before="card-0003")
    assert row.row() == ["card-0002", "card-0004", "card-0001"]


def test_a_card_does_not_go_to_a_column_of_another_board(row: GroupFixture) -> None:
    assert row.refused(PARENT, CardMove, card="card-0001", column="topic") == "column.unknown"


# ---------------------------------------------------------------- withdrawing


def test_a_withdrawn_card_takes_everything_that_hung_on_it() -> None:
    group = GroupFixture("def-3")
    group.card(board="def-3", column="topic", text="Meer buiten zijn")
    group.card("card-0002", board="def-3", column="topic")
    group.do(CORE, DotsOpen, board="def-3", budget=2)
    for number, card in enumerate(("card-0001", "card-0002")):
        group.do(PARENT, DotPlace, dot=f"dot-000{number}", board="def-3", card=card)
    group.do(CORE, DotsClose, board="def-3")
    group.do(CORE, TopicSet, card="card-0001")
    group.do(PARENT, SourceAdd, source="source-01", section="section-02", paragraph="p1", card="card-0001")
    group.do(PARENT, AgreementAdd, agreement="agreement-1", text="Wij gaan naar buiten.", card="card-0001")

    happened = group.do(PARENT, CardWithdraw, card="card-0001")

    state = group.state
    assert happened[-1] == CardWithdrawn(card="card-0001")
    assert set(state[Card]) == {"card-0002"}
    assert state[Source] == {} and set(state[Dot]) == {"dot-0001"}
    assert state[Board]["def-3"].dots_totals == {"card-0002": 1}
    assert state[Agreement]["agreement-1"].card is None and state[Agreement]["agreement-1"].rev == 1
    assert community_of(state).topic_card is None and "buiten" not in community_of(state).topic


def test_what_hangs_on_other_cards_stays(group: GroupFixture) -> None:
    group.card("card-0001")
    group.card("card-0002")
    group.do(CORE, TopicSet, card="card-0002")
    assert group.do(PARENT, CardWithdraw, card="card-0001") == [CardWithdrawn(card="card-0001")]


def test_the_core_team_takes_a_card_away_that_hurts_somebody(group: GroupFixture) -> None:
    for number, who in enumerate((CORE, FACILITATOR)):
        group.card(f"card-000{number}")
        group.do(who, CardWithdraw, card=f"card-000{number}")
    assert group.state[Card] == {}
    group.card()
    assert group.refused(OTHER_PARENT, CardWithdraw, card="card-0001") == "card.not_yours"


# ---------------------------------------------------------------- without a name


def test_a_card_without_a_name_has_no_author_anywhere(group: GroupFixture) -> None:
    happened = group.do(PARENT, CardAdd, **GIVEN, nameless=True, key=KEY)
    assert isinstance(happened[0], CardAdded)
    assert PARENT not in str(happened) and KEY not in str(happened)
    assert (happened[0].card.author, happened[0].card.key) == (None, hash_key(KEY))


def test_a_card_without_a_name_needs_a_key(group: GroupFixture) -> None:
    assert group.refused(PARENT, CardAdd, **GIVEN, nameless=True) == "card.no_key"


def test_a_key_sent_along_with_a_named_card_is_not_kept(group: GroupFixture) -> None:
    assert group.card(key=KEY).key is None


def test_only_the_device_with_the_key_changes_a_card_without_a_name(group: GroupFixture) -> None:
    group.card(nameless=True, key=KEY)
    for who in (PARENT, CORE):
        for key in ({}, {"key": OTHER_KEY}):
            edit = {"card": "card-0001", "rev": 0, "text": "Anders.", **key}
            assert group.refused(who, CardEdit, **edit) == "card.not_yours"
            assert group.refused(who, CardQuote, card="card-0001", allowed=True, **key) == "card.not_yours"
    assert group.refused(PARENT, CardWithdraw, card="card-0001") == "card.not_yours"
    assert group.refused(PARENT, CardWithdraw, card="card-0001", key=OTHER_KEY) == "card.not_yours"

    happened = group.do(PARENT, CardEdit, card="card-0001", rev=0, text="Op woensdag.", key=KEY)
    assert PARENT not in str(happened)
    group.do(PARENT, CardQuote, card="card-0001", allowed=True, key=KEY)
    assert group.state[Card]["card-0001"].quote
    group.do(PARENT, CardWithdraw, card="card-0001", key=KEY)
    assert group.state[Card] == {}


def test_the_key_of_one_card_does_not_open_another(group: GroupFixture) -> None:
    group.card("card-0001", nameless=True, key=KEY)
    group.card("card-0002", nameless=True, key=OTHER_KEY)
    assert group.refused(PARENT, CardWithdraw, card="card-0002", key=KEY) == "card.not_yours"


# ---------------------------------------------------------------- by a group


def test_a_shared_statement_is_nobodys_own_and_everybodys_to_mend() -> None:
    group = GroupFixture("des-2")
    card = group.card(board="des-2", column="statement", text="In onze wijk eten wij samen.")
    assert (card.author, card.nameless, card.key) == (None, False, None)
    for rev, who in enumerate((OTHER_PARENT, PROFESSIONAL, CORE)):
        group.do(who, CardEdit, card="card-0001", rev=rev, text=f"In onze wijk {rev}.")
    assert group.state[Card]["card-0001"].text == "In onze wijk 2."


def test_only_the_core_team_takes_a_shared_statement_away_or_lets_it_be_quoted() -> None:
    group = GroupFixture("des-2")
    group.card(board="des-2", column="statement")
    assert group.refused(PARENT, CardWithdraw, card="card-0001") == "not_allowed"
    assert group.refused(PARENT, CardQuote, card="card-0001", allowed=True) == "not_allowed"
    group.do(CORE, CardQuote, card="card-0001", allowed=True)
    group.do(CORE, CardWithdraw, card="card-0001")
    assert group.state[Card] == {}


def test_a_shared_statement_keeps_no_key() -> None:
    group = GroupFixture("des-2")
    card = group.card(board="des-2", column="statement", nameless=True, key=KEY)
    assert (card.nameless, card.key) == (False, None)


# ---------------------------------------------------------------- hidden


def test_on_a_hidden_board_only_the_writer_reads_a_new_card(group: GroupFixture) -> None:
    shown = group.card("card-0001")
    group.do(CORE, BoardHide, board="dis-2")
    assert group.do(CORE, BoardHide, board="dis-2") == []
    hidden = group.card("card-0002")
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert view(group.state, PARENT)[Card]["card-0002"].text == hidden.text
    others = view(group.state, CORE)[Card]
    assert (others["card-0002"].text, others["card-0002"].author) == ("", None)
    assert others["card-0001"].text == shown.text


def test_all_hidden_cards_of_a_board_are_revealed_at_once(group: GroupFixture) -> None:
    group.do(CORE, BoardHide, board="dis-2")
    for number, key in enumerate((None, KEY), 1):
        group.card(f"card-000{number}", nameless=key is not None, key=key)
    happened = group.do(CORE, BoardReveal, board="dis-2")
    assert sum(isinstance(fact, CardRevealed) for fact in happened) == 2
    everybody = view(group.state, None)[Card]
    assert all(card.text and not card.hidden and card.key is None for card in everybody.values())
    assert (everybody["card-0001"].author, everybody["card-0002"].author) == (PARENT, None)
    assert not group.card("card-0003").hidden


def test_a_board_is_not_hidden_before_its_step_starts(group: GroupFixture) -> None:
    assert group.refused(CORE, BoardHide, board="dre-2") == "step.not_open"
    assert group.refused(CORE, BoardReveal, board="dst-2") == "step.not_open"


@pytest.mark.parametrize("board", [step.id for step in process().steps.values() if step.columns])
def test_every_board_takes_a_card_in_each_of_its_columns(board: str) -> None:
    group = GroupFixture(board)
    for number, column in enumerate(process().steps[board].columns):
        card = group.card(f"card-000{number}", board=board, column=column.id)
        assert (card.author is None) == column.shared


def test_a_command_is_read_as_it_was_sent() -> None:
    command = make(CardAdd, **GIVEN)
    assert isinstance(command, CardAdd) and command.text == "Samen eten." and command.as_member is None
