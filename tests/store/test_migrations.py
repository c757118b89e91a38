"""A database of an earlier version is brought up to date, and what was in it stays."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from workshop.features import CATALOGUE
from workshop.features.community.decide import community_of
from workshop.features.community.schema import Community, CommunityEdited
from workshop.features.consent.schema import ConsentAnswer, ConsentRound
from workshop.features.meetings.schema import Meeting
from workshop.features.sections.schema import Section
from workshop.migrations import _config, migrate
from workshop.store.database import Database
from workshop.store.journal import Journal
from workshop.tables import METADATA, STATE_TABLES

FACT = b'{"type":"community.edited","community":{"id":"community","name":"L","language":"nl","topic":"T"}}'


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'old.sqlite'}", "OFF")


def founded_before_processes(db: Database) -> None:
    """A community in a database of the first version."""
    with db.begin() as connection:
        command.upgrade(_config(connection, METADATA), "0001")
        now = datetime(2026, 1, 1)
        connection.execute(
            text("INSERT INTO projects (id, name, owner, partners, funder, created)"
                 " VALUES ('p', 'P', '', '', '', :now)"), {"now": now},
        )  # fmt: skip
        connection.execute(
            text("INSERT INTO communities (id, project_id, slug, join_code, demo, created)"
                 " VALUES ('c', 'p', 'l', 'ABC234', FALSE, :now)"), {"now": now},
        )  # fmt: skip
        connection.execute(
            text("INSERT INTO community (community_id, id, name, language, topic, title, step, visited)"
                 " VALUES ('c', 'community', 'L', 'nl', 'T', '', 'dis-2', '[\"dis-2\"]')"),
        )  # fmt: skip


def test_an_older_community_follows_appreciative_inquiry(db: Database) -> None:
    founded_before_processes(db)
    migrate(db, METADATA)
    with db.read() as connection:
        state = Journal(CATALOGUE, STATE_TABLES).read_state(connection, "c")
    assert state is not None
    community = community_of(state)
    assert (community.process, community.step, community.visited) == (
        "appreciative_inquiry", "dis-2", ["dis-2"],
    )  # fmt: skip


def test_an_older_meeting_has_no_agenda_yet(db: Database) -> None:
    founded_before_processes(db)
    with db.begin() as connection:
        connection.execute(
            text("INSERT INTO meetings (community_id, id, date, title, place, phases, state, present)"
                 " VALUES ('c', 'm', '2026-01-01', 'T', '', '[]', 'open', '[]')"),
        )  # fmt: skip
    migrate(db, METADATA)
    with db.read() as connection:
        state = Journal(CATALOGUE, STATE_TABLES).read_state(connection, "c")
    assert state is not None
    assert state[Meeting]["m"] == Meeting(id="m", date="2026-01-01", title="T", state="open")


def test_an_older_round_says_for_whom_an_answer_was_typed_and_not_by_whom(db: Database) -> None:
    founded_before_processes(db)
    with db.begin() as connection:
        connection.execute(
            text("INSERT INTO rounds (community_id, id, version, number, members, answered, state, adopted)"
                 " VALUES ('c', 'r', 'v', 1, '[\"joop\", \"yara\"]', 2, 'open', FALSE)"),
        )  # fmt: skip
        for member, helper in (("joop", "noor"), ("yara", None)):
            connection.execute(
                text("INSERT INTO answers"
                     " (community_id, id, round, member, answer, reason, revealed, typed_by)"
                     " VALUES ('c', :id, 'r', :member, 'agree', '', FALSE, :helper)"),
                {"id": f"r.{member}", "member": member, "helper": helper},
            )  # fmt: skip
    migrate(db, METADATA)
    with db.read() as connection:
        state = Journal(CATALOGUE, STATE_TABLES).read_state(connection, "c")
    assert state is not None
    assert (state[ConsentRound]["r"].typed, state[ConsentRound]["r"].members) == (["joop"], ["joop", "yara"])
    assert {answer.member for answer in state[ConsentAnswer].values()} == {"joop", "yara"}
    with db.begin() as connection:
        command.downgrade(_config(connection, METADATA), "0006")
        assert connection.scalar(text("SELECT count(*) FROM answers")) == 2


def test_older_sections_about_the_starter_values_carry_their_building_block(db: Database) -> None:
    founded_before_processes(db)
    rows = [("section-04", 2, None), ("section-05", 1, None), ("section-06", 2, "craft"), ("own", 2, None)]
    with db.begin() as connection:
        for section, level, block in rows:
            connection.execute(
                text("INSERT INTO sections (community_id, id, heading, level, rank, kind, block, removed)"
                     " VALUES ('c', :id, 'H', :level, 'a0', 'text', :block, FALSE)"),
                {"id": section, "level": level, "block": block},
            )  # fmt: skip
    migrate(db, METADATA)
    with db.read() as connection:
        state = Journal(CATALOGUE, STATE_TABLES).read_state(connection, "c")
    assert state is not None
    assert {one.id: one.block for one in state[Section].values()} == {
        "section-04": "safe_play", "section-05": None, "section-06": "craft", "own": None,
    }  # fmt: skip


def test_an_older_topic_in_another_language_becomes_its_translation(db: Database) -> None:
    founded_before_processes(db)
    with db.begin() as connection:
        connection.execute(
            text("INSERT INTO cards (community_id, id, board, \"column\", rank, text, nameless, hidden, lang,"
                 " translation, quote, origins, rev)"
                 " VALUES ('c', 'k', 'def-3', 'topic', 'a', 'Cunto wadajir ah', FALSE, FALSE, 'so',"
                 " 'Samen eten', FALSE, '[]', 0)"),
        )  # fmt: skip
        connection.execute(text("UPDATE community SET topic = 'Cunto wadajir ah', topic_card = 'k'"))
    migrate(db, METADATA)
    with db.read() as connection:
        state = Journal(CATALOGUE, STATE_TABLES).read_state(connection, "c")
    assert state is not None
    community = community_of(state)
    assert (community.topic, community.topic_lang, community.topic_original) == (
        "Samen eten", "so", "Cunto wadajir ah",
    )  # fmt: skip


def test_an_older_fact_is_read() -> None:
    fact = msgspec.json.decode(FACT, type=CommunityEdited)
    assert fact.community == Community(id="community", name="L", language="nl", topic="T")
    assert fact.community.process == "appreciative_inquiry"


def test_the_tables_are_those_of_the_code(db: Database) -> None:
    migrate(db, METADATA)
    with db.begin() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_there_is_a_way_back(db: Database) -> None:
    founded_before_processes(db)
    migrate(db, METADATA)
    with db.begin() as connection:
        command.downgrade(_config(connection, METADATA), "0001")
        assert connection.scalar(text("SELECT name FROM community")) == "L"
    migrate(db, METADATA)
