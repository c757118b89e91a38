"""One neighbourhood from the empty program to the Word file: what its fourteen people should see.

The story is played once, on a server of its own; every test asks one thing about it.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.text.paragraph import Paragraph

from tests.scenario.cast import CARDS, PLACES, ROLES, SCENARIO
from tests.scenario.player import Player, Refused
from tests.scenario.story import DRAFTED, Story
from tests.server import Server

EXPECTED = SCENARIO["expected_export"]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("scenario")
    with Server(folder / "instance", MINIDORP_DEMO="off", MINIDORP_COMMANDS_PER_SECOND="500") as server:
        story = Story(server, folder).play()
        yield story
        for player in [*story.players.values(), *story.neighbours]:
            player.leave()


@pytest.fixture(scope="module")
def state(played: Story) -> dict[str, dict[str, Any]]:
    """The community as the researcher, who typed nothing special, sees it in the end."""
    return played.players["p09"].state


def database(played: Story) -> Path:
    return next(path for path in played.server.folder.iterdir() if path.suffix in (".sqlite", ".db"))


def rows(played: Story) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every table."""
    with sqlite3.connect(f"file:{database(played)}?mode=ro", uri=True) as connection:
        connection.row_factory = sqlite3.Row
        for (table,) in connection.execute("select name from sqlite_master where type = 'table'").fetchall():
            for row in connection.execute(f'select * from "{table}"'):
                yield table, dict(row)


def everything_heard(player: Player) -> str:
    """All that ever came to a device, in one string."""
    return json.dumps(player.heard, default=repr, ensure_ascii=False)


# ------------------------------------------------------------------- the eight events


def test_1_who_comes_late_sees_topic_and_step(played: Story) -> None:
    seen = played.seen
    community = seen.late_snapshot["community"]["community"]
    assert (community["topic"], community["step"]) == (seen.topic_when_late, seen.step_when_late)
    assert seen.topic_when_late in seen.late_page
    assert "Kiezen" in seen.late_page and "Omdraaien" in seen.late_page


def test_1_who_comes_late_is_present(played: Story, state: dict[str, dict[str, Any]]) -> None:
    assert played.member("p14") in state["meetings"][played.id("m1")]["present"]


def test_2_a_childs_name_gets_a_hint_before_it_is_shared(
    played: Story, state: dict[str, dict[str, Any]]
) -> None:
    assert played.seen.hint == {"names": ["Finn"], "proposal": CARDS["c11"]["text_after_hint"]}
    assert state["cards"][played.id("c11")]["text"] == CARDS["c11"]["text_after_hint"]
    for player in played.players.values():
        assert "Finn" not in everything_heard(player)


@pytest.mark.parametrize("card", ["c11", "c19"])
def test_2_no_device_can_tell_who_wrote_a_card_without_name(played: Story, card: str) -> None:
    writer = played.member(CARDS[card]["author"])
    for player in played.players.values():
        record = player.read()["collections"]["cards"][played.id(card)]
        assert (record["author"], record["key"], record["nameless"]) == (None, None, True)
        for fact in facts_about(player, played.id(card)):
            assert writer not in json.dumps(fact), player.member


def facts_about(player: Player, card: str) -> Iterator[Any]:
    for event, body in player.heard:
        batch = body.get("facts", []) if event in ("facts", "enter") and isinstance(body, dict) else []
        yield from (fact for fact in batch if card in json.dumps(fact.get("card", "")))


@pytest.mark.parametrize("card", ["c11", "c19"])
def test_2_nothing_in_the_database_ties_a_card_without_name_to_its_writer(played: Story, card: str) -> None:
    writer = played.member(CARDS[card]["author"])
    found = 0
    for table, row in rows(played):
        line = repr(list(row.values()))
        if played.id(card) in line:
            found += 1
            assert writer not in line, table
    assert found >= 2


def test_2_neither_file_nor_log_holds_the_name_or_the_devices_secret(played: Story) -> None:
    for path in played.server.folder.iterdir():
        if path.is_file():
            content = path.read_bytes()
            assert b"Finn" not in content, path
            for secret in played.device_secrets.values():
                assert secret.encode() not in content, path
    assert len(played.device_secrets) == 2


def test_2_only_the_device_that_wrote_it_may_still_change_it(played: Story) -> None:
    card, secret = played.id("c11"), played.device_secrets["c11"]
    played.players["p01"].send("card.quote", card=card, allowed=True, key=secret)
    for who, key in (("p01", None), ("p08", None), ("p08", "x" * 32)):
        with pytest.raises(Refused) as refused:
            played.players[who].send("card.quote", card=card, allowed=False, key=key)
        assert refused.value.code == "card.not_yours"


def test_3_a_card_sent_again_after_a_lost_connection_is_there_once(
    played: Story, state: dict[str, dict[str, Any]]
) -> None:
    text = CARDS["c14"]["text_original"]
    assert [card["id"] for card in state["cards"].values() if card["text"] == text] == [played.id("c14")]
    assert [answer["ok"] for answer in played.seen.resent] == [True, True]
    added = [
        row
        for table, row in rows(played)
        if table == "facts" and f'"{played.id("c14")}"' in (row["body"] or "") and "card.added" in row["body"]
    ]
    assert len(added) == 1


def test_4_two_people_in_one_paragraph_both_keep_their_words(played: Story) -> None:
    assert played.seen.text_was_equal_after < 2.0
    assert len(played.seen.texts_of_two) == 13  # everybody with a device
    assert len(set(played.seen.texts_of_two.values())) == 1
    (text,) = set(played.seen.texts_of_two.values())
    assert "Opvoeden is vaak mooi" in text and text.endswith(" Samen.")


def test_5_a_second_dot_is_refused_with_plain_words(played: Story) -> None:
    refused = played.seen.second_dot
    assert refused is not None and refused.code == "dots.none_left"
    assert "stip" in refused.message.lower()


def test_5_totals_and_others_dots_stay_hidden_until_closing(played: Story) -> None:
    assert played.seen.totals_while_open == [None] * 13
    assert played.seen.dots_of_others == []


def test_5_the_tally_is_what_was_given(played: Story, state: dict[str, dict[str, Any]]) -> None:
    expected = {played.id(card): dots for card, dots in SCENARIO["expected_tally"].items()}
    for player in played.players.values():
        assert player.state["boards"]["des-4"]["dots_totals"] == expected
    assert not state["boards"]["des-4"]["dots_open"]


def test_6_an_objection_is_hidden_until_everybody_answered(played: Story) -> None:
    assert played.seen.strange_answers == []
    assert {who: count for who, count in played.seen.revealed.items() if count != 14} == {}


def test_6_nothing_is_adopted_too_early_or_over_an_objection(
    played: Story, state: dict[str, dict[str, Any]]
) -> None:
    first_with_one_missing, first_with_objection, second_with_one_missing = played.seen.adopt_too_early
    assert first_with_one_missing == second_with_one_missing == "consent.not_everyone"
    assert first_with_objection == "consent.open_objection"
    assert not state["rounds"][played.id("round 1")]["adopted"]
    assert state["versions"][played.id("version 1")]["adopted"] is None


def test_7_the_second_round_makes_version_1_0_with_the_meetings_date(
    played: Story, state: dict[str, dict[str, Any]]
) -> None:
    version = state["versions"][played.id("version 2")]
    assert (version["label"], version["adopted"]) == ("1.0", "2027-04-13")
    assert state["rounds"][played.id("round 2")]["adopted"]


def test_7_the_second_round_is_about_the_better_sentence(
    played: Story, state: dict[str, dict[str, Any]]
) -> None:
    first, second = (played.id(f"round {number}") for number in (1, 2))
    assert (state["rounds"][first]["state"], state["rounds"][second]["after"]) == ("closed", first)
    data = SCENARIO["consent_rounds"][0]
    objections = [one for one in state["answers"].values() if one["answer"] == "objection"]
    assert [(one["round"], one["sentence"]) for one in objections] == [(first, data["old_sentence"])]
    told = text_of(played.seen.document)
    assert data["new_sentence"] in told and data["old_sentence"] not in told


def test_8_a_quote_without_permission_is_in_no_later_document(played: Story) -> None:
    sentence = CARDS["c12"]["text_original"].split(".")[0]
    assert sentence in text_of(played.seen.document_before)
    assert sentence not in text_of(played.seen.document)


# ------------------------------------------------------------------- what came of it


def test_everybody_sees_the_same_as_a_fresh_read(played: Story) -> None:
    played.settle()
    for player in played.players.values():
        for name, records in player.read()["collections"].items():
            assert player.state[name] == records, (player.member, name)


def test_nothing_of_another_neighbourhood_ever_came_here(played: Story) -> None:
    for player in played.players.values():
        assert "ISOLATIETEST" not in everything_heard(player)
    for player in played.neighbours:
        heard = everything_heard(player)
        assert "ISOLATIETEST" in heard
        assert not any(card["text_original"] in heard for card in CARDS.values())


def test_a_key_of_one_neighbourhood_opens_no_other(played: Story) -> None:
    here = played.players["p02"]
    stranger = Player(here.url, played.there.id, here.member, token=here.token)
    with pytest.raises(Exception, match=r"(?i)connect|refused|rejected"):
        stranger.connect()
    assert stranger.read()["ok"] is False


def test_the_people_and_the_core_team(played: Story, state: dict[str, dict[str, Any]]) -> None:
    members = [member for member in state["members"].values() if not member["removed"]]
    assert sorted(member["role"] for member in members) == sorted(
        ROLES[person["role"]] for person in SCENARIO["participants"]
    )
    assert state["members"][played.id("p07")]["paper"]
    assert {seat["member"] for seat in state["seats"].values()} == {
        played.member(who) for who in SCENARIO["trio"]
    }


@pytest.mark.parametrize("meeting", SCENARIO["meetings"], ids=lambda meeting: meeting["id"])
def test_a_meeting_knows_who_was_there(
    played: Story, state: dict[str, dict[str, Any]], meeting: dict[str, Any]
) -> None:
    record = state["meetings"][played.id(meeting["id"])]
    assert (record["state"], record["date"]) == ("closed", meeting["date"])
    assert set(record["present"]) == {played.member(who) for who in meeting["present"]}


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card["id"])
def test_a_card_is_there_as_it_was_written(
    played: Story, state: dict[str, dict[str, Any]], card: dict[str, Any]
) -> None:
    record = state["cards"][played.id(card["id"])]
    assert (record["board"], record["column"]) == PLACES[card["kind"]]
    assert record["text"] == card.get("text_after_hint", card["text_original"])
    assert (record["translation"] or record["text"]) == card.get("text_after_hint", card["text_nl"])
    assert (record["lang"], record["due"]) == (card["lang"], card.get("due"))
    assert record["quote"] == (card["quote_ok"] and card["id"] != "c12")
    named = card["author"] if not card["without_name"] else None
    assert record["author"] == (played.member(named) if named else None)
    assert record["theme"] == (played.id(card["theme"]) if card["theme"] else None)
    origins = {*card.get("grown_from", []), *(card[k] for k in ("turned_from", "for_card") if k in card)}
    assert set(record["origins"]) == {played.id(origin) for origin in origins}


def test_the_topic_and_the_themes(played: Story, state: dict[str, dict[str, Any]]) -> None:
    community = state["community"]["community"]
    assert community["topic_card"] == played.id(SCENARIO["project"]["chosen_topic_card"])
    assert community["topic"] == CARDS["c03"]["text_nl"]
    assert {theme["id"]: theme["name"] for theme in state["themes"].values()} == {
        played.id(theme["id"]): theme["name"] for theme in SCENARIO["themes"]
    }


@pytest.mark.parametrize("word", SCENARIO["jargon"], ids=lambda word: word["id"])
def test_a_word_is_settled_by_a_parent(
    played: Story, state: dict[str, dict[str, Any]], word: dict[str, Any]
) -> None:
    term = state["terms"][played.id(word["id"])]
    assert (term["word"], term["plain"], term["state"]) == (word["term"], word["plain"], "settled")
    assert (term["explanation"], term["own_words"]) == (word["professional_says"], word["parent_says"])
    assert term["explained_by"] == played.member(word["explained_by"])
    assert term["settled_by"] == played.member(word["confirmed_by_parent"])


def test_the_agreements_also_the_one_without_owner(played: Story, state: dict[str, dict[str, Any]]) -> None:
    for data in SCENARIO["agreements"]:
        record = state["agreements"][played.id(data["id"])]
        assert record["text"] == data["text"]
        assert record["owner"] == (played.member(data["owner"]) if data["owner"] else None)
        assert record["helpers"] == [played.member(who) for who in data["helpers"]]
        assert (record["start"], record["paid_by"]) == (data["start"], data["paid_by"] or "")


def test_the_vision_reads_as_it_was_agreed_on(played: Story, state: dict[str, dict[str, Any]]) -> None:
    writer = played.players["p02"]
    for section in SCENARIO["vision"]["sections"]:
        if section["text"]:
            assert writer.text(played.sections[section["heading"]]) == section["text"]
    behind = {source["card"] for source in state["sources"].values()}
    assert behind == {
        played.id(card) for section in SCENARIO["vision"]["sections"] for card in section["sources"]
    }
    assert played.sections[DRAFTED] in state["sections"]


# ------------------------------------------------------------------- the Word file


@cache
def paragraphs(document: bytes) -> list[tuple[str, str]]:
    """Every paragraph with its style, in order; table cells as paragraphs of their own."""
    opened = docx.Document(io.BytesIO(document))
    found = []
    for block in opened.iter_inner_content():
        if isinstance(block, Paragraph):
            found.append((block.style.name if block.style else "", block.text))
        else:
            found += [("table", cell.text) for row in block.rows for cell in row.cells]
    return found


def text_of(document: bytes) -> str:
    return "\n".join(text for _style, text in paragraphs(document))


def chapter(document: bytes, heading: str) -> str:
    """The text under one heading of the first level."""
    lines, inside = [], False
    for style, text in paragraphs(document):
        if style == "Heading 1":
            inside = text == heading
        elif inside:
            lines.append(text)
    return "\n".join(lines)


def test_the_file_has_the_name_of_the_neighbourhood_and_version(played: Story) -> None:
    assert EXPECTED["file"] in played.seen.file_name


def test_the_headings_are_there_in_order(played: Story) -> None:
    headings = [text for style, text in paragraphs(played.seen.document) if style == "Heading 1"]
    assert headings == EXPECTED["headings"]


@pytest.mark.parametrize("text", EXPECTED["must_contain"])
def test_the_document_contains(played: Story, text: str) -> None:
    assert text.lower() in text_of(played.seen.document).lower()


@pytest.mark.parametrize("text", EXPECTED["must_not_contain"])
def test_the_document_does_not_contain(played: Story, text: str) -> None:
    assert text not in text_of(played.seen.document)


def test_jargon_stands_in_the_word_list_only(played: Story) -> None:
    whole = text_of(played.seen.document).lower()
    listed = chapter(played.seen.document, "Woordenlijst").lower()
    for word in SCENARIO["jargon"]:
        assert listed.count(word["term"]) >= 1
        assert whole.count(word["term"]) == listed.count(word["term"])


def test_quotes_are_of_a_parent_or_of_a_professional(played: Story) -> None:
    voices = chapter(played.seen.document, "Stemmen uit de wijk").lower()
    for attribution in EXPECTED["quotes_attributed_as"]:
        assert attribution in voices
    names = [person["display_name"].split()[0] for person in SCENARIO["participants"]]
    assert not [name for name in names if name.lower() in voices]


def test_the_document_says_its_language_and_title(played: Story) -> None:
    opened = docx.Document(io.BytesIO(played.seen.document))
    assert opened.core_properties.title == SCENARIO["vision"]["title"]
    assert opened.core_properties.language in ("nl-NL", "nl")
