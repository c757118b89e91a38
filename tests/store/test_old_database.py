"""A database of release 0.1 opens in the present code, and everything in it is as it was.

`release_0_1.sqlite.gz` was written by the code of commit 57d55d7, the last one of release 0.1, with the key
"release-0-1" and snapshots of a text after ten updates. It holds two communities:

* the demo, made by `workshop.demo.build_demo` with the join code CDFGHJ;
* Havenkwartier (join code HVNKWR), made through `Communities` and the ledger with one command after the
  other: Noor facilitates, Samira, Tom, Ria and Max joined with a code, Opa Joop has no phone, Wil left. It
  has a withdrawn card, two hidden cards, a card without a name, an open dot round, an open consent round
  with two of three answers, a section of the vision written in sixteen updates, and an agreement.

The file was vacuumed and packed with gzip -9. It is never made again: later code would write it otherwise.
"""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from tests.exports.reading import chapter, lines
from workshop.config import Config
from workshop.container import Container
from workshop.core.state import State
from workshop.features.agenda.schema import PhaseTitle, Prompt
from workshop.features.agreements.schema import Agreement
from workshop.features.boards.schema import Board
from workshop.features.cards.schema import Card, CardAdd, CardWithdraw
from workshop.features.community.decide import community_of
from workshop.features.consent.schema import ConsentAnswer, ConsentGive, ConsentRound
from workshop.features.meetings.schema import Meeting
from workshop.features.members.schema import Member, SeatHolder
from workshop.features.sections.schema import Section
from workshop.features.terms.schema import Term
from workshop.features.versions.schema import Version
from workshop.features.voting.schema import Dot
from workshop.features.wordings.schema import Wording
from workshop.vision.tree import plain_text, read

PACKED = Path(__file__).with_name("release_0_1.sqlite.gz")
DEMO, HARBOUR = "CDFGHJ", "HVNKWR"
PASSWORD = "een lang wachtwoord"
SAMIRAS_WORDS = ["voet", "post", "kelder"]
TOMS_KEY = "tom-device-secret-0001"


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    """The present application on a copy of the old database."""
    instance = tmp_path / "instance"
    instance.mkdir()
    (instance / "minidorp.sqlite").write_bytes(gzip.decompress(PACKED.read_bytes()))
    made = create_app(Config(instance=instance, demo=False, secret_key="release-0-1", port=0))
    made.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
    return made


@pytest.fixture
def old(app: Flask) -> Container:
    """The running program behind it: ledger, communities, database."""
    opened: Container = app.extensions["minidorp"]
    return opened


def community(old: Container, code: str) -> str:
    """The id of the community with this join code."""
    found = old.communities.by_code(code)
    assert found is not None
    return str(found.id)


def state_of(old: Container, code: str) -> State:
    return old.ledger.state(community(old, code))


def member(state: State, name: str) -> str:
    """The id of the member with this name."""
    (found,) = [one.id for one in state[Member].values() if one.name == name]
    return str(found)


def text_of(old: Container, code: str, heading: str) -> str:
    """The present text of a section."""
    (section,) = [one.id for one in state_of(old, code)[Section].values() if one.heading == heading]
    with old.db.read() as connection:
        return plain_text(read(connection, community(old, code), section))


def exported(app: Flask, code: str, target: Path) -> bytes:
    """A community's Word file, written by the administrator's command."""
    answer = app.test_cli_runner().invoke(args=["export", code, "--out", str(target)])
    assert answer.exit_code == 0, answer.output
    return target.read_bytes()


def test_the_demo_is_as_it_was(old: Container) -> None:
    state = state_of(old, DEMO)
    sizes = {name: len(records) for name, records in state.collections.items()}
    expected = {
        "members": 14,
        "seats": 3,
        "meetings": 4,
        "cards": 49,
        "themes": 4,
        "dots": 8,
        "terms": 5,
        "sections": 12,
        "sources": 31,
        "versions": 2,
        "rounds": 2,
        "answers": 28,
        "agreements": 3,
    }
    assert {name: sizes[name] for name in expected} == expected
    record = community_of(state)
    assert (record.name, record.title) == ("Lindebuurt", "Samen groot in de Lindebuurt")
    versions = [(one.label, one.adopted) for one in state[Version].values()]
    assert versions == [("0.9", None), ("1.0", "2027-04-13")]
    assert state[Card]["demo-card-c11"].author is None


def test_what_was_withdrawn_hidden_and_left_is_as_it_was(old: Container) -> None:
    state = state_of(old, HARBOUR)
    names = {one.name for one in state[Member].values() if not one.removed}
    assert names == {"Noor", "Samira", "Tom", "Ria", "Max", "Opa Joop"}
    assert len(state[Member]) == 7
    assert sorted(state[Card]) == [
        "card-dream-1",
        "card-dream-2",
        "card-state-1",
        "card-state-2",
        "card-story-1",
        "card-story-2",
        "card-story-3",
        "card-story-5",
    ]
    hidden = [one.id for one in state[Card].values() if one.hidden]
    assert sorted(hidden) == ["card-dream-1", "card-dream-2"]
    assert state[Card]["card-story-1"].theme == "theme-01" and state[Card]["card-story-1"].quote
    assert state[Card]["card-story-3"].author is None
    assert state[SeatHolder]["parent"].member == member(state, "Samira")
    assert state[PhaseTitle]["discovery"].name == "Vertellen"
    assert state[Prompt]["dis-2.0"].text == "Wat lukte er?"
    assert state[Term]["term-0001"].state == "explained"
    assert state[Wording]["wording-01"].words == "opvoedklimaat"
    assert state[Meeting]["meeting-01"].state == "open"
    assert state[Agreement]["agreement-01"].start == "2027-05-01"


def test_open_rounds_are_still_open_and_go_on(old: Container) -> None:
    state = state_of(old, HARBOUR)
    board, asked = state[Board]["des-4"], state[ConsentRound]["round-001"]
    assert (board.dots_open, board.dots_budget, board.dots_totals, len(state[Dot])) == (True, 2, None, 2)
    assert (asked.state, asked.answered, len(asked.members)) == ("open", 2, 3)
    old.ledger.carry_out(
        community(old, HARBOUR),
        member(state, "Ria"),
        ConsentGive(
            command="ria-answers-1",
            round="round-001",
            answer="concern",
            reason="Nog een zin over de speeltuin.",
        ),
    )
    after = state_of(old, HARBOUR)
    assert after[ConsentRound]["round-001"].state == "revealed"
    objections = {one.reason for one in after[ConsentAnswer].values() if one.answer == "objection"}
    assert objections == {"De tekst is te lang."}


def test_the_texts_are_as_they_were(old: Container) -> None:
    assert text_of(old, HARBOUR, "Onze droom") == (
        "In onze wijk spelen kinderen buiten.\nZij kennen de buren bij naam. Ook ’s avonds."
    )
    assert text_of(old, HARBOUR, "In het kort") == ""
    assert text_of(old, DEMO, "In het kort").startswith("Wij voeden niet alleen op. Wij kennen elkaar.\n")


def test_a_facilitator_signs_in_and_a_parent_comes_back_with_three_words(app: Flask, old: Container) -> None:
    laptop, phone = app.test_client(), app.test_client()
    answer = laptop.post("/signin", data={"email": "noor@example.org", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/home")
    assert "Havenkwartier" in laptop.get("/home").text
    answer = phone.post("/return", data={"code": HARBOUR, "word": SAMIRAS_WORDS})
    assert answer.status_code == 303, answer.text
    assert "Samira" in phone.get(f"/c/{community(old, HARBOUR)}/me").text


def test_commands_are_carried_out_and_kept(old: Container) -> None:
    here, state = community(old, HARBOUR), state_of(old, HARBOUR)
    tom, before = member(state, "Tom"), state.seq
    old.ledger.carry_out(
        here,
        tom,
        CardAdd(
            command="tom-adds-one",
            card="card-story-6",
            board="dis-2",
            column="story",
            text="Later geschreven.",
        ),
    )
    old.ledger.carry_out(here, tom, CardWithdraw(command="tom-withdraws", card="card-story-5", key=TOMS_KEY))
    old.ledger.forget(here)
    again = state_of(old, HARBOUR)
    assert again.seq == before + 2
    assert again[Card]["card-story-6"].text == "Later geschreven."
    assert "card-story-5" not in again[Card]


def test_the_word_files_are_made(app: Flask, tmp_path: Path) -> None:
    agreed = exported(app, DEMO, tmp_path / "demo.docx")
    assert any("Samen groot in de Lindebuurt" in text for _, text in lines(agreed))
    draft = exported(app, HARBOUR, tmp_path / "harbour.docx")
    dream = [text for _, text in chapter(draft, "Onze droom")]
    assert any("Zij kennen de buren bij naam. Ook ’s avonds." in text for text in dream)
    everything = "\n".join(text for _, text in lines(draft))
    assert not re.search("ingetrokken|Een schuur vol speelgoed|De tekst is te lang", everything)
